import { completionClaim } from './completion-claim.ts';
import { signAt } from './glyphs.ts';
import { blankTags } from './inline-markup.ts';
import { isInSummary, type PlanLabel } from './plan-labels.ts';
import { saidIn } from './said.ts';
import type { CurrentPhaseClaim, Labelled, OnTrackClaim, PercentClaim } from './self-report.ts';
import { partOf, rangeOf, type TextLine, withoutStruck } from './text-line.ts';

const COMPLETION =
  /^(?:(?:(?:overall|total|current|project|plan) )?(?:completion|progress)|(?:%|percent(?:age)?) (?:completed?|done)|(?:tasks|items) (?:completed?|done))$/;
const ON_TRACK = /^on[ -]track\??$/;
const CURRENT_PHASE = /^current phase$/;
const NUMBER = String.raw`(\d+(?:\.\d+)*[a-z]?|[IVX]{1,6}|[A-Z])(?![\p{L}\p{N}])`;
/** `Phase 2 of 4`, or `2 of 4`. */
const PHASE_NUMBERS: readonly RegExp[] = [
  new RegExp(String.raw`\b[Pp]hase[ \t]+#?${NUMBER}`, 'u'),
  new RegExp(
    String.raw`\b(?:[Mm]ilestone|[Ss]tage|[Ss]tep|[Tt]rack|[Ww]ave|[Pp]art|[Tt]ask)[ \t]+#?${NUMBER}`,
    'u',
  ),
  new RegExp(String.raw`^[^\p{L}\p{N}]*${NUMBER}`, 'u'),
];

/** `**Completion:** 75% overall`, `3/5 tasks`, `✅ Done` */
export const completionIn = (labels: readonly PlanLabel[]): PercentClaim | null =>
  firstClaim(labels, COMPLETION, (value, name) => {
    const claim = completionClaim(value);
    return claim === null || !isShare(claim, name) ? claim : { ...claim, isShare: true };
  });

/** `**Completion:** 3/5` may be a day, and nothing else may. */
function isShare({ percent, of }: PercentClaim, name: string): boolean {
  if (of === undefined) return false;
  const part = Math.round((percent * of) / 100);
  const [low, high] = part < of ? [part, of] : [of, part];
  return !name.includes('completion') || low < 1 || low > 12 || high > 31;
}

/** `**On track:** Yes` */
export const onTrackIn = (labels: readonly PlanLabel[]): OnTrackClaim | null =>
  firstClaim(labels, ON_TRACK, onTrackClaim);

/** `**Current Phase:** Phase 2 of 4` */
export const currentPhaseIn = (labels: readonly PlanLabel[]): CurrentPhaseClaim | null =>
  firstClaim(labels, CURRENT_PHASE, (value) => {
    const match = PHASE_NUMBERS.map((pattern) => pattern.exec(value.text)).find((found) => found !== null);
    const number = match?.[1];
    if (match === undefined || number === undefined) return null;
    const index = match.index + match[0].length - number.length;
    return { number, range: rangeOf(value, { index, length: number.length }) };
  });

/** A label of the header block, as plain text. */
export const headerLabel = (labels: readonly PlanLabel[], name: string): Labelled | null =>
  firstIn(
    labels.filter((label) => label.section.isHeader && label.name === name),
    ({ value }) => {
      const text = saidIn(value.text);
      return text === null ? null : { text, range: rangeOf(value) };
    },
  );

function firstClaim<T>(
  labels: readonly PlanLabel[],
  name: RegExp,
  read: (value: TextLine, name: string) => T | null,
): T | null {
  const named = labels.filter((label) => name.test(label.name) && isInSummary(label));
  return firstIn(named, ({ name: label, value }) => {
    const said = withoutStruck(value);
    return saidIn(said.text) === null ? null : read(said, label);
  });
}

/** What the first label that says something says. */
export function firstIn<T>(labels: readonly PlanLabel[], read: (label: PlanLabel) => T | null): T | null {
  for (const label of labels) {
    const claim = read(label);
    if (claim !== null) return claim;
  }
  return null;
}

/** "No blockers" says nothing of the time. */
const NO_WORRY =
  'no (?:blockers?|impediments?|issues?|problems?|risks?|concerns?|delays?|changes?)(?!\\p{L})';
const WORDS: readonly (readonly [OnTrackClaim['word'], RegExp])[] = [
  [
    'no',
    new RegExp(
      String.raw`^[^\p{L}]*(?!${NO_WORRY})(no|nope|not|off[ -]track|behind|delayed|late|slipping)(?!\p{L})`,
      'iu',
    ),
  ],
  ['at-risk', /(?<!(?:not|longer) )\b(at[ -]risk)\b/iu],
  [
    'at-risk',
    // "Yes, but two days late"; not "Yes, nothing is late", nor "Yes, by late March".
    /^[^\p{L}]*(?:yes|on[ -]track|true)(?!\p{L})(?:(?!\b(?:no|not|nothing|nobody|none|never)\b).)*?\b(behind|delayed|slipping|off[ -]track|late(?=$|[^\p{L}\s]| (?:by|on|with|already)\b))(?!\p{L})/iu,
  ],
  [
    'yes',
    new RegExp(
      String.raw`^[^\p{L}]*(?:${NO_WORRY}[^,;.–—]{0,60}[,;.–—][^\p{L}]{0,9})?(yes|on[ -]track|true)(?!\p{L})`,
      'iu',
    ),
  ],
];
const SIGNS: ReadonlyMap<string, OnTrackClaim['word']> = new Map([
  ['✅', 'yes'],
  ['🟢', 'yes'],
  ['⚠', 'at-risk'],
  ['🟡', 'at-risk'],
  ['🟠', 'at-risk'],
  ['❌', 'no'],
  ['🔴', 'no'],
]);

/** The worst word that is said counts: "Yes, but at risk" is at risk. A sign counts where no word does. */
function onTrackClaim(written: TextLine): OnTrackClaim | null {
  const value = { ...written, text: blankTags(written.text) };
  const sign = signAt(value.text);
  const rest = partOf(value, sign?.length ?? 0);
  for (const [word, pattern] of WORDS) {
    const match = pattern.exec(rest.text);
    const said = match?.[1];
    if (match === null || said === undefined) continue;
    return {
      word,
      range: rangeOf(rest, { index: match.index + match[0].length - said.length, length: said.length }),
    };
  }
  const word = sign === null ? undefined : SIGNS.get(sign.sign.replace('\uFE0F', ''));
  return sign === null || word === undefined
    ? null
    : { word, range: rangeOf(value, { index: 0, length: sign.length }) };
}
