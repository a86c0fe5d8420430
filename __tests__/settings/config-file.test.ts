import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { FIELDS } from '../../src/plan/vocabulary.ts';
import { PlanCheckError } from '../../src/plan-check-error.ts';
import { RULES as MENU } from '../../src/rules/index.ts';
import { parseConfig } from '../../src/settings/config-file.ts';
import { INPUT_NAMES } from '../../src/settings/inputs.ts';
import { ruleSchema } from '../../src/settings/rule-schema.ts';
import { COMMENT_MODES, FAIL_ON, PROFILES } from '../../src/settings/settings.ts';

const PATH = '.github/plan-check.yml';
const RULES = ['expired', 'template-text', 'lifecycle-folder'].flatMap((id) =>
  MENU.filter((rule) => rule.id === id),
);
const KEYS =
  'plans, ignore, schema, baseline, profile, rules, lifecycle-aliases, field-aliases, fail-on, comment, comment-key, tracking-issue, tracking-issue-labels, mention-owners, review-every, expiring-within, timezone';

const parse = (text: string) => parseConfig(text, PATH, RULES);

/** What is said of a text that cannot be used, a line each. */
function complaints(text: string): readonly string[] {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof PlanCheckError) return error.message.split('\n');
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('a good configuration', () => {
  test('says every key', () => {
    const text = `
plans: ["docs/plans/**/*.md", "!docs/plans/old/**"]
ignore:
  - "**/notes.md"
schema: ./.github/plan.schema.json
baseline: ./.github/known.json
profile: strict
rules:
  expired: off
  template-text: [warning]
  lifecycle-folder: [error, { folders: { shipped: completed } }]
lifecycle-aliases: { future: draft, In Arbeit: active }
field-aliases:
  last_reviewed: reviewed
fail-on: warning
comment: never
comment-key: docs
review-every: 90
expiring-within: 21
tracking-issue: never
tracking-issue-labels: [plans, stale]
mention-owners: true
timezone: Europe/Berlin
`;
    expect(parse(text)).toEqual({
      plans: ['docs/plans/**/*.md', '!docs/plans/old/**'],
      ignore: ['**/notes.md'],
      schema: '.github/plan.schema.json',
      baseline: '.github/known.json',
      profile: 'strict',
      rules: {
        expired: { level: 'off', options: {} },
        'template-text': { level: 'warning', options: {} },
        'lifecycle-folder': { level: 'error', options: { folders: { shipped: 'completed' } } },
      },
      vocabulary: {
        lifecycleAliases: new Map([
          ['future', 'draft'],
          ['In Arbeit', 'active'],
        ]),
        fieldAliases: new Map([['last_reviewed', 'reviewed']]),
      },
      failOn: 'warning',
      comment: 'never',
      commentKey: 'docs',
      reviewEvery: 90,
      expiringWithin: 21,
      trackingIssue: 'never',
      trackingIssueLabels: ['plans', 'stale'],
      mentionOwners: true,
      timezone: 'Europe/Berlin',
    });
  });

  test.each(['', '# nothing yet\n', '---\n', '{}', 'null'])('may say nothing: %j', (text) => {
    expect(parse(text)).toEqual({});
  });

  test('may leave a key without a value', () => {
    expect(parse('profile: minimal\nrules:\n#  expired: off\n')).toEqual({ profile: 'minimal' });
  });

  test('may write one glob as it is', () => {
    expect(parse('plans: a/*.md\nignore: "!index.md"')).toEqual({ plans: ['a/*.md'], ignore: ['!index.md'] });
  });

  test('may end its lines as Windows does', () => {
    expect(parse('profile: strict\r\nfail-on: never\r\n')).toEqual({ profile: 'strict', failOn: 'never' });
  });
});

