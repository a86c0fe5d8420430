import { inLatin } from './in-latin.ts';
import { NUMBER_WORDS, numberInDigits } from './number-words.ts';

/** A file, an address, a person: a word in its name is none of what is said. */
const NAMES =
  /\bhttps?:\/\/[^\s,;()]+|(?<![\w@])@[\w-]+|(?<![\w./-])[\w./-]+\.(?:mdx?|[jt]sx?|[cm]js|py|go|rs|java|kt|rb|php|cs|cpp|sh|ya?ml|json|toml|sql|s?css|html?|txt|proto|tf|lock)\b/gu;

const TROUBLE =
  '(?:issues?|regressions?|errors?|problems?|blockers?|bugs?|failures?|warnings?|conflicts?|defects?|incidents?|downtime|breakages?|complaints?|surprises|breaking changes?|to-?dos?|loose ends)';
const CHANGES = '(?:changes?|actions?|fix(?:es)?|follow-?ups?|work|migrations?|updates?)';
const SEEN = '(?:found|seen|detected|reported|observed|known|remaining|left|open|outstanding)';
/** Behind it the clause ends, or goes on about where and when. */
const SO_IT_ENDS = String.raw`(?=\s*(?:$|[^\p{L}\p{N}\s])|\s+(?:in|on|at|after|during|for|with|since|from|so far|as of)\b)`;
/** What sounds like a doubt, and says that there is none. */
const ASSURANCES = new RegExp(
  [
    String.raw`\b(?:no|zero|0|without|without any)(?: (?:known|open|new|more|further|other|major|critical|remaining|outstanding|any))? ${TROUBLE}(?: ${SEEN})?(?: so far)?${SO_IT_ENDS}`,
    String.raw`\bno (?:further |more |other |additional |code )?${CHANGES} (?:needed|required|necessary)${SO_IT_ENDS}`,
    String.raw`\b(?:nothing|none|zero|0)(?: (?:is|are|was|were))? (?:left|remaining|remains|open|outstanding|missing|pending|failed|failing|broken|skipped|blocked|more to do|left to do|to do|left open)${SO_IT_ENDS}`,
    String.raw`\b(?:fixed|repaired|added|resolved|closed|filled in|wrote|cleared)(?: (?:the|all|a|an|\d{1,6}))?(?: the)? (?:failing|failed|broken|missing|blocked|skipped|open|remaining|outstanding)(?= \p{L})`,
    String.raw`\bas (?:part of|expected|planned|needed)\b`,
    String.raw`\b(?:read|write|append|view|insert)-only\b`,
    String.raw`\d (?:or|and) later\b`,
    String.raw`\b(?:by|with|from|to) will\b`,
    String.raw`\b(?:at most|at once|on target|no-ops?|no-code|next\.?js|next v?\d{1,3}(?! (?:day|week|month|sprint|year|quarter|hour|step|phase)s?)|open-sourced?|openapi)\b`,
    String.raw`\bonce (?:a|per|every|more|again)\b`,
    String.raw`\bpart of (?:#\d|prs?\b|mrs?\b)`,
    String.raw`\bleft (?:nav|join|side|panel|menu|column|sidebar|hand|margin|pane)\b|\bleft-\p{L}`,
    String.raw`\btargets? (?:reached|met|hit|achieved|exceeded)\b`,
    String.raw`\b(?:last|since|on) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b`,
    String.raw`\bdue to\b`,
  ].join('|'),
  'gu',
);

