import { parseArgs } from 'node:util';
import { didYouMean } from '../nearest.ts';
import { PlanCheckError } from '../plan-check-error.ts';
import { oneLine } from '../schema/one-line.ts';
import { type Inputs, readTerminalOptions } from '../settings/inputs.ts';
import { impossibleValue } from '../settings/setting-problem.ts';
import { oneOf } from '../settings/value-reader.ts';

export const COMMANDS = ['check', 'diff', 'scan', 'merge', 'fix', 'explain', 'init', 'new'] as const;
export const FORMATS = ['text', 'json', 'markdown', 'github', 'sarif'] as const;

export type CommandName = (typeof COMMANDS)[number];
export type Format = (typeof FORMATS)[number];

/** What a command line asks for. */
export interface CommandLine {
  readonly command: CommandName;
  /** The first word that is no command, where the line names none: a path, or a mistyped command. */
  readonly maybeCommand: string | null;
  /** What stands behind the command: paths, or a rule. */
  readonly operands: readonly string[];
  readonly inputs: Inputs;
  readonly format: Format;
  /** Refs, for `diff`; null when not given. */
  readonly base: string | null;
  readonly head: string | null;
  readonly color: boolean;
  readonly quiet: boolean;
  /** Of `fix`: show what would change, and write nothing. */
  readonly dryRun: boolean;
  /** Of `check`: write what is found to the baseline, and show nothing. */
  readonly writeBaseline: boolean;
}

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

/**
 * Reads the words behind `plan-check`.
 * @throws {PlanCheckError} for an unknown option, an impossible value, or an operand that the command does not take.
 */
export function readCommandLine(words: readonly string[]): CommandLine | 'help' | 'version' {
  const {
    options,
    operands: [first, ...rest],
  } = parseWords(words);
  if (options.has('help')) return 'help';
  if (options.has('version')) return 'version';

  const command = COMMANDS.find((name) => name === first);
  const line: CommandLine = {
    command: command ?? 'check',
    maybeCommand: command === undefined ? (first ?? null) : null,
    operands: command === undefined && first !== undefined ? [first, ...rest] : rest,
    inputs: readTerminalOptions(Object.fromEntries([...options].filter(([name]) => name in SETTINGS))),
    format: readFormat(options.get('format') ?? 'text'),
    base: options.get('base') ?? null,
    head: options.get('head') ?? null,
    color: !options.has('no-color'),
    quiet: options.has('quiet'),
    dryRun: options.has('dry-run'),
    writeBaseline: options.has('write-baseline'),
  };
  refuseWhatTheCommandDoesNotTake(line);
  return line;
}

interface Words {
  /** A flag's value is empty. */
  readonly options: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

function parseWords(words: readonly string[]): Words {
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

function readFormat(text: string): Format {
  const format = FORMATS.find((name) => name === text);
  if (format !== undefined) return format;
  throw new PlanCheckError(impossibleValue('Option "--format"', text, oneOf(FORMATS)));
}

function refuseWhatTheCommandDoesNotTake(line: CommandLine): void {
  const { command, operands, base, head } = line;
  if (command !== 'diff' && (base !== null || head !== null)) {
    throw new PlanCheckError(
      `"plan-check ${command}" compares nothing; "--base" and "--head" belong to "plan-check diff".`,
    );
  }
  if (command !== 'fix' && line.dryRun) {
    throw new PlanCheckError(
      `"plan-check ${command}" writes nothing; "--dry-run" belongs to "plan-check fix".`,
    );
  }
  if (command !== 'check' && line.writeBaseline) {
    throw new PlanCheckError(
      `"plan-check ${command}" writes no baseline; "--write-baseline" belongs to "plan-check check".`,
    );
  }
  if (command === 'fix' && line.format !== 'text') {
    throw new PlanCheckError(
      '"plan-check fix" has no "--format"; "--dry-run" prints a patch, and "plan-check check" the findings.',
    );
  }
  if (command !== 'scan' && line.inputs.shard !== undefined) {
    throw new PlanCheckError(`"plan-check ${command}" has no parts; "--shard" belongs to "plan-check scan".`);
  }
  if (command === 'merge' && operands.length === 0) {
    throw new PlanCheckError('"plan-check merge" needs the reports to join: paths or globs.');
  }
  if (command === 'new' && operands.length === 0) {
    throw new PlanCheckError('"plan-check new" needs a title: plan-check new "Audit log".');
  }
  const many = Number.POSITIVE_INFINITY;
  const allowed = {
    check: many,
    diff: 0,
    scan: many,
    merge: many,
    fix: many,
    explain: 1,
    init: 0,
    new: many,
  } satisfies Record<CommandName, number>;
  if (operands.length > allowed[command]) {
    const given = oneLine(operands[allowed[command]] ?? '', MAX_OPERAND);
    throw new PlanCheckError(`"plan-check ${command}" does not take "${given}"${insteadOf(command)}.`);
  }
}

/** Characters of a word that a message shows. */
const MAX_OPERAND = 100;

const insteadOf = (command: CommandName): string =>
  command === 'diff'
    ? ': it compares whole commits; "plan-check check" takes single plans'
    : command === 'explain'
      ? ': it explains one rule at a time'
      : command === 'init'
        ? ': it takes no path, and writes into the repository where it is run'
        : '';