describe('a name that is not known', () => {
  test.each([
    ['profil: strict', `1:1: unknown key "profil"; did you mean "profile"? Allowed: ${KEYS}.`],
    ['\n\nfail_on: error', `3:1: unknown key "fail_on"; did you mean "fail-on"? Allowed: ${KEYS}.`],
    ['token-budget: 12', `1:1: unknown key "token-budget". Allowed: ${KEYS}.`],
    [
      'today: 2026-01-01',
      '1:1: "today" is an input of the action and an option of the terminal, not a key of this file.',
    ],
    [
      'rules:\n  expird: off',
      '2:3: unknown rule "expird"; did you mean "expired"? Allowed: expired, template-text, lifecycle-folder.',
    ],
    [
      'rules: {constructor: off}',
      '1:9: unknown rule "constructor". Allowed: expired, template-text, lifecycle-folder.',
    ],
    ['__proto__: {profile: strict}', `1:1: unknown key "__proto__". Allowed: ${KEYS}.`],
    ['1: x', `1:1: unknown key "1". Allowed: ${KEYS}.`],
    ['<<: {profile: strict}', `1:1: unknown key "<<". Allowed: ${KEYS}.`],
    ['a/b~c: x', `1:1: unknown key "a/b~c". Allowed: ${KEYS}.`],
  ])('%j', (text, complaint) => {
    expect(complaints(text)).toEqual([`${PATH}:${complaint}`]);
  });
});

describe('a value that cannot be', () => {
  const glob = 'but must be a glob of 1 to 1000 characters, or a list of them.';
  const rule =
    "but must be one of off, notice, warning, error, or a list of one of them and the rule's options";
  const days = 'but must be a whole number of days from 1 to 3650.';
  const positive = 'but must be globs of at most 1000 characters, at least one of them without "!".';
  test.each([
    [
      'profile: strct',
      '1:10: "profile" is "strct", but must be one of minimal, recommended, strict; did you mean "strict"?',
    ],
    ['profile: 12', '1:10: "profile" is 12, but must be one of minimal, recommended, strict.'],
    [
      'fail-on: erorr',
      '1:10: "fail-on" is "erorr", but must be one of error, warning, never; did you mean "error"?',
    ],
    ['comment: ["auto"]', '1:10: "comment" is ["auto"], but must be one of auto, related, always, never.'],
    [
      'comment-key: "a-->b"',
      '1:14: "comment-key" is "a-->b", but must be 1 to 64 letters, digits, spaces and . _ - / :, the first a letter or a digit.',
    ],
    ['review-every: 0', `1:15: "review-every" is 0, ${days}`],
    ['review-every: 3651', `1:15: "review-every" is 3651, ${days}`],
    ['review-every: 1.5', `1:15: "review-every" is 1.5, ${days}`],
    ['expiring-within: 0', `1:18: "expiring-within" is 0, ${days}`],
    ['review-every: monthly', `1:15: "review-every" is "monthly", ${days}`],
    [
      'tracking-issue-labels: ["a,b"]',
      '1:24: "tracking-issue-labels" is ["a,b"], but must be 1 to 20 labels of at most 50 characters, without a comma in them.',
    ],
    [
      'timezone: Europe/Berln',
      '1:11: "timezone" is "Europe/Berln", but must be an IANA time zone such as UTC or Europe/Berlin; did you mean "Europe/Berlin"?',
    ],
    [
      'timezone: "+02:00"',
      '1:11: "timezone" is "+02:00", but must be an IANA time zone such as UTC or Europe/Berlin.',
    ],
    [
      'schema: ../x.json',
      '1:9: "schema" is "../x.json", but must be a path inside the repository, from its root.',
    ],
    [
      'schema: /etc/x.json',
      '1:9: "schema" is "/etc/x.json", but must be a path inside the repository, from its root.',
    ],
    [
      'baseline: ../x.json',
      '1:11: "baseline" is "../x.json", but must be a path inside the repository, from its root.',
    ],
    [
      'schema: https://x/y.json',
      '1:9: "schema" is the address "https://x/y.json", and nothing is fetched: put a copy of the file into the repository, and name its path from the root.',
    ],
    [
      `baseline: ${'a'.repeat(4_001)}`,
      '1:11: "baseline" has 4001 characters, and a path has 4000 at most; name a file of the repository.',
    ],
    ['schema: {}', '1:9: "schema" is {}, but must be a path inside the repository, from its root.'],
    ['plans: []', `1:8: "plans" is [], ${glob}`],
    ['plans: ""', `1:8: "plans" is "", ${glob}`],
    ['plans:\n  - a.md\n  - 7', `3:5: "plans" is 7, ${glob}`],
    [`plans: ${'x'.repeat(1001)}`, `1:8: "plans" is "${'x'.repeat(59)}…", ${glob}`],
    ['plans: ["!a.md"]', `1:8: "plans" is ["!a.md"], ${positive}`],
    [
      'plans:\n  - plans/**\n  - "docs\\\\plans\\\\**"',
      '3:5: "plans" has the glob "docs\\\\plans\\\\**", which has a backslash: write "/" between folders, and "[*]" for a star that is meant as it stands.',
    ],
    [
      'ignore: "!plans/[old/**"',
      '1:9: "ignore" has the glob "!plans/[old/**", which opens "[" and does not close it: add "]", or write "[[]" for the bracket itself.',
    ],
    ['ignore: true', `1:9: "ignore" is true, ${glob}`],
    ['rules: []', '1:8: "rules" is [], but must be a mapping of rule ids to severities.'],
    ['rules:\n  expired: eror', `2:12: "rules.expired" is "eror", ${rule}; did you mean "error"?`],
    ['rules:\n  expired: false', `2:12: "rules.expired" is false, ${rule}.`],
    ['rules:\n  expired:', `2:11: "rules.expired" is null, ${rule}.`],
    ['rules:\n  expired: [eror, {}]', `2:13: "rules.expired" is "eror", ${rule}; did you mean "error"?`],
    ['rules:\n  expired: [error, 5]', `2:20: "rules.expired" is 5, ${rule}.`],
    ['rules:\n  expired: [off, {}, {}]', `2:12: "rules.expired" is ["off",{},{}], ${rule}.`],
    ['rules:\n  expired: []', `2:12: "rules.expired" is [], ${rule}.`],
    ['- plans', '1:1: the configuration must be a mapping of keys to values.'],
    ['plans', '1:1: the configuration must be a mapping of keys to values.'],
  ])('%j', (text, complaint) => {
    expect(complaints(text)).toEqual([`${PATH}:${complaint}`]);
  });
});