/** An exception, a part, a condition, a question, something to come, or that it was taken back. */
const DOUBTS = new RegExp(
  [
    String.raw`\b(?:no|not|none|nothing|nobody|no one|neither|nor|never|nil|zero|cannot|without|minus|lacks?|lacking|(?:ca|wo|do|does|did|is|are|was|were|has|have|had|could|would|should)n['’]?t)\b`,
    String.raw`\bun(?:tested|verified|done|finished|merged|reviewed|released|deployed|published|approved|confirmed|checked|resolved|committed|documented|implemented|signed|solved|proven|stable|clear|known|certain|sure|tried)\b`,
    String.raw`\b(?:in(?:complete|conclusive)|except(?:ing)?|exclud(?:es|ing)|excl|besides|apart from|aside from|other than|save for|but|only|though|although|however|yet|still|some)\b`,
    String.raw`\b(?:part(?:s|ly|ial|ially)?|most(?:ly)?|almost|nearly|largely|half|halfway|basically|practically|virtually|pretty much|more or less|kind ?of|kinda|sort ?of|sorta|first of)\b`,
    String.raw`\b(?:(?:one|two|three|four|five)[- ](?:thirds?|quarters?|fifths?|sixths?)|%-?ish)\b|%-?ish\b`,
    String.raw`\b(?:pending|await(?:s|ing)?|wait(?:s|ing)?|to-?dos?|to do|fixme|tb[acdr]|open|reopen(?:ed|ing)?|re-open(?:ed|ing)?|remain(?:s|ing)?|left|missing|outstanding|later|soon|tonight|tomorrow|planned|planning|scheduled|estimated|next|for now|so far|thus far)\b`,
    String.raw`\b(?:will|should|would|to be|to follow|needs?|needed|might|may (?:be|need|not|still|have|break|fail|change)|expected|target|goal(?= ?:)|due|eta|eo[dwmqy]|ready (?:for|to))\b`,
    String.raw`\bby (?:the )?(?:end|next|mid|late|early|q[1-4]|h[12]|20\d\d|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)\b`,
    String.raw`\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b`,
    String.raw`(?:^|[,;:(–—-])\s*to (?:verify|test|review|merge|deploy|release|check|confirm|fix|finish|document|discuss)\b`,
    String.raw`\b(?:rolled[- ]back|backed[- ]out|taken back|revert(?:ed|ing)|undone|blocked|fail(?:s|ed|ing)?|broken|flaky|buggy|skip(?:s|ped|ping)?|deferred|postponed|on hold|paused|stalled|stuck|delayed|suspended|aborted)\b`,
    String.raw`(?:^|[,;:(–—-])\s*(?:dropped|cancell?ed|abandoned|rejected|declined|removed)\s*(?:$|[,;:.)–—-])`,
    String.raw`\b[1-9]\d{0,5} (?:known )?(?:issues?|errors?|bugs?|failures?|regressions?)(?! (?:fixed|resolved|closed|solved|found and fixed))\b`,
    String.raw`\bknown (?:issues?|bugs?|problems?|limitations?|failures?)\b`,
    String.raw`\b(?:modulo|in (?:theory|principle|part)|on paper|theoretically|supposedly|allegedly|apparently|presumably|tentative(?:ly)?|provisional(?:ly)?|maybe|perhaps|probably|possibly|likely|hopefully)\b`,
    String.raw`\b(?:if|unless|until|till|once|when|subject to|assuming|conditional(?:ly)?|contingent|provided (?:that|the))\b`,
    String.raw`\b(?:draft|wip|ongoing|under ?way|under review|in (?:progress|review|qa|testing|development))\b|\bin test(?=\s*(?:$|[^\p{L}\s]))`,
    '[?¿‽⁇⁈⁉❓❔🔄🔁⏳⌛❌❎✖✗✘⏭🚧⛔🚫⬜◻☐⏸🛑🟡🟠🔴⚠🔜💤]',
    String.raw`\[[ /~>-]?\]`,
    // What nobody here can read may say anything; a single letter of Greek is a sign.
    String.raw`(?![\p{Script=Latin}\p{Script=Greek}])\p{L}|\p{Script=Greek}{2}`,
  ].join('|'),
  'u',
);

const COUNT = String.raw`\d{1,9}|zero|${NUMBER_WORDS}`;
/** `3 of 5`, `3/5`, `v3/5`, `Three out of the five`; not a day such as `1/2/2026`. */
const SHARE = new RegExp(
  String.raw`(?<![\d./]|\d,)(?<!\p{L}{2})(${COUNT})(?:\s?[/⁄]\s?|\s(?:out )?of\s(?:the |all )?)(${COUNT})(?![\p{L}\d/]|[.,]\d)`,
  'gu',
);
const PERCENT =
  /(?<![\d.,])(\d{1,9}(?:[.,]\d{1,4})?)\s?(?:%|(?:percent|per cent|pct)\b)(?!\s(?:faster|slower|quicker|smaller|cheaper|better|fewer|less|more|coverage|reduction|improvement|increase|speed-?up))(?<!\b(?:coverage|by)\W{0,3}\d{1,9}(?:[.,]\d{1,4})?\s?(?:%|percent|per cent|pct))/gu;

/**
 * Whether a text that stands behind "done" takes it back: by a word of a closed list, by a share that is less than all,
 * or by letters of another script. Letters that only look like ours are read as ours.
 */
export function leavesADoubt(text: string): boolean {
  const said = inLatin(text)
    .replace(NAMES, ' ')
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .replace(ASSURANCES, ' ');
  return DOUBTS.test(said) || isLessThanAll(said);
}

const isLessThanAll = (text: string): boolean =>
  [...text.matchAll(SHARE)].some(([, part = '', all = '']) => numberOf(part) < numberOf(all)) ||
  [...text.matchAll(PERCENT)].some(([, share = '']) => Number(share.replace(',', '.')) < 100);

const numberOf = (written: string): number => (written === 'zero' ? 0 : Number(numberInDigits(written)));
