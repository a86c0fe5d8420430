import { parseArgs } from 'node:util';
import { didYouMean } from '../nearest.ts';
import { PlanCheckError } from '../plan-check-error.ts';

/** Options that are settings, named as the action's inputs. */
const SETTINGS = {
  config: 'FILE       configuration file (default .github/plan-check.yml)',
  schema: 'FILE       JSON Schema for the front matter (default: built in)',
  profile: 'NAME      minimal, recommended or strict',
  'fail-on': 'LEVEL     error, warning or never',
  today: 'DATE        the day to check as of, YYYY-MM-DD',
  timezone: 'NAME     IANA name; decides what day it is',
  shard: 'I/N         of "scan": judge this part of the plans; with "--format json" it is a report to merge',
} as const;

const VALUE_OPTIONS: readonly string[] = [...Object.keys(SETTINGS), 'format', 'base', 'head'];
const FLAGS: readonly string[] = ['no-color', 'quiet', 'dry-run', 'write-baseline', 'help', 'version'];

export const HELP = `Checks implementation plans kept as Markdown files.

Usage:
  plan-check [check] [PATH…]                  check plans on disk
  plan-check diff [--base REF] [--head REF]   what a pull request would be told, from the local git
  plan-check scan [PATH…]                     what has gone stale, over every plan
  plan-check merge REPORT…                    join the JSON reports of shards; globs are read
  plan-check fix [PATH…] [--dry-run]          apply the fixes that need nobody's decision
  plan-check explain [RULE]                   what a rule wants, with an example of wrong and right
  plan-check init                             write a workflow and a configuration to begin with
  plan-check new TITLE                        write a new plan, a draft dated today, where you stand if plans lie there

Options:
  --format NAME       text, json, markdown, github or sarif
${Object.entries(SETTINGS)
  .map(([name, help]) => `  --${name} ${help}`)
  .join('\n')}
  --write-baseline    of "check": write what is found to the baseline, so that it is not told again
  --dry-run           of "fix": show the changes as a patch, write nothing
  --no-color          plain text
  --quiet             only the result, no progress
  --help, --version

Exit code: 0 fine, 1 findings at or above --fail-on, 2 wrong usage or unusable configuration.
`;

export const isSetting = (name: string): boolean => Object.hasOwn(SETTINGS, name);

/** The words of a command line, told apart. */
interface Words {
  /** A flag's value is empty. */
  readonly options: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

/** @throws {PlanCheckError} for an unknown option, one without its value, and a flag with one. */
export function parseWords(words: readonly string[]): Words {
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: {
      ...Object.fromEntries(VALUE_OPTIONS.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(FLAGS.map((name) => [name, { type: 'boolean' as const }])),
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = tokens.flatMap((token): readonly (readonly [string, string])[] =>
    token.kind === 'option' ? [[token.name, readOption(token.name, token.rawName, token.value)]] : [],
  );
  return { options: new Map(options), operands: positionals };
}

function readOption(name: string, rawName: string, value: string | undefined): string {
  const usage = (problem: string) => new PlanCheckError(`${problem} "plan-check --help" lists the options.`);
  if (FLAGS.includes(name)) {
    if (value !== undefined) throw usage(`Option "${rawName}" takes no value.`);
    return '';
  }
  if (!VALUE_OPTIONS.includes(name)) {
    throw usage(`Unknown option "${rawName}"${didYouMean(name, [...VALUE_OPTIONS, ...FLAGS]) || '.'}`);
  }
  if (value === undefined || value.trim() === '') throw usage(`Option "${rawName}" needs a value.`);
  return value;
}
