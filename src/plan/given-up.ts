import { inLatin } from './in-latin.ts';
import { NUMBER_WORDS } from './number-words.ts';

/** Behind the word nothing follows, or a reason behind a point, a comma or a dash. */
const ENDS = String.raw`(?=\s*(?:$|-(?!\p{L})|[^\p{L}\p{N}\s-]))`;
/** A reason, a place or a time; any other word is what the word is said of: "Skipped tests". */
const GOES_ON = String.raw`(?=\s+(?:to|in|by|as|at|on|of|for|from|because|due|per|since|with|after|until|till|via|beyond|in favou?r|here|entirely|completely|altogether|indefinitely|permanently|any ?more)(?!\p{L}))`;
const KEEPS_OUT = `(?:${ENDS}|${GOES_ON})`;
/** Words in front of the place where something goes; not "main in sprint 3", nor "the top of the backlog". */
const NAMED = String.raw`\[?(?:(?!(?:in|for|as|with|via|by|on|at|of|from|since|during|per|after|before) )[\p{L}\p{N}'’.-]{1,30} ){0,5}`;
/** Not where things of that name are kept: "the release branch". */
const NO_THING = String.raw`(?![\p{L}_]|[.-]\p{L}| (?:branch|folder|director|structure|tracker|board|system|template|format|layout|channel|repo|page|file|module|package|notes|grooming))`;
const NUMBERED = String.raw`(?:steps?|stages?|parts?|tracks?) #?\d`;
/** A number, or a page or an address of a plan or an issue; any other link, code or path is one of code or of what is done. */
const POINTED_AT = String.raw`[\[\x60]?#\d|\[[^\]]{0,100}\]\((?![./]{0,20}docs?/(?!plans?/)|readme)[\w./#-]{1,100}\.mdx?(?![\p{L}\p{N}])|(?:\[[^\]]{0,100}\]\()?https?:[^\s)]{1,200}/(?:issues|browse)/|[\[\x60]?[\w./-]{0,80}plan[\w./-]{0,80}\.mdx?(?!\p{L})`;
/** Another part of the work, in which this one goes on. */
const ANOTHER = String.raw`(?:${NAMED}(?:(?:plans?|phases?|milestones?|epics?|sprints?|iterations?|backlog|roadmap)${NO_THING}|(?:tickets?|issues?) #?\d|${NUMBERED})|${POINTED_AT})`;
/** Where, or when, it may go on; not a branch, a stage or a hand that works on it. */
const TARGET = String.raw`(?:${NAMED}(?:(?:releases?|quarters?|years?|cycles?|tickets?|issues?)${NO_THING}|(?:v\d[\d.]{0,8}|q[1-4]|h[12]|20\d\d)${KEEPS_OUT})|${ANOTHER})`;

const PUT_OFF_WORDS = 'deferred|postponed|shelved|de-?prioriti[sz]ed';
const POSTPONED = `(?:${PUT_OFF_WORDS})${KEEPS_OUT}`;
const ELSEWHERE = `(?:moved|transferred|(?:handed|carried|rolled) over) (?:over )?(?:in)?to ${TARGET}|(?:handed|carried) over${ENDS}`;
const INTO_ANOTHER = String.raw`(?:merged (?:into|with)|(?:folded|rolled|absorbed|combined) (?:(?:up )?into|in|with|by)|integrated (?:in|into)|split (?:up )?into(?! (?:\d|(?:${NUMBER_WORDS}|several|many) ))) ${ANOTHER}`;
const OF_WORK = String.raw`(?:removed|retired|discarded|withdrawn|declined)(?:${ENDS}|(?= (?:of|by|as) )| from (?:the )?(?:plan|scope|roadmap)(?!\p{L}))|rejected${ENDS}|duplicate(?:${ENDS}|(?= of ))`;
const NEVER = `(?:superseded|obsolete|won['’]?t[ -]?(?:do|fix|happen|be (?:done|needed|built))|will not (?:do|happen|be (?:done|needed|built))|(?:not|no longer) (?:needed|required|necessary|applicable(?! to (?!this|us|our))|relevant|pursued|wanted|doing|planned)|unnecessary|unneeded|n/a|out[ -]of[ -]scope|de-?scoped|dropped|cancell?ed|skipped|abandoned|scrapped)`;
/** What is given up, in words that need no place to go to, as the source of a regular expression. */
export const GIVEN_UP_WORDS = `(?:${PUT_OFF_WORDS}|${NEVER})`;
/** "Closed as wontfix" */
const CLOSED = String.raw`(?:closed|resolved)(?: as (?:an? )?|[\s(:,–—-]{1,6})(?:(?:duplicate|declined|rejected)${ENDS}|duplicate(?= of )|${NEVER}${KEEPS_OUT})`;
const CALLED_OFF = String.raw`replaced by (?![\x60·])\S|${NEVER}${KEEPS_OUT}`;

const WORDS = `${POSTPONED}|${ELSEWHERE}|${INTO_ANOTHER}|${OF_WORK}|${CALLED_OFF}|${CLOSED}`;

