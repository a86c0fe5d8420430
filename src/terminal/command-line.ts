import { PlanCheckError } from '../plan-check-error.ts';
import { type Inputs, readTerminalOptions } from '../settings/inputs.ts';
import { impossibleValue } from '../settings/setting-problem.ts';
import { oneOf } from '../settings/value-reader.ts';
import { refuseWhatTheCommandDoesNotTake } from './command-limits.ts';
import { isSetting, parseWords } from './command-words.ts';

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
    inputs: readTerminalOptions(Object.fromEntries([...options].filter(([name]) => isSetting(name)))),
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

function readFormat(text: string): Format {
  const format = FORMATS.find((name) => name === text);
  if (format !== undefined) return format;
  throw new PlanCheckError(impossibleValue('Option "--format"', text, oneOf(FORMATS)));
}
