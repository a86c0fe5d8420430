import { withoutAssurances } from './assurances.ts';
import { inLatin } from './in-latin.ts';
import { NUMBER_WORDS, numberInDigits } from './number-words.ts';

/** A file, an address, a person: a word in its name is none of what is said. */
const NAMES =
  /\bhttps?:\/\/[^\s,;()]+|(?<![\w@])@[\w-]+|(?<![\w./-])[\w./-]+\.(?:mdx?|[jt]sx?|[cm]js|py|go|rs|java|kt|rb|php|cs|cpp|sh|ya?ml|json|toml|sql|s?css|html?|txt|proto|tf|lock)\b/gu;
/** Signs of joy, of what is done, and of things. */
const GLAD =
  /[✅✔✓☑🎉🎊🚀🟢💯👍👌✨🙌🥳🏁👏💪⭐🌟🏆🎯🔒📝📚📄📦🧪🔗⚡♻📈💚🐛🔧🛠🧹🙏❤©®™]|(?<![\w:]):(?:tada|rocket|sparkles|100|\+1|thumbsup|heavy_check_mark|white_check_mark|ballot_box_with_check|green_circle):(?![\w:])/gu;

const MONTH =
  '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const STARTS = '(?:^|[,;:(/–—-])';
const ENDS = '(?:$|[,;:.)/–—-])';

/** Work that goes with the work. */
const OTHER_WORK =
  'docs?|documentation|tests?|testing|rest|reviews?|qa|roll-?out|implementation|migration|deployment|clean-?up';

const MORE_NUMBERS = 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const TEENS = MORE_NUMBERS.join('|');
const TENS = 'thirty|forty|fifty|sixty|seventy|eighty|ninety';

/** An exception, a part, a condition, a question, something to come, or that it was taken back. */
const DOUBTS = new RegExp(
  [
    String.raw`\b(?:no|not|none|nothing|nobody|no one|neither|nor|never|nil|nope|nah|false(?! (?:positive|negative|alarm|start)s?)|zero|cannot|without|sans|minus|less|lacks?|lacking|(?:ca|wo|do|does|did|is|are|was|were|has|have|had|could|would|should)n['’]?t)\b|\bw\/o\b`,
    String.raw`\bun(?:tested|verified|done|finished|merged|reviewed|released|deployed|published|approved|confirmed|checked|resolved|committed|documented|implemented|signed|solved|proven|stable|clear|known|certain|sure|tried|likely)\b`,
    String.raw`\b(?:in(?:complete|conclusive|correct)|wrong|disputed|contested|except(?:ed|ing)?|exclud(?:es|ed|ing)|excl|besides|apart from|aside from|other than|(?:save|bar)(?: for| the| tests?| docs?| one| two)|all (?:save|bar)|short of|but|only|though|although|however|yet|still|some|sometimes|majority|a bit|caveats?)\b`,
    String.raw`\b(?:part(?:s|ly|ial|ially)?|most(?:ly)?|almost|nearly|largely|half|halfway|basically|practically|virtually|pretty much|more or less|kind ?of|kinda|sort ?of|sorta|first (?:of|cut|pass|draft|iteration|half|part|version)|as far as|up to (?:phase|step|part|milestone|here)|for (?:phase|part|step|stage) \d|locally|on my \p{L}{1,20}|(?:in|on|to|into) (?:an? |my |the |our )?(?:feature )?branch)\b`,
    String.raw`\b(?:one|two|three|four|five)[- ](?:thirds?|quarters?|fifths?|sixths?)\b|%-?ish\b|\b(?:\d{1,6}|${NUMBER_WORDS}) of (?:them|these|those)\b`,
    String.raw`\b(?:pending|await(?:s|ing)?|wait(?:s|ing)?|to-?dos?|to do|to go|fixme|tb[acdr]|open|reopen(?:ed|ing)?|re-open(?:ed|ing)?|remain(?:s|ing)?|left|missing|outstanding|later|soon|coming|tonight|tomorrow|planned|planning|scheduled|estimated|next|for now|so far|thus far|overdue|late)\b`,
    String.raw`\b(?:will|should|would|must|(?:has|have) to|to be|to follow|(?:tests?|docs?|rest|review|more) follows?|needs?|needed|requires?|required|might|may (?:be|need|not|still|have|break|fail|change)|expected|target|goal(?= ?:)|due|eta|eo[dwmqy]|ready (?:for|to)|please|pls|plz|eventually(?! consisten)|some ?day|afai[ckrs]t?|iirc)\b`,
    String.raw`\bby (?:the )?(?:end|next|mid|late|early|q[1-4]|h[12]|20\d\d|${MONTH})\b|\bby \d{1,2}(?:[ap]m|:\d\d|(?:st|nd|rd|th)?(?: of)? ${MONTH})\b|\bbefore (?:next|q[1-4]|${MONTH}|${WEEKDAY})\b|\b(?:end|middle) of (?:the |this )?(?:week|month|quarter|year|sprint|q[1-4]|${MONTH})\b|\bmid[- ]${MONTH}\b`,
    String.raw`\b${WEEKDAY}\b|\bthe rest\b|\brest (?:in|later|is|by|on|of|phase|part|step|stage|next)\b`,
    String.raw`\bafter (?:[\p{L}'’]{1,20} ){0,2}(?:review|merge|approval|sign-?off|release|launch|qa)\b`,
    String.raw`${STARTS}\s*(?:(?:${OTHER_WORK}|more|bits|things|items|tasks|bugs|\d{1,6}|ops|security|legal|product|someone|somebody|team) )?to (?:verify|test|re-?test|retry|write|add|update|come|review|merge|deploy|release|check|confirm|fix|finish|document|discuss|redo)\b|${STARTS}\s*(?!(?:able|easy|easier|hard|how|safe|script|tool)\b)\p{L}{1,20} to (?:confirm|verify|approve|sign off)\s*${ENDS}`,
    String.raw`\bto come\b|[,;:(/–—-]\s*(?:writing|fixing|working on|adding|finishing|updating|polishing|reviewing|testing|re-?testing|deploying|migrating|documenting|debugging|verifying)\b`,
    String.raw`\b(?:rolled[- ](?:back|over)|backed[- ]out|taken back|revert(?:ed|ing)|undone|redo|redone|rework|blocked|crash(?:es|ing)?|fail(?:s|ed|ing)?|broken|flaky|buggy|hacky|rejected|withdrawn|skip(?:s|ped|ping)?|deferred|postponed|carried over|moved to (?:next|phase|v?\d|sprint|(?:the |another )?(?:backlog|plan))|parked|on hold|paused|stalled|stuck|delayed|suspended|aborted|stub(?:bed)?|regress(?:ed|es)|(?<!(?:line|page|word) )breaks|temporar(?:y|ily)|prototype|poc|proof of concept|mvp)\b`,
    String.raw`\b(?:to|into|on|in) (?:qa|uat|staging|pre-?prod|dev(?! (?:mode|tools|server|docs)))\b|\b(?:sent|up|out|off|submitted|handed(?: over)?) for (?:\p{L}{1,20} )?(?:review|approval|testing|test|qa|sign-?off)\b|\b[pm]rs? (?:is |are )?(?:up|out|raised|created|submitted|ready)\b`,
    String.raw`\bin (?:a|\d{1,3}|${NUMBER_WORDS}|few|a few|several) (?:weeks?|months?|sprints?|quarters?|years?)\b`,
    String.raw`\b(?:bugs?|regressions?|errors?|issues?|failures?|problems?|defects?|crashes) (?:found|seen|reported|detected|in prod(?:uction)?)\b(?! and (?:fixed|resolved|closed|solved))`,
    String.raw`\bthen (?:removed|disabled|deleted|dropped|(?:turned|switched) off)\b|\b(?:disabled|removed|deleted|(?:turned|switched) off|broke) again\b`,
    String.raw`\b(?:mocked|placeholders?|spike|skeleton|scaffold(?:ed|ing)?|happy path)\b`,
    String.raw`${STARTS}\s*(?:an? )?(?:mocks?|dummy|dummies|fakes?|stubs)\s*${ENDS}|^\s*(?:with|as|by) (?:an? )?(?:mocks?|dummy|dummies|fakes?|stubs?)\b`,
    // What is said of the tests is said of the work.
    String.raw`\b(?:${OTHER_WORK}|ci|builds?|pipeline|feature|flag|check) (?:(?:is|are|has|have|was|were|now|just|currently) ){0,2}(?:(?:disabled|break|begun|started|tracked|dropped|cancell?ed|abandoned)\b|(?:off|cut)\s*${ENDS})|${STARTS}\s*(?:currently )?disabled(?:\s*${ENDS}| (?:in|for|by|on|until|due)\b)`,
    String.raw`\b(?:${OTHER_WORK}|code|launch|release) in (?:q[1-4]|h[12]|20\d\d|v\d)\b`,
    String.raw`(?<!\b(?:resolved|fixed|solved)(?: the| all| some)? )\bmerge conflicts?\b(?! (?:are |were |all )?(?:resolved|fixed|solved))|(?<!\b(?:resolved|fixed|solved)(?: the| all| some)? )\bconflicts? (?:with|in)\b`,
    String.raw`^\s*-?(?:ish|bar|save|upon)\b|\bupon (?:merge|merging|approval|release|review|sign-?off)\b|^\s*(?!(?:19|20)\d\d\s*$)\d{1,9}\s*$|^\s*v?\d[\d.]{0,12}[ -]?(?:alpha|beta|rc|preview|canary)`,
    String.raw`\b(?:ohne|fehlt|fehlen|teilweise|noch|nicht|keine?|offen|en cours|pas|partiel(?:le)?|parcial(?:mente)?|pendiente|falta|sin(?!\())\b`,
    String.raw`^\s*[:=]\s*(?:0|n|f)\s*$|\d[/⁄]\d{1,4}(?:ths?|rds?|nds?)\b|\b(?:${TENS}|${NUMBER_WORDS}|${TEENS})(?:[- ]\p{L}{3,5})? (?:percent|per cent|pct)\b`,
    String.raw`\b(?:ci|build|tests?|pipeline|checks?)(?: is| are)? red\b`,
    String.raw`${STARTS}\s*(?:dropped|cancell?ed|abandoned|declined|removed|obsolete|testing|qa|review|verify|check|merge|hold)\s*${ENDS}`,
    String.raw`\b[1-9]\d{0,5} (?:known )?(?:issues?|errors?|bugs?|failures?|regressions?)\b|\b(?:with|has|have)(?: \p{L}{1,20})? (?:bugs|errors|failures|issues|problems|gaps|exceptions|warnings|limitations)\b`,
    String.raw`\bknown (?:issues?|bugs?|problems?|limitations?|failures?)\b`,
    String.raw`\b(?:modulo|in (?:theory|principle|part)|on paper|theoretically|supposedly|allegedly|apparently|presumably|tentative(?:ly)?|provisional(?:ly)?|maybe|perhaps|probably|possibly|likely|hopefully|(?:i|we) (?:think|guess|believe|hope|suppose))\b`,
    String.raw`\b(?:if|unless|until|till|once|when|subject to|assuming|conditional(?:ly)?|contingent|provided (?:that|the))\b`,
    String.raw`\b(?:draft|wip|ongoing|continu(?:es|ing)|under ?way|under (?:review|test|discussion)|in[ -]progress|in (?:(?:code )?review|qa|testing|development)|being (?:\p{L}{1,20}ed|built|written|rewritten|done|redone))\b|\bin test(?=\s*(?:$|[^\p{L}\s]))`,
    // Signs of which nobody can tell that they are glad, and boxes that are not ticked.
    String.raw`\p{Extended_Pictographic}|[?¿‽✗✘☐\u25A0-\u25A9\u25AB-\u25FF]|(?<![\w:]):[a-z][a-z\d_+-]{0,40}:(?![\w:])|\[[ /~>-]?\]`,
    // What nobody here can read may say anything; a single letter of Greek is a sign.
    String.raw`(?![\p{Script=Latin}\p{Script=Greek}])\p{L}|\p{Script=Greek}{2}`,
  ].join('|'),
  'u',
);

const COUNT = String.raw`\d{1,9}|zero|${NUMBER_WORDS}|${TEENS}`;
/** `3 of 5`, `3/5`, `v3/5`, `Three out of the five`; not a day such as `1/2/2026`. */
const SHARE = new RegExp(
  String.raw`(?<![\d./]|\d,)(?<!\p{L}{2})(${COUNT})(?:\s?[/⁄]\s?|\s\(?(?:out )?of\s(?:the |all |our |my |these )?)(${COUNT})(?![\p{L}\d/]|[.,]\d)`,
  'gu',
);
const PERCENT = /(?<![\d.,])(\d{1,9}(?:[.,]\d{1,4})?)\s?(?:%|(?:percent|per cent|pct)\b)/gu;

/**
 * Whether a text that stands behind "done" takes it back: by a word of a closed list, by a share that is less than all,
 * or by letters of another script. Letters that only look like ours are read as ours.
 */
export function leavesADoubt(text: string): boolean {
  const words = inLatin(text).replace(NAMES, ' ').replace(GLAD, ' ');
  const said = withoutAssurances(words.replace(/(?<=\w)_|_(?=\w)/g, ' ').replace(/\s+/g, ' '));
  return DOUBTS.test(said) || isLessThanAll(said);
}

const isLessThanAll = (text: string): boolean =>
  [...text.matchAll(SHARE)].some(([, part = '', all = '']) => numberOf(part) < numberOf(all)) ||
  [...text.matchAll(PERCENT)].some(([, share = '']) => Number(share.replace(',', '.')) < 100);

function numberOf(written: string): number {
  const index = MORE_NUMBERS.indexOf(written);
  if (index !== -1) return 13 + index;
  return written === 'zero' ? 0 : Number(numberInDigits(written));
}
