/** Fills the generated parts of README.md and docs/*.md; with `--check` only says which pages are not up to date. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { RULES } from '../src/rules/index.ts';
import { HELP } from '../src/terminal/command-words.ts';
import { checkExample } from './check-example.ts';
import {
  fillSections,
  inputsTable,
  keysTable,
  outputsTable,
  rulesTable,
  type Sections,
  textBlock,
} from './generated-sections.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const action = parse(read('action.yml'));
const configSchema = JSON.parse(read('schema/config.schema.json'));
const planSchema = JSON.parse(read('schema/plan.schema.json'));

const example = checkExample(join(ROOT, 'src', 'cli.ts'), ['markdown']);

/** @param pages where the rules' pages lie, seen from the page that is filled. */
const sectionsSeenFrom = (pages: string): Sections => ({
  inputs: inputsTable(action),
  outputs: outputsTable(action),
  configuration: keysTable(configSchema, 1),
  'front-matter': keysTable(planSchema, 2),
  rules: rulesTable(RULES, pages),
  usage: textBlock(HELP),
  comment: example.printed.markdown,
});

const documents = [
  { path: 'README.md', sections: sectionsSeenFrom('docs/rules') },
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: `docs/${name}`, sections: sectionsSeenFrom('rules') })),
];
const stale = documents
  .map(({ path, sections }) => ({ path, is: read(path), should: fillSections(read(path), sections) }))
  .filter(({ is, should }) => is !== should);

if (process.argv.includes('--check')) {
  for (const { path } of stale) console.error(`${path} is not up to date: run "npm run docs".`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const { path, should } of stale) {
    writeFileSync(join(ROOT, path), should);
    console.log(`${path} was brought up to date.`);
  }
}
