import { withRealGlyphs } from './glyphs.ts';
import { plainText } from './inline-text.ts';
import { isShown } from './item-state.ts';
import { namedIn, saidIn } from './said.ts';
import type { Blocker } from './self-report.ts';
import { firstDateIn } from './spoken-date.ts';
import { readStateMark } from './state-mark.ts';
import { rangeOfLines, type TextLine } from './text-line.ts';

/** What is written of one blocker. */
export interface BlockerText {
  /** Its text, which its fields may follow. */
  readonly lines: readonly TextLine[];
  /** What belongs to it: fields and remarks. */
  readonly below: readonly TextLine[];
  /** Its fields by name, where it is a row of a table. */
  readonly cells: ReadonlyMap<string, string> | null;
  /** It stands among those that are said to be closed. */
  readonly isClosed: boolean;
}

type Fields = ReadonlyMap<string, string>;

const FIELD = /^[*_]{0,3}(impact|blocks|owner|eta|due|status|resolved)[*_]{0,3}[ \t]*:[*_]{0,3}[ \t]*(.*)$/i;
/** `(Owner: Ann, ETA: 2026-05-01)` in the text itself. */
const INLINE = /\b(impact|owner|eta)[ \t]*:[ \t]*([^;,)|]+)/gi;
const SAME: ReadonlyMap<string, string> = new Map([
  ['blocks', 'impact'],
  ['due', 'eta'],
]);

const NONE =
  /^(?:(?:none|nothing|nil|n\/a)(?:$|[.,;:!(–—-]| (?:at|right|currently|yet|known|identified|so far|for now|active|as of|this|today|to report|blocking)\b)|no (?:(?:active|current|known|open|major|critical|new|other) )*(?:blockers?|impediments?)\b|[-–—.]+$)/i;
const BUT = /\b(?:except|but|other than|apart from|besides)\b/i;

const CLOSED_WORD = '(?:resolved|closed|fixed|cleared|unblocked)';
/** "(resolved once the vendor answers)" and "(fixed by Friday)" are still open; "(fixed by Ann)" is not. */
const HOPED =
  '[ \\t]+(?:when|once|if|after|until|as soon|next|in \\d|by (?:\\d|next|the end|end|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\\b))';
const CLOSED: readonly RegExp[] = [
  /^(?:✅|✔|☑)|(?:✅|✔️?|☑️?)$/u,
  new RegExp(String.raw`(?:✅|✔️?|☑️?)[ \t]*(?:done|${CLOSED_WORD})\b(?!${HOPED})`, 'iu'),
  new RegExp(String.raw`^[([]?${CLOSED_WORD}(?:$|[)\]:]|[ \t]+[(–—-])`, 'i'),
  new RegExp(String.raw`^[([]?${CLOSED_WORD}[ \t]+(?:on[ \t]+)?\d{4}-\d\d-\d\d(?:$|[ \t]*[)\]:.,;–—-])`, 'i'),
  new RegExp(String.raw`^${CLOSED_WORD} on [^:\d]{0,12}\d[^:]{0,16}:`, 'i'),
  new RegExp(String.raw`[([]${CLOSED_WORD}\b(?!${HOPED})[^()[\]]*[)\]][.]?$`, 'i'),
  new RegExp(
    String.raw`(?:[–—.:;]|(?<!\w)-)[ \t]*${CLOSED_WORD}(?:[.]?$|[ \t]+(?:on|via|with|in #\d)|,?[ \t]+\d{4}-)`,
    'i',
  ),
  /\bno longer (?:blocking|blocked|(?:a )?blocker|an? (?:issue|problem))[.)\]]{0,3}$/i,
];

const STRUCK = /^[*_\s]*~~([^~]+)~~/;
const REMAINS = new RegExp(
  String.raw`\b(?:not (?:yet )?(?:done|${CLOSED_WORD})|still (?:open|blocked|blocking)|unresolved|re-?opened|${CLOSED_WORD}${HOPED})`,
  'i',
);

/** Whatever the remark behind it tells, but that it is open after all. */
function beginsStruck(markdown: string): boolean {
  const [struck, text = ''] = STRUCK.exec(markdown) ?? [];
  return struck !== undefined && isShown(text) && !REMAINS.test(markdown.slice(struck.length));
}

/** One blocker; none where the text says that there is none, or is still the template's. */
export function blockerOf(
  { lines, below, cells, isClosed }: BlockerText,
  phase: string | null,
): readonly Blocker[] {
  const own = lines.slice(0, firstField(lines));
  const markdown = own.map((line) => line.text).join(' ');
  const text = saidIn(markdown);
  if (text === null || (NONE.test(text) && !BUT.test(text))) return [];
  const fields = cells ?? fieldsOf([...lines.slice(own.length), ...below], text);
  const eta = namedIn(fields.get('eta') ?? '');
  return [
    {
      text,
      impact: namedIn(fields.get('impact') ?? ''),
      owner: namedIn(fields.get('owner') ?? ''),
      eta: eta === null ? null : { text: eta, date: firstDateIn(fields.get('eta') ?? '')?.date ?? null },
      isClosed:
        isClosed || beginsStruck(markdown) || CLOSED.some((sign) => sign.test(text)) || isOver(fields),
      phase,
      range: rangeOfLines(lines.slice(0, 1)),
    },
  ];
}

function firstField(lines: readonly TextLine[]): number {
  const first = lines.findIndex(({ text }, index) => index > 0 && FIELD.test(text));
  return first === -1 ? lines.length : first;
}

/** Of lines of their own, else of the text; the first of each name. */
function fieldsOf(lines: readonly TextLine[], text: string): Fields {
  const fields = new Map<string, string>();
  const add = (name: string, value: string): void => {
    const key = SAME.get(name.toLowerCase()) ?? name.toLowerCase();
    if (!fields.has(key)) fields.set(key, value.trim());
  };
  for (const line of lines) {
    const match = FIELD.exec(line.text);
    if (match !== null) add(match[1] ?? '', match[2] ?? '');
  }
  for (const [, name = '', value = ''] of text.matchAll(INLINE)) add(name, value);
  return fields;
}

/** `Status: Resolved`, or `Resolved: 2026-04-02`. */
function isOver(fields: Fields): boolean {
  const status = withRealGlyphs(plainText(fields.get('status') ?? ''));
  const resolved = namedIn(fields.get('resolved') ?? '');
  return (
    readStateMark(status)?.state === 'complete' ||
    new RegExp(`^${CLOSED_WORD}\\b`, 'i').test(status) ||
    (resolved !== null && !/^(?:no|not)\b/i.test(resolved))
  );
}
