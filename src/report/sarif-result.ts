import { fingerprint } from '../fingerprint.ts';
import type { Range } from '../plan/position.ts';
import type { Diagnostic } from '../rules/diagnostic.ts';
import { cleanLine, shorten } from './clean-text.ts';
import { encodePath } from './links.ts';

export interface ResultPlace {
  /** Among the rules that the run describes. */
  readonly ruleIndex: number;
  readonly level: string;
  /** The line that the finding begins on, as it stands; null where the text is not at hand. */
  readonly line: string | null;
  /** How often each fingerprint came before; it grows. */
  readonly seen: Map<string, number>;
}

/** Characters. */
const MESSAGE_LENGTH = 1_000;

/** One finding. What nobody has to mend now is suppressed, with the reason. */
export function sarifResult(finding: Diagnostic, { ruleIndex, level, line, seen }: ResultPlace): object {
  const { rule, message, help, path, range, count } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level,
    message: { text: sarifMessage([message, help ?? ''].join(' ')) },
    locations: [{ physicalLocation: { ...fileLocation(path), region: region(range) } }],
    partialFingerprints: { primaryLocationLineHash: lineHash(finding, line, seen) },
    occurrenceCount: count,
    suppressions: suppressions(finding),
    ...fixes(finding),
  };
}

/** A path from the repository's root, as a URI. */
export const fileLocation = (path: string): object => ({
  artifactLocation: { uri: encodePath(path), uriBaseId: '%SRCROOT%' },
});

/** One visible line in which a viewer finds neither a link nor a gap to fill in. */
export const sarifMessage = (sentence: string): string =>
  shorten(cleanLine(sentence), MESSAGE_LENGTH)
    .replaceAll('](', '\\](')
    .replaceAll(/\{(\d+)\}/g, '{{$1}}');

/** Lines and columns from 1; the last column does not belong to it. */
const region = ({ start, end }: Range): object => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

/**
 * The same while lines move: of the rule, the file, and the text of the line; the second like it has a 2 behind it. Without
 * the text the message stands in, but for its numbers: days count on.
 */
function lineHash(
  { rule, path, message }: Diagnostic,
  line: string | null,
  seen: Map<string, number>,
): string {
  const hash = fingerprint([rule, path, line ?? message.replaceAll(/\d+/g, '')]);
  const count = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, count);
  return `${hash}:${count}`;
}

function suppressions({ isNew, waived, known }: Diagnostic): readonly object[] {
  const accepted = (kind: 'inSource' | 'external', why: string) => ({
    kind,
    status: 'accepted',
    justification: why,
  });
  return [
    ...(waived === null ? [] : [accepted('inSource', sarifMessage(justification(waived)))]),
    ...(known ? [accepted('external', 'It is in the baseline.')] : []),
    ...(isNew ? [] : [accepted('external', 'It was there before the change.')]),
  ];
}

/** `Until 2026-04-01: The team is away.` */
const justification = ({ reason, until }: NonNullable<Diagnostic['waived']>): string =>
  until === null ? reason : `Until ${until}: ${reason}`;

function fixes({ fix, path }: Diagnostic): { readonly fixes?: readonly object[] } {
  if (fix === null) return {};
  const replacements = fix.edits.map(({ range, text }) => ({
    deletedRegion: region(range),
    insertedContent: { text },
  }));
  return {
    fixes: [
      {
        description: {
          text: fix.needsChange ? 'What the message says.' : 'What "plan-check fix" writes.',
        },
        artifactChanges: [{ ...fileLocation(path), replacements }],
      },
    ],
  };
}
