import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { measuredRun } from './measured-run.ts';

/** What a plan may have much of; each text stands for one. `count` of them make a plan of 1×. */
const KINDS: readonly {
  readonly name: string;
  readonly count: number;
  readonly body?: (index: number) => string;
  readonly key?: (index: number) => string;
}[] = [
  {
    name: 'typical text',
    count: 30,
    body: (index) =>
      `### Phase ${index}: Part ${index}\n\n**Objective:** Move a part of the harbour.\n\n#### Tasks\n\n${`- [x] Do \`a/b.ts\` and **tell** the [master](#a)\n`.repeat(10)}\n#### Exit Gate\n\n- [ ] Tests pass\n\n`,
  },
  { name: 'boxes', count: 2_500, body: (index) => `- [x] Task ${index} of many\n` },
  { name: 'headings', count: 2_500, body: (index) => `## Heading ${index}\n\n` },
  { name: 'phases', count: 1_000, body: (index) => `### Phase ${index}: Part\n\n- [ ] One\n\n` },
  {
    name: 'table rows',
    count: 2_500,
    body: (index) =>
      `${index % 500 === 0 ? '\n| Phase | Status |\n| - | - |\n' : ''}| Phase ${index} | ✅ |\n`,
  },
  {
    name: 'table columns',
    count: 2_500,
    body: (index) => (index < 2 ? `${['| a ', '| - '][index]?.repeat(2_500)}|\n` : '| b |\n'),
  },
  { name: 'links', count: 2_500, body: (index) => `A [link](b${index}.md) of many.\n\n` },
  {
    name: 'inline markup',
    count: 1_500,
    body: (index) => `Some **bold \`code\` ${index}** and *stars* &amp; more.\n\n`,
  },
  { name: 'lines of one paragraph', count: 250, body: (index) => `line ${index}\n` },
  {
    name: 'long entries',
    count: 5,
    body: (index) => `- [ ] Entry ${index}\n${'  more of it\n'.repeat(1_900)}`,
  },
  { name: 'list nesting', count: 6, body: (index) => `${'  '.repeat(index)}- [ ] Level ${index}\n` },
  { name: 'front matter keys', count: 40, key: (index) => `key${index}: value\n` },
  {
    name: 'references',
    count: 200,
    key: (index) => `${index === 0 ? 'depends_on:\n' : ''}  - p${index}.md\n`,
  },
];

const SIZES = [1, 2, 4, 8];
const KEYS =
  'type: plan\ntitle: A\nstatus: active\nowner: "@a"\ncreated: 2026-01-01\nlast_updated: 2026-06-01\nreviewed: 2026-06-01\nexpires: 2026-12-31\n';

process.stdout.write(
  `| What | at 1× | ${SIZES.map((size) => `${size}× (s)`).join(' | ')} | 8× : 4× |\n| --- | --: | ${SIZES.map(() => '--:').join(' | ')} | --: |\n`,
);
// What every run costs is none of the text's.
const [none = 0] = await secondsOf('', '');
for (const { name, count, body = () => '', key = () => '' } of KINDS) {
  const seconds: number[] = [];
  for (const size of SIZES) {
    const numbers = Array.from({ length: size * count }, (_, index) => index);
    const [took = 0] = await secondsOf(numbers.map(key).join(''), numbers.map(body).join(''));
    seconds.push(Math.max(took - none, 0));
  }
  const [, , four = 0, eight = 0] = seconds;
  process.stdout.write(
    `| ${name} | ${count} | ${seconds.map((one) => one.toFixed(2)).join(' | ')} | ${four < 0.1 ? '–' : (eight / four).toFixed(1)} |\n`,
  );
}

async function secondsOf(keys: string, body: string): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-check-linearity-'));
  try {
    const path = join(folder, 'docs/plans/active/p.md');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `---\n${KEYS}${keys}---\n\n# A\n\n${body}`);
    const { seconds } = await measuredRun(folder, ['check', '--format', 'json', '--today', '2026-06-15']);
    return [seconds];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
