import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { type LocalGitHub, startLocalGitHub } from '../github/local-github.ts';
import { nodesOf, parse, REFERENCES, visibleText } from '../report/gfm.ts';
import { planText } from './plan-text.ts';
import { createScene, type Scene, type SceneResult, visible } from './scene.ts';

const FOLDER = 'docs/plans/active';

/** Names that a file may have on GitHub. */
const NAMES = [
  ...['with space.md', "single'quote.md", 'double"quote.md', 'c#.md', 'percent%20sign.md', 'emoji 🚀.md'],
  ...['pipe|tick`.md', '[link](x).md', 'new\nline.md', '::error::.md', '<b>.md', 'Ünïcödé.md', '-dash.md'],
];

/** Titles that want to be more than a title. */
const TITLES = [
  '@octocat and @octo/team, see #1 and octo/plans#2',
  'a | b | c',
  '</summary></details><script>alert(1)</script><!-- ',
  '::error file=a.md::Hacked',
  '::set-output name=x::y %0A::error::Hacked',
  '##[error]Hacked ##[command]Hacked',
  '![](https://example.com/pixel.png) [click](javascript:alert(1)) https://example.com',
  '`code` **bold** ~~gone~~ ```fence',
  'gnp.\u202Efdp \u200B\u0007 bell',
  `${'long '.repeat(2_000)}`,
];

const hostilePlan = (text: string): string =>
  planText(
    {
      title: JSON.stringify(text),
      owner: JSON.stringify(`@mallory ${text}`),
      related_plans: `[${JSON.stringify(`${text} missing`)}]`,
    },
    `## Implementation Phases\n\n### Phase 1: ${text.trim()}\n\n- [ ] ${text}\n`,
  );

let github: LocalGitHub;
let scene: Scene;
let result: SceneResult;

beforeAll(async () => {
  github = await startLocalGitHub();
  const named = NAMES.map(
    (name) => [`${FOLDER}/${name}`, planText({ title: 'Named', ai: '\n  priority: hihg' })] as const,
  );
  const titled = TITLES.map((title, index) => [`${FOLDER}/title-${index}.md`, hostilePlan(title)] as const);
  scene = createScene(github, 'hostile', { head: Object.fromEntries([...named, ...titled]) });
  result = await scene.check();
});

afterAll(() => github.close());

const paths = (): readonly string[] => (result.report as Report).plans.map(({ path }) => path);

describe('whatever a file is called', () => {
  test('it is checked, and its annotation names it as it is', () => {
    expect(paths()).toEqual(expect.arrayContaining(NAMES.map((name) => `${FOLDER}/${name}`)));
    const files = (result.report as Report).plans.flatMap(({ diagnostics }) =>
      diagnostics.filter(({ rule }) => rule === 'front-matter-schema').map(({ path }) => path),
    );
    expect(files.toSorted()).toEqual(NAMES.map((name) => `${FOLDER}/${name}`).toSorted());
  });

  test('its link in the comment leads to it', () => {
    const links = nodesOf(parse(visible(scene.comments()[0]))).flatMap((node) =>
      node.type === 'link' ? [node.url] : [],
    );
    const head = scene.repository.pullRequest(1).headSha;
    for (const name of NAMES) {
      const url = links.find((link) => decodeURIComponent(new URL(link).pathname).endsWith(`/${name}`));
      expect([name, decodeURIComponent(new URL(url ?? 'none:').pathname)]).toEqual([
        name,
        `/octo/hostile/blob/${head}/${FOLDER}/${name}`,
      ]);
    }
  });
});

describe('whatever a plan says', () => {
  test('the runner obeys nothing of it', () => {
    expect(result.exitCode).toBe(1);
    expect(result.commands.map(({ command }) => command)).toEqual(Array(10).fill('error'));
    expect(result.commands.every(({ properties }) => paths().includes(properties.file ?? ''))).toBe(true);
    const lines = result.stdout.trimEnd().split('\n');
    expect(lines.filter((line) => !line.startsWith('::error title=Plan Check%3A '))).toEqual([]);
    expect(Object.keys(result.outputs)).not.toContain('x');
  });

  test.each(['comment', 'summary'])(
    'the %s calls nobody, links nowhere else and shows nothing of its own',
    (where) => {
      const tree = parse(where === 'comment' ? visible(scene.comments()[0]) : result.summary);
      for (const node of nodesOf(tree)) {
        expect(['image', 'imageReference', 'linkReference', 'definition', 'code']).not.toContain(node.type);
        if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/github\.com\/octo\//);
        if (node.type === 'html') expect(node.value).not.toMatch(/<(?!\/?(?:details|summary|span|br)\b)/);
      }
      for (const reference of REFERENCES) expect(visibleText(tree)).not.toMatch(reference);
    },
  );

  test('a title is shortened, and none is longer than a line', () => {
    const rows = visible(scene.comments()[0])
      .split('\n')
      .filter((line) => line.startsWith('| ❌'));
    expect(rows).toHaveLength(NAMES.length + TITLES.length);
    expect(Math.max(...rows.map(({ length }) => length))).toBeLessThan(500);
  });
});
