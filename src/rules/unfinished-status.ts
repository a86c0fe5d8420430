import { isOfOther } from '../plan/completion-claim.ts';
import { leavesADoubt } from '../plan/doubts.ts';
import { GIVEN_UP_WORDS, isGivenUp } from '../plan/given-up.ts';
import { NUMBER_WORDS } from '../plan/number-words.ts';
import { readPercent } from '../plan/percent-mark.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../plan/position.ts';
import { readStateMark, type StateMark } from '../plan/state-mark.ts';
import { rangeOf, type TextLine, withoutStruck } from '../plan/text-line.ts';
import { textPlaces } from '../plan/text-places.ts';
import { statusWord } from './status-in-body.ts';

/** Characters of a status that are looked at. */
const MAX_STATUS = 300;
/** A word for what is over, with which the status begins or, behind another one, goes on. */
const OVER =
  /^\P{L}*(?:(?:all|fully|completely) )?(?:completed?|done|finished|shipped)(?!\p{L})|^[\s*_]*(?:✅|✔|✓|☑)/iu;
const OVER_LATER = /\b(?:completed?|done|finished|shipped)\b|✅/iu;
const NOT_QUITE = /^(?:not|in|almost|nearly|mostly|part)/i;
/** Behind a word for a state, or alone; not "reopened in May, completed in June". */
const REOPENED = /\bre-?opened\b(?!.*\b(?:completed?|done|finished|shipped|closed)\b)/iu;
const REOPENED_AND_CLOSED = /\bre-?opened\b.*\b(?:completed?|done|finished|shipped|closed)\b(?: again)?/iu;
/** Words for what is over that are no state of a phase. */
const OUT =
  /^[\s*_]*(?:merged|deployed|released|closed|resolved|implemented|live)(?=\s*(?:$|[^\p{L}\p{N}\s-]))/iu;
/** Of all doubts those that say that something is left, and not how it went. */
const IS_LEFT =
  /\b(?:not|\p{L}{2,6}n['’]t|open|pending|missing|remain(?:s|ing(?! risks?))|outstanding|to-?do|tb[ad]|fail(?:s|ed|ing)?|broken|red|blocked|in[ -]progress|wip|(?:await(?:s|ing)|waiting(?: for)?)(?! (?:\p{L}{1,20} )?feedback)|needs|un(?:tested|merged|verified|reviewed|released|deployed|finished)|partly|partially|in part|so far)\b|[?⏳🔄🚧❌]/iu;
/** How much is done; what became of the rest may stand behind a comma. */
const ALL_BUT = new RegExp(
  String.raw`\bexcept\b|\b(?:\d{1,4}|${NUMBER_WORDS}) (?:out )?of (?:the |our )?(?:\d{1,4}|${NUMBER_WORDS})\b`,
  'iu',
);
/** The same further behind, where a plan tells as well what was, and why. */
const IS_LEFT_LATER =
  /\b(?:still|missing|pending|outstanding|to-?do|tb[ad]|remain(?:s|ing(?! risks?))|failing|blocked|yet to|not (?:yet|done|completed?|finished|merged|deployed|released|tested|verified|reviewed)|un(?:tested|merged|verified|reviewed|released|deployed|finished)|(?:tests?|ci|build|deployment|migration) fail(?:s|ed)|\d{1,4} open|open (?:prs?|items?|points?|tasks?|issues?|bugs?|steps?))\b|[⏳🔄🚧❌]/iu;
/** What is left is another plan's, or nobody's. */
const ELSEWHERE = new RegExp(
  String.raw`\b(?:${GIVEN_UP_WORDS}|moved|carried over|transferred|(?:did|do|does)(?:n['’]t| not) need|(?:next|another|successor|follow-?up) plan|(?:see|for|as) .{0,40}follow-?ups?)\b|\b(?:in|to|see|by|with) \[[^\]]{0,100}\]\([^()\s]{1,200}\.mdx?[#)]`,
  'iu',
);
/** Where a clause ends; not the point of a number or of a file's name. */
const CLAUSES = /[.;!](?=\s|$)/u;
/** Of which each tells of another thing: "tests pending, docs dropped". */
const PARTS = /,\s|\sbut\s/u;
/** Between "Complete" and a percentage that is its own. */
const BESIDE = /^[\s*_:,(–—-]{0,5}$/u;

/**
 * What the header's `**Status:**` says where it says that the plan is not over, and in other words than those of a state,
 * with which another rule compares the front matter: "Almost done", "90% complete", "Completed (pending sign-off)".
 */
export function unfinishedStatus(plan: Plan): Range | null {
  const { status } = plan.selfReport;
  const word = statusWord(plan);
  if (status === null || (word !== null && word.state !== 'completed' && word.state !== 'over')) return null;
  const { start } = status.range;
  const text = textPlaces(plan.text).textIn(status.range).slice(0, MAX_STATUS);
  const line = withoutStruck({ ...start, text });
  if (isGivenUp(line.text)) return null;
  const mark = readStateMark(line.text);
  return isUnfinished(line, mark) ? rangeOf(line) : null;
}

function isUnfinished({ text }: TextLine, mark: StateMark | null): boolean {
  const percent = readPercent(text);
  const isPart = percent !== null && percent.percent < 100 && !isOfOther(text, percent);
  if (REOPENED.test(text)) return true;
  if (mark === null) {
    const [out] = OUT.exec(text) ?? [];
    return isPart || (out !== undefined && leavesWork(text.slice(out.length)));
  }
  const behind = text.slice(mark.index + mark.length);
  const said = text.slice(mark.index, mark.index + mark.length);
  if (OVER.test(said)) {
    const between = percent === null ? '' : text.slice(mark.index + mark.length, percent.index);
    return (isPart && BESIDE.test(between)) || leavesWork(behind);
  }
  if (mark.state === 'complete' || mark.state === 'dropped') return false;
  return NOT_QUITE.test(said) || !OVER_LATER.test(behind);
}

/** Whether a plan that is over by its own words has something left: "Complete, one open PR". */
function leavesWork(behind: string): boolean {
  const [first = '', ...later] = behind
    .replace(REOPENED_AND_CLOSED, ' ')
    .replace(/^[\s;]{1,20}/, '')
    .split(CLAUSES);
  return (
    isLeft(first, ALL_BUT) ||
    first.split(PARTS).some((part) => isLeft(part, IS_LEFT)) ||
    later.some((clause) => isLeft(clause, IS_LEFT_LATER))
  );
}

const isLeft = (text: string, words: RegExp): boolean =>
  words.test(text) && !ELSEWHERE.test(text) && leavesADoubt(text);
