import { FILE_START } from '../plan/position.ts';
import type { Door, DoorKind, UnreadableReason } from '../repository/repository.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Ledger } from './ledger.ts';
import { helpOf, messageOf } from './message.ts';
import { defineRule, type Finding, type RunKind } from './rule.ts';
import { type JudgingSettings, severityOf } from './severity.ts';

/** There is no plan to check: the finding is made by `unreadableFileDiagnostic`. */
export const unreadableFile = defineRule<UnreadableReason | `door-${DoorKind}`>({
  id: 'unreadable-file',
  description: 'A plan is a text file in UTF-8 of at most one megabyte.',
  concern: 'syntax',
  severity: { changes: 'error', scan: 'error' },
  minimal: true,
  waivable: false,
  messages: {
    binary:
      'The file is binary and was not checked: write the plan as Markdown, or leave the file out with "ignore".',
    'not-utf-8': 'The file is not UTF-8 and was not checked: save it in UTF-8.',
    'too-large': 'The file is larger than one megabyte and was not checked: split the plan.',
    'symbolic-link':
      'The file is a symbolic link and was not checked: put the plan itself here, or leave the link out with "ignore".',
    submodule: 'This is a submodule, not a plan: leave it out with "ignore".',
    'special-file':
      'This is a pipe, a socket or a device and was not checked: put a file here, or leave it out with "ignore".',
    'door-symbolic-link':
      '"{{name}}" is {{what}}, and no plan behind it is looked at: put the files here, name the folder that it leads to in "plans", or leave the link out with "ignore".',
    'door-submodule':
      '"{{name}}" is a repository of its own, such as a submodule, and no plan in it is looked at: put the files here, check them there, or leave it out with "ignore".',
    'door-special-file':
      '"{{name}}" is a pipe, a socket or a device where plans may lie: put a folder here, or leave it out with "ignore".',
    folder: 'This is a folder, not a plan: rename it, or leave it out with "ignore".',
  },
  *check() {},
});

interface Unreadable {
  readonly reason: UnreadableReason;
  /** Why it was no text at the base either; null where it was one, where there is no base, and where nobody knows. */
  readonly before: UnreadableReason | null;
  /** Where it stands for plans that may lie behind it. */
  readonly door?: Door;
}

/** The finding about a file that could not be read as a plan. Switching the rule off leaves a notice: what nobody read is never good. */
export function unreadableFileDiagnostic(
  path: string,
  { reason, before, door }: Unreadable,
  {
    run,
    settings,
    ledger,
  }: { readonly run: RunKind; readonly settings: JudgingSettings; readonly ledger?: Ledger },
): Diagnostic {
  const finding: Finding = door === undefined ? { messageId: reason, range: FILE_START } : doorFinding(door);
  const severity = severityOf(unreadableFile, { run, settings, lifecycle: null, concern: 'syntax' });
  return {
    rule: unreadableFile.id,
    severity: severity === 'off' ? 'notice' : severity,
    message: messageOf(unreadableFile, finding, []),
    path,
    range: finding.range,
    help: helpOf(unreadableFile, finding, []),
    isNew: reason !== before,
    count: 1,
    fix: null,
    waived: null,
    known:
      ledger?.take({ rule: unreadableFile.id, path, previousPath: null, text: reason, count: 1 }) ?? false,
  };
}

const doorFinding = ({ path, kind, target }: Door): Finding => ({
  messageId: `door-${kind}`,
  data: { name: path, what: target === null ? 'a symbolic link' : `a symbolic link to "${target}"` },
  range: FILE_START,
});