describe('an option of a rule', () => {
  const lifecycles = 'one of draft, active, completed, archived, superseded';
  test.each([
    ['expired: [error, {x: 1}]', '2:21: the rule "expired" has no options; remove "x".'],
    ['expired: [error, {}]', null],
    ['lifecycle-folder: [error, {folders: {Shipped: completed}}]', null],
    [
      'lifecycle-folder: [error, {foldrs: {shipped: completed}}]',
      '2:30: the rule "lifecycle-folder" has no option "foldrs"; did you mean "folders"? Allowed: folders.',
    ],
    [
      'lifecycle-folder: [error, {folders: completed}]',
      `2:39: "rules.lifecycle-folder.folders" is "completed", but must be a mapping of at least one name to a state, or to one of your words for one.`,
    ],
    [
      'lifecycle-folder: [error, {folders: {}}]',
      `2:39: "rules.lifecycle-folder.folders" is {}, but must be a mapping of at least one name to a state, or to one of your words for one.`,
    ],
    [
      'lifecycle-folder:\n    - error\n    - folders:\n        shipped: complete',
      `5:18: "rules.lifecycle-folder.folders.shipped" is "complete", but must be ${lifecycles}; did you mean "completed"?`,
    ],
  ])('%s', (rule, complaint) => {
    const text = `rules:\n  ${rule}\n`;
    if (complaint === null) expect(() => parse(text)).not.toThrow();
    else expect(complaints(text)).toEqual([`${PATH}:${complaint}`]);
  });
});

describe('several mistakes', () => {
  test('are said at once', () => {
    expect(complaints('profil: x\nfail-on: 1\nrules:\n  expird: off\n')).toEqual([
      `${PATH}:1:1: unknown key "profil"; did you mean "profile"? Allowed: ${KEYS}.`,
      `${PATH}:2:10: "fail-on" is 1, but must be one of error, warning, never.`,
      `${PATH}:4:3: unknown rule "expird"; did you mean "expired"? Allowed: expired, template-text, lifecycle-folder.`,
    ]);
    expect(complaints('schema: /x\ntimezone: Moon/Base\n')).toEqual([
      `${PATH}:1:9: "schema" is "/x", but must be a path inside the repository, from its root.`,
      `${PATH}:2:11: "timezone" is "Moon/Base", but must be an IANA time zone such as UTC or Europe/Berlin.`,
    ]);
  });

  test('beyond twenty are counted', () => {
    const lines = complaints(Array.from({ length: 25 }, (_, index) => `zzzzzzzzzz${index}: 1`).join('\n'));
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('… and 5 more.');
  });
});

