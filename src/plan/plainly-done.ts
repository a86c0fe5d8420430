import { datesIn } from './spoken-date.ts';

const DONE =
  /^(?:(?:✅|✔|✓|☑)\uFE0F?|(?:\[x\]|x|yes|done|complete|completed|finished)(?=$|[\s(),.;:!–—]|-(?![\p{L}\p{N}])))/iu;
/** What is said behind it takes it back: an exception, a part, a question, a share, something to come. */
const NOT_YET =
  /\b(?:no|not|none|nothing|nobody|never|nil|zero|without|minus|lacks?|lacking|except|but|only|still|until|unless|if|once|when|part(?:s|ly|ial|ially)?|half|almost|nearly|mostly|some|pending|remaining|missing|open|to-?do|wip|draft|in (?:progress|review|qa|test(?:ing)?|development)|untested|unverified|unfinished|incomplete|blocked|paused|failed|failing|broken|reverted|waiting|awaiting|planned|plan|planning|scheduled|expected|estimated|target|goal|soon|later|next|tomorrow|tonight|will|should|would|need(?:s|ed)?|tb[acd]|maybe|probably|hopefully|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\?|[🔄⏳❌⏭]/iu;

/** What may stand behind it: who, where, when, and that it is so. */
const HARMLESS = new Set(
  (
    'done complete completed finished resolved closed merged shipped released deployed landed published delivered verified ' +
    'tested confirmed approved accepted reviewed signed passed passing passes fixed implemented added updated written created ' +
    'migrated documented enabled installed green ok okay yes live works working off already early manually fully today yesterday ' +
    'in by on at via with see from to as of and the a an for into through per since all both everything test tests docs doc code ' +
    'ci pr prs mr issue issues commit commits ticket main master production prod staging release version sprint week phase step ' +
    'milestone part team force'
  ).split(' '),
);
/** A name, a handle, an option, a place of the repository, or a number of one. */
const NAMED =
  /^(?:\p{Lu}[\p{L}\p{N}'’_-]*|@[\w-]+|--?[\w-]+|#\d+|[\w.-]+#\d+|v?\d+(?:\.\d+)+|v\d+|[\da-f]{7,40}|[a-z_.][\w.-]*\/[\w./#-]*|[\w-]+\.(?:md|ts|js|py|go|rs|java|yml|yaml|json|sql))$/u;

/** Whether a text says that something is done, and nothing behind that leaves a doubt. `text` is plain. */
export function isPlainlyDone(text: string): boolean {
  const [mark] = DONE.exec(text) ?? [];
  if (mark === undefined) return false;
  const rest = text.slice(mark.length);
  if (rest.trim() === '') return true;
  if (NOT_YET.test(rest)) return false;
  return withoutNumbers(withoutDates(rest))
    .replace(/[✅✔✓☑]\uFE0F?/gu, ' ')
    .split(/[\s()[\],;:!–—|·→"'“”]+/u)
    .map((word) => word.replace(/\.+$/, ''))
    .every((word) => word === '' || word === '-' || HARMLESS.has(word.toLowerCase()) || NAMED.test(word));
}

function withoutDates(text: string): string {
  let shown = '';
  let from = 0;
  for (const { index, length } of datesIn(text)) {
    shown += `${text.slice(from, index)} `;
    from = index + length;
  }
  return shown + text.slice(from);
}

/** All of so many, and the numbers of things that have one. */
const withoutNumbers = (text: string): string =>
  text
    .replace(/(?<![\d.])100 ?%/g, ' ')
    .replace(/(?<![\d.])(\d{1,6})(?: ?\/ ?| of )\1(?![\d.])/g, ' ')
    .replace(/\b(pr|mr|issue|sprint|week|phase|step|milestone|part|version|ticket) #?\d{1,7}\b/gi, '$1');
