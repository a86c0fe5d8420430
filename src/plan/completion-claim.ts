import { readPercent } from './percent-mark.ts';
import type { PercentClaim } from './self-report.ts';
import { ARROW } from './state-arrow.ts';
import { readStateMark, type StateMark } from './state-mark.ts';
import { partOf, rangeOf, type Stretch, type TextLine } from './text-line.ts';

/** Characters of a value that are looked at. */
const MAX_VALUE = 300;
/** Words that make a percentage one of something else than the whole plan: of a part, an aim, what was. */
const OTHER_BEFORE =
  /(?<!\p{L})(?:phases?|milestones?|steps?|stages?|sprints?|parts?|tracks?|waves?|targets?|goals?|aims?|expected|planned|estimated|previously|was|from|by|coverage|uptime|availability|accuracy|roll-?out|canary|traffic|users|up|down)(?!\p{L})/iu;
/** Right behind it, only a few words leave it one of the whole: "100% parity" is another thing. */
const OTHER_BEHIND =
  /^[*_`]*[ \t]+(?:of (?!(?:the |all |our )*(?:whole |total |planned )?(?:plan|project|tasks?|work|total|boxes|items?|scope|whole|implementation|to-?dos?)(?!\p{L}))|(?!(?:of|overall|completed?|done|finished|implemented|so|as|after|since|and|but|with|through|for|at|on|in|to|total|progress|wip|now|today|currently|including|excluding|pending)(?!\p{L}))\p{L})/iu;
/** What may follow a word or a sign that is all that is said: a day, and the end. */
const END =
  /^[\s*_`.!)\]]*(?:(?:✅|✔|☑|🎉)\uFE0F?)?\s*(?:\(?(?:(?:on|in|since) )?\d{4}-\d{2}(?:-\d{2})?\)?)?[\s*_`.!)\]]*$/u;
const FRACTION =
  /^[\s*_`~(]*(\d{1,6})(?:[ \t]?\/[ \t]?|[ \t](?:out )?of[ \t])(\d{1,6})(?![\d/.,-])[*_`]{0,3}(?:[ \t]+((?:tasks?|boxes|box|items?|to-?dos?|checkboxes)(?!\p{L})|(?:done|completed?|finished)(?!\p{L}))|(?=[\s*_`)]*(?:$|[([,;.–—])))/iu;

/**
 * What `**Completion:**` says: a percentage, a share such as `3/5 tasks`, or a word or a sign for all or nothing. Of
 * several the one that says most; null when it says none of them, or speaks of something else.
 */
export function completionClaim(label: TextLine): PercentClaim | null {
  const value = partOf(label, 0, MAX_VALUE);
  const claims = [percentClaim(value), shareClaim(value), stateClaim(value)].flatMap((claim) => claim ?? []);
  return claims.toSorted((a, b) => b.percent - a.percent)[0] ?? null;
}

/** The first percentage of a text, as far as it is one of the whole; of several with arrows between them the last one. */
export function percentClaim(line: TextLine): PercentClaim | null {
  const value = partOf(line, 0, MAX_VALUE);
  const mark = readPercent(value.text);
  if (mark === null) return null;
  const arrow = ARROW.exec(value.text.slice(mark.index + mark.length));
  if (arrow !== null) return percentClaim(partOf(value, mark.index + mark.length + arrow[0].length));
  return isOfOther(value.text, mark) ? null : { percent: mark.percent, range: rangeOf(value, mark) };
}

/** Whether what stands around a percentage makes it one of a part, of an aim, or of another thing. */
export const isOfOther = (text: string, { index, length }: Stretch): boolean =>
  OTHER_BEFORE.test(text.slice(0, index)) || OTHER_BEHIND.test(text.slice(index + length));

/** `3/5 tasks`. A share without a word may be a day: who judges it compares the whole with what there is. */
export function shareClaim(value: TextLine): PercentClaim | null {
  const [whole, part = '', all = '', unit] = FRACTION.exec(value.text) ?? [];
  if (whole === undefined || Number(all) === 0) return null;
  const index = whole.indexOf(part);
  const length = value.text.indexOf(all, index + part.length) + all.length - index;
  return {
    percent: (100 * Number(part)) / Number(all),
    range: rangeOf(value, { index, length }),
    ...(unit === undefined ? { of: Number(all) } : {}),
  };
}

/** A state that is all that is said, but for a day; null for any other text. */
export function stateAlone(text: string): StateMark | null {
  const mark = readStateMark(text);
  const behind = mark === null ? '' : text.slice(mark.index + mark.length);
  return mark !== null && behind.length <= MAX_VALUE && END.test(behind) ? mark : null;
}

function stateClaim(value: TextLine): PercentClaim | null {
  const mark = stateAlone(value.text);
  if (mark === null) return null;
  if (mark.state !== 'complete' && mark.state !== 'not-started') return null;
  return { percent: mark.state === 'complete' ? 100 : 0, range: rangeOf(value, mark) };
}