describe('YAML that cannot be read', () => {
  test.each([
    ['profile: strict\nprofile: minimal', ['2:1: the key stands here a second time; keep one.']],
    ['rules:\n\texpired: off', ['2:1: a tab cannot indent in YAML; use spaces.']],
    ['a: 1\n---\nb: 2', ['2:1: a second YAML document begins here; a configuration is one.']],
    [
      'timezone: @x',
      ['1:11: this is not readable as YAML (Plain value cannot start with reserved character @).'],
    ],
    ['ignore: &a [x]\nplans: *a', ['2:8: the alias "*a" is not supported; write the value out.']],
    ['plans: *nobody', ['1:8: the alias "*nobody" is not supported; write the value out.']],
    ['rules: !!set {nonsense}', ['1:8: a tag ("!…") is not supported; write the value without it.']],
    ['rules: !!omap [{nonsense: 1}]', ['1:8: a tag ("!…") is not supported; write the value without it.']],
    ['!!set {nonsense}', ['1:1: a tag ("!…") is not supported; write the value without it.']],
    [
      'lifecycle-aliases: {? ["##[error]owned"] : completed}',
      ['1:23: a key must be text; put it in quotes.'],
    ],
  ])('%j', (text, expected) => {
    expect(complaints(text)).toEqual(expected.map((complaint) => `${PATH}:${complaint}`));
  });

  test('a bomb of aliases costs nothing', () => {
    const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: &c [*b, *b]', 'd: [*c, *c]'].join('\n');
    expect(complaints(bomb)).toEqual([`${PATH}:2:8: the alias "*a" is not supported; write the value out.`]);
  });

  test('endless nesting is refused', () => {
    expect(complaints('['.repeat(40_000))).toEqual([
      expect.stringMatching(
        /^\.github\/plan-check\.yml:1:\d+: the configuration is nested too deeply; write it without brackets inside of brackets\.$/,
      ),
    ]);
  });

  test.each([
    ['one key', 1, 28],
    ['many keys', 200, 25],
  ])('keys in keys are refused, before they double at each level: %s', (_, count, depth) => {
    const key = (index: number) => `${'{? '.repeat(depth)}a${index}${' : b}'.repeat(depth)}`;
    const text = Array.from({ length: count }, (__, index) => `? ${key(index)}\n: x`).join('\n');
    const lines = complaints(text);
    expect(lines).toHaveLength(21);
    expect(lines.slice(0, -1).join('\n')).toMatch(/^(?:\S+: a key must be text; put it in quotes\.\n?)+$/);
  });

  test('nothing of it is written into the log by the reader', () => {
    const warnings: unknown[] = [];
    const listen = (warning: unknown) => warnings.push(warning);
    const { emitWarning } = process;
    process.emitWarning = listen;
    try {
      complaints('lifecycle-aliases: {? ["##[error]owned"] : completed}');
      complaints('profile: !owned minimal');
    } finally {
      process.emitWarning = emitWarning;
    }
    expect(warnings).toEqual([]);
  });

  test('an endless file is refused', () => {
    expect(complaints(`# ${'x'.repeat(50_000)}`)).toEqual([
      `${PATH}: the configuration has over 50000 characters; make it shorter.`,
    ]);
  });
});

describe('the published schema', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../schema/config.schema.json', import.meta.url), 'utf8'),
  );

  test('allows the words that the settings allow', () => {
    expect(schema.properties.profile.enum).toEqual(PROFILES);
    expect(schema.properties['fail-on'].enum).toEqual(FAIL_ON);
    expect(schema.properties.comment.enum).toEqual(COMMENT_MODES);
  });

  test('has the keys of the inputs, and some that are only in the file', () => {
    const onlyInputs = [
      'github-token',
      'mode',
      'config',
      'today',
      'report',
      'sarif',
      'shard',
      'merge',
      'dry-run',
    ];
    expect(Object.keys(schema.properties).toSorted()).toEqual(
      [
        ...INPUT_NAMES.filter((name) => !onlyInputs.includes(name)),
        'ignore',
        'baseline',
        'rules',
        'lifecycle-aliases',
        'field-aliases',
      ].toSorted(),
    );
  });

  test('has rules that a configuration may name', () => {
    const ids = MENU.map(({ id }) => id);
    const text = `rules:\n${ids.map((id) => `  ${id}: off\n`).join('')}`;
    expect(Object.keys(parseConfig(text, PATH, MENU).rules ?? {})).toEqual(ids);
    expect(schema.properties.rules.properties).toEqual(
      Object.fromEntries(MENU.map((rule) => [rule.id, ruleSchema(rule)])),
    );
  });
});

