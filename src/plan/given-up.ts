import { inLatin } from './in-latin.ts';

/** Behind the word nothing follows, or a reason behind a point, a comma or a dash. */
const ENDS = String.raw`(?=\s*(?:$|-(?!\p{L})|[^\p{L}\p{N}\s-]))`;
/** A reason, a place or a time; any other word is what the word is said of: "Skipped tests". */
const GOES_ON = String.raw`(?=\s+(?:to|in|by|as|at|on|of|for|from|because|due|per|since|with|after|until|till|via|beyond|in favou?r|here|entirely|completely|altogether|indefinitely|permanently|any ?more)(?!\p{L}))`;
const KEEPS_OUT = `(?:${ENDS}|${GOES_ON})`;
/** Where a phase can go, with up to five words in front; not a branch, a stage or a hand that works on it. */
const TARGET = String.raw`(?:[\p{L}\p{N}'’.-]{1,30} ){0,5}(?:(?:plans?|phases?|milestones?|epics?|sprints?|iterations?|releases?|versions?|quarters?|years?|cycles?|backlog|roadmap|tickets?|issues?|teams?|projects?|tracks?|parts?|steps?|stages?)(?!\p{L})|#\d|v\d|q[1-4](?!\p{L})|h[12](?!\p{L})|20\d\d|[\[\x60]|https?:|[\w./-]{1,80}\.mdx?(?!\p{L}))`;

const POSTPONED = `(?:deferred|postponed|shelved|de-?prioriti[sz]ed)${KEEPS_OUT}`;
const ELSEWHERE = `(?:moved|transferred|(?:handed|carried|rolled) over) (?:over )?(?:in)?to ${TARGET}|(?:handed|carried) over${ENDS}`;
const INTO_ANOTHER = `(?:merged (?:into|with)|(?:folded|rolled|absorbed|combined|split|integrated) (?:(?:up )?into|in|with|by)) ${TARGET}`;
const OF_WORK = String.raw`(?:removed|rejected|retired|discarded|withdrawn|declined)(?:${ENDS}|(?= (?:of|by|as) )| from (?:the )?(?:plan|scope|roadmap)(?!\p{L}))|duplicate(?:${ENDS}|(?= of ))`;
const NEVER = `(?:superseded|obsolete|replaced by|won['’]?t[ -]?(?:do|fix|happen|be (?:done|needed|built))|will not (?:do|happen|be (?:done|needed|built))|(?:not|no longer) (?:needed|required|necessary|applicable|relevant|pursued|wanted|doing|planned)|unnecessary|unneeded|n/a|out[ -]of[ -]scope|de-?scoped|dropped|cancell?ed|skipped|abandoned|scrapped)`;
const CALLED_OFF = String.raw`replaced by \S|${NEVER}${KEEPS_OUT}`;

const WORDS = `${POSTPONED}|${ELSEWHERE}|${INTO_ANOTHER}|${OF_WORK}|${CALLED_OFF}`;

const GIVEN_AWAY = new RegExp(String.raw`^[\s*_\x60:–—-]*(?:${WORDS})`, 'u');
const SIGNS = String.raw`(?:[\s*_\x60([:–—-]|[❌✖✗✘⛔🚫⏭⏳⬜➡⏩🗑]\uFE0F?|:(?:x|next_track_button|hourglass|no_entry|fast_forward):){0,12}`;
const GIVEN_UP = new RegExp(`^${SIGNS}(?:${WORDS})`, 'u');
const PUT_OFF = new RegExp(`^${SIGNS}(?:${POSTPONED}|${ELSEWHERE})`, 'u');
const SKIPPED_SIGN = /^[\s*_`([]{0,12}⏭/u;

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
  /\b(?:for now|so far|will|later|do|next|soon|tomorrow|until|till|temporarily|in (?:a|the) meantime)\b/u;

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
