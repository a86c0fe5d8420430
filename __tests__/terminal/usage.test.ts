import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../src/terminal/command-line.ts';
import { HELP } from '../../src/terminal/command-words.ts';
import { planText } from '../action/plan-text.ts';
import { removeFolders, temporaryRepository } from '../repository/git/temporary-repository.ts';
import { installCli } from './run-cli.ts';

const cli = installCli();
const repository = temporaryRepository();
const { root } = repository;
const PAGES = fileURLToPath(new URL('../../docs/rules/', import.meta.url));

afterAll(removeFolders);

describe('plan-check', () => {
  test.concurrent.each([['--help'], ['-h']])('%s tells what there is', async (option) => {
    expect(await cli(root, [option])).toEqual({ exitCode: 0, stdout: HELP, stderr: '' });
  });

  test.concurrent('--version tells the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await cli(root, ['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.concurrent('says which Node.js it needs, and nothing else, where it is an older one', async () => {
    const older = "Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})";
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${older}` };
    expect(await cli(root, ['--version'], env)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'plan-check: this is Node.js 20.20.2, and Plan Check needs 24 or later: install that.\n',
    });
  });

  test('names nothing of Node.js that an older one lacks, so that it can be loaded to say so', () => {
    const bundle = readFileSync(new URL('../../dist/cli.js', import.meta.url), 'utf8');
    const imports = [...bundle.matchAll(/^import \{(?<names>.*)\} from "node:fs\/promises";$/gm)];
    expect(imports.map(({ groups }) => groups?.names)).toEqual([expect.stringMatching(/readFile/)]);
    expect(imports.map(({ groups }) => groups?.names)).not.toEqual([expect.stringMatching(/\bglob\b/)]);
  });

  test.concurrent('explain lists the rules, one a line below the names of the columns', async () => {
    const { exitCode, stdout, stderr } = await cli(root, ['explain']);
    const [head, ...lines] = stdout.trimEnd().split('\n');
    const ids = lines.map((line) => line.split(' ')[0]);

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(head).toMatch(/^RULE +CHANGE +SCAN +MINIMAL +FIX +WHAT/);
    expect(ids.toSorted()).toEqual(
      readdirSync(PAGES)
        .map((name) => name.replace('.md', ''))
        .toSorted(),
    );
  });

  test.concurrent('explain shows the page of a rule, and how it is judged', async () => {
    const page = readFileSync(`${PAGES}malformed-checkbox.md`, 'utf8');
    const facts = [
      'Severity: warning on a change, notice on a scan.',
      'Profiles: recommended; strict raises it by one.',
      'Fix: "plan-check fix" writes it, where nobody has to decide.',
    ];
    expect(await cli(root, ['explain', 'malformed-checkbox'])).toEqual({
      exitCode: 0,
      stdout: `${page}\n${facts.join('\n')}\n`,
      stderr: '',
    });
  });
});

describe('wrong usage ends with exit code 2, a sentence and no stack:', () => {
  test.concurrent.each<readonly [string, readonly string[], string]>([
    [
      'an unknown option',
      ['--formt', 'json'],
      'Unknown option "--formt"; did you mean "format"? "plan-check --help" lists the options.',
    ],
    [
      'an impossible value',
      ['--format', 'xml'],
      'Option "--format" is "xml", but must be one of text, json, markdown, github, sarif.',
    ],
    [
      'an impossible setting',
      ['--fail-on', 'erorr', '--today', 'tomorrow'],
      'Option "--fail-on" is "erorr", but must be one of error, warning, never; did you mean "error"?\nOption "--today" is "tomorrow", but must be a real day, written YYYY-MM-DD.',
    ],
    [
      'an option without its value',
      ['--format'],
      'Option "--format" needs a value. "plan-check --help" lists the options.',
    ],
    [
      'a flag with one',
      ['--quiet=yes'],
      'Option "--quiet" takes no value. "plan-check --help" lists the options.',
    ],
    [
      'a mistyped command',
      ['chek'],
      'There is no command "chek", and no file or folder of that name; did you mean "check"?',
    ],
    [
      'a command that does not exist',
      ['publish', 'docs'],
      `There is no command "publish", and no file or folder of that name; the commands are ${COMMANDS.join(', ')}.`,
    ],
    ['a new plan without a title', ['new'], '"plan-check new" needs a title: plan-check new "Audit log".'],
    [
      'something behind init',
      ['init', 'docs'],
      '"plan-check init" does not take "docs": it takes no path, and writes into the repository where it is run.',
    ],
    ['a path that is not there', ['docs/chek'], 'There is no file or folder "docs/chek".'],
    ['a word behind the command', ['check', 'chek'], 'There is no file or folder "chek".'],
    [
      'an unknown rule',
      ['explain', 'expird'],
      'There is no rule "expird"; did you mean "expired"? "plan-check explain" lists them all.',
    ],
    [
      'a base for a check',
      ['check', '--base', 'main'],
      '"plan-check check" compares nothing; "--base" and "--head" belong to "plan-check diff".',
    ],
    [
      'a named configuration file that is not there',
      ['--config', 'missing.yml'],
      'There is no configuration file "missing.yml"; correct "config", or leave it out.',
    ],
    [
      'a schema that is not there',
      ['--schema', 'missing.json', '--quiet'],
      'There is no file "missing.json"; "schema" must name a JSON Schema inside the repository.',
    ],
  ])('%s', async (_, words, sentence) => {
    expect(await cli(root, words)).toEqual({ exitCode: 2, stdout: '', stderr: `plan-check: ${sentence}\n` });
  });
});

describe('a reader that leaves before the end', () => {
  const plans = temporaryRepository();
  plans.write('plans/a.md', 'No front matter.\n');

  test.concurrent.each<readonly [string, string, readonly string[], number]>([
    ['nothing was wrong', root, ['explain', 'expired'], 0],
    ['something was', plans.root, ['check', '--quiet', '--format', 'json'], 1],
    ['it writes with another hand', plans.root, ['check', '--quiet', '--format', 'github'], 1],
  ])('hears no complaint, and the exit code stands: %s', async (_, cwd, words, exitCode) => {
    expect(await cli(cwd, words, {}, 'leaves')).toEqual({ exitCode, stdout: '', stderr: '' });
  });
});

test('an unusable configuration file is told at its line and column', async () => {
  const own = temporaryRepository();
  own.write('plans/a.md', planText());
  own.write('.github/plan-check.yml', 'profile: strict\nfail-on: sometimes\n');

  expect(await cli(own.root, ['check', '--quiet'])).toEqual({
    ...{ exitCode: 2, stdout: '' },
    stderr:
      'plan-check: .github/plan-check.yml:2:10: "fail-on" is "sometimes", but must be one of error, warning, never.\n',
  });
});