describe('words of the team', () => {
  const states = 'draft, active, completed, archived, superseded';

  test('may name the state of a folder', () => {
    const { rules } = parse(
      'lifecycle-aliases: {future: draft}\nrules: {lifecycle-folder: [error, {folders: {ideas: future, now: active}}]}',
    );
    expect(rules).toEqual({
      'lifecycle-folder': { level: 'error', options: { folders: { ideas: 'future', now: 'active' } } },
    });
  });

  test('are refused where nothing says what they mean', () => {
    expect(complaints('rules: {lifecycle-folder: [error, {folders: {ideas: future}}]}')).toEqual([
      `${PATH}:1:53: "rules.lifecycle-folder.folders.ideas" is "future", but must be one of ${states}.`,
    ]);
  });

  test.each([
    [
      'lifecycle-aliases:\n  future: drft',
      `2:11: "lifecycle-aliases.future" is "drft", but must be one of ${states}; did you mean "draft"?`,
    ],
    [
      'lifecycle-aliases: {future: [draft]}',
      `1:29: "lifecycle-aliases.future" is ["draft"], but must be one of ${states}.`,
    ],
    [
      'lifecycle-aliases: future',
      '1:20: "lifecycle-aliases" is "future", but must be a mapping of your words to states.',
    ],
    ['lifecycle-aliases: {"": draft}', '1:21: "lifecycle-aliases" has an empty word; remove it.'],
    [
      `field-aliases: {${'x'.repeat(61)}: reviewed}`,
      `1:17: "field-aliases" has "${'x'.repeat(59)}…", which is too long for a key; shorten it.`,
    ],
    [
      'lifecycle-aliases: {Active: draft}',
      '1:21: "lifecycle-aliases" has "Active", which is a state of Plan Check already; remove it.',
    ],
    [
      'lifecycle-aliases: {draft: draft}',
      '1:21: "lifecycle-aliases" has "draft", which is a state of Plan Check already; remove it.',
    ],
    [
      'lifecycle-aliases: {in progress: active, In_Progress: draft}',
      '1:42: "lifecycle-aliases" has "In_Progress" beside "in progress", which is the same word; remove one.',
    ],
    [
      'lifecycle-aliases: {future: idea, idea: draft}',
      '1:29: "lifecycle-aliases.future" is "idea", which is an alias itself: write the state that is meant.',
    ],
    [
      'lifecycle-aliases: {a/b: a~c, a~c: draft}',
      '1:26: "lifecycle-aliases.a/b" is "a~c", which is an alias itself: write the state that is meant.',
    ],
    [
      'field-aliases: {seen: review}',
      '1:23: "field-aliases.seen" is "review", but must be one of type, title, status, lifecycle, created, last_updated, reviewed, expires, owner, stakeholders, related_code, related_plans, depends_on, supersedes, superseded_by, review_cadence, ai, check; did you mean "reviewed"?',
    ],
    [
      'field-aliases: [reviewed]',
      '1:16: "field-aliases" is ["reviewed"], but must be a mapping of your keys to ours.',
    ],
    [
      'field-aliases: {status: lifecycle}',
      '1:17: "field-aliases" has "status", which is a key of Plan Check already; remove it.',
    ],
    [
      'field-aliases: {seen: reviewed, last_reviewed: reviewed}',
      '1:33: "field-aliases" has both "seen" and "last_reviewed" for "reviewed"; keep one.',
    ],
    [
      'field-aliases: {seen: looked_at, looked_at: reviewed}',
      '1:23: "field-aliases.seen" is "looked_at", which is an alias itself: write the key that is meant.',
    ],
  ])('%j', (text, complaint) => {
    expect(complaints(text)).toEqual([`${PATH}:${complaint}`]);
  });

  test('are mapped to the keys of the built-in schema', () => {
    const schema = JSON.parse(readFileSync('schema/plan.schema.json', 'utf8'));
    const published = JSON.parse(readFileSync('schema/config.schema.json', 'utf8'));
    expect([...FIELDS]).toEqual(Object.keys(schema.properties));
    expect(published.properties['field-aliases'].additionalProperties.enum).toEqual([...FIELDS]);
  });
});