const GIVEN_AWAY = new RegExp(String.raw`^[\s*_\x60:–—-]*(?:${WORDS})`, 'u');
const SIGNS = String.raw`(?:[\s*_\x60([:–—-]|[❌✖✗✘⛔🚫⏭⏳⬜➡⏩🗑]\uFE0F?|:(?:x|next_track_button|hourglass|no_entry|fast_forward):){0,12}`;
const GIVEN_UP = new RegExp(`^${SIGNS}(?:${WORDS})`, 'u');
const PUT_OFF = new RegExp(`^${SIGNS}(?:${POSTPONED}|${ELSEWHERE})`, 'u');
const SKIPPED_SIGN = /^[\s*_`([]{0,12}⏭/u;

const BEGINS_ELSEWHERE = new RegExp(`^${TARGET}`, 'u');
const LEAD = /^[^\p{L}]{0,30}/u;
const IS_PUT_OFF = new RegExp(`(?:${POSTPONED}|${ELSEWHERE})`, 'u');
const GOES_TO = new RegExp(`(?:${ELSEWHERE}|${INTO_ANOTHER})`, 'u');

/** Somebody works on it, will, or does not know yet. */
const AT_WORK = new RegExp(
  [
    String.raw`\b(?:still|now|yet|currently|retry|retries|retrying|the rest|rest (?:in|is|of|to|by|later)|remain(?:s|ing|der)?|in[ -]?progress|progress|ongoing|wip|under ?way|doing|building|starts?|started|starting|continu(?:es?|ed|ing)|working|work in)\b`,
    String.raw`\b(?:(?:in|to|up for) tests?|testing|retest|review(?:s|ed|ing)?|qa|uat|(?:in|on|to) ci|staging|again|redo|redone|rework(?:ed|ing)?|resum(?:es?|ed|ing)|restart(?:s|ed|ing)?|resubmit(?:ted)?|re-?open(?:ed|s|ing)?|re-?added|reviv(?:ed|ing)|reinstated|restored|revert(?:ed|ing)?|undone)\b`,
    String.raw`\b(?:open(?!-)|pending|to-?do|fix(?:es|ing)?|partly|partially|mostly|except|but|half|some of|undecided|not (?:decided|sure|cancell?ed|dropped)|maybe|perhaps|tb[acd]|unclear)\b`,
    String.raw`[?¿🔄🚧⏳⬜☐]|\[[ /]?\]`,
  ].join('|'),
  'u',
);
/** What is postponed may say so in as many words; of what is called off they take it back. */
const COMES_BACK =
  /\b(?:for now|so far|will|later|do|next|soon|tomorrow|until|till|temporarily|in (?:a|the) meantime|in part|back(?!-)|wrongly|by (?:mistake|accident)|accidentally|to be (?:done|tested|added|built|written|retried|finished|decided)|then|accepted|blocked|(?<!not )planned|(?<!(?:not|longer) )(?:required|needed) (?:for|by))\b|\b(?:missing|wrong)(?=\s*(?:$|[^\p{L}\s]))/u;

/** Nobody reads more of a cell; what is longer is not plain. */
const MAX_TEXT = 1_000;

/**
 * Whether a cell or a label says that something was given up, or went elsewhere: `Won't do`, `❌ Merged into Phase 2`.
 * Not where it may be read otherwise: "Skipped – still open", "Moved to QA".
 */
export const isGivenUp = (text: string): boolean => isSaid(text, GIVEN_UP);

/** What is not done here and never will be, right behind a sign; `⏳ Moved to the next plan`. */
export const isGivenAway = (text: string): boolean => isSaid(text, GIVEN_AWAY);

/** Of what is given up, whether it is to be done at another time or place; null for what is not given up. */
export function givenUpState(text: string): 'deferred' | 'cancelled' | null {
  if (isSaid(text, PUT_OFF)) return 'deferred';
  return isGivenUp(text) || isSkippedSign(text) ? 'cancelled' : null;
}

/** Whether a text begins with a place where work can go: `Phase 3`, `#12`. */
export const isElsewhere = (text: string): boolean =>
  text.length <= MAX_TEXT && BEGINS_ELSEWHERE.test(inLatin(text).trim());

function isSaid(text: string, pattern: RegExp): boolean {
  if (text.length > MAX_TEXT) return false;
  const said = inLatin(text);
  const [word] = pattern.exec(said) ?? [];
  if (word === undefined || (GOES_TO.test(word) && AT_WORK.test(word.replace(LEAD, '')))) return false;
  const tail = said.slice(word.length);
  return IS_PUT_OFF.test(word)
    ? !AT_WORK.test(tail.replaceAll('for now', ' '))
    : !AT_WORK.test(tail) && !COMES_BACK.test(tail);
}

function isSkippedSign(text: string): boolean {
  if (text.length > MAX_TEXT) return false;
  const said = inLatin(text);
  return SKIPPED_SIGN.test(said) && !AT_WORK.test(said) && !COMES_BACK.test(said);
}
