const TROUBLE =
  '(?:issues?|regressions?|errors?|problems?|blockers?|bugs?|failures?|warnings?|conflicts?|defects?|incidents?|downtime|breakages?|complaints?|surprises|questions|breaking changes?|to-?dos?|loose ends|follow-?ups?|action items?)';
const SEEN = '(?:found|seen|detected|reported|observed|known|remaining|left|open|outstanding)';
const NO_MORE = '(?:blocked|failing|broken|flaky|pending|failed)';
/** Of which none is left; "no tests" alone is no assurance. */
const THINGS =
  '(?:items?|points?|steps?|prs?|mrs?|pull requests?|tickets?|tests?|tasks?|reviews?|work|docs|comments|checks|parts?)';
const LEFT =
  '(?:open|remaining|left|outstanding|pending|unresolved|failing|failed|broken|blocked|flaky|skipped|missing)';
/** "Deployed to staging and production" */
const STAGE = '(?:qa|uat|staging|pre-?prod|dev)';
const TO_PRODUCTION = String.raw`(?:,? and (?:then )?| ?[&+/→] ?)prod(?:uction)?\b`;
const PLATFORMS =
  'node(?:\\.js)?|deno|bun|npm|pnpm|yarn|python|java|jdk|go|ruby|rails|php|rust|swift|kotlin|react|vue|angular|django|spring|typescript|postgres(?:ql)?|mysql|redis|docker|kubernetes|k8s|terraform|\\.net|dotnet|gradle|maven|macos|windows|ios|android|chrome|es';
const TASKS = '(?:issues?|bugs?|errors?|tests?|failures?|regressions?|problems?|warnings?)';
const PERCENT = String.raw`\d{1,9}(?:[.,]\d{1,4})?\s?(?:%|percent\b|per cent\b|pct\b)`;
/** Behind it the clause ends, or goes on about where and when. */
const SO_IT_ENDS = String.raw`(?=\s*(?:$|[^\p{L}\p{N}\s])|\s+(?:in|on|at|after|during|for|with|since|from|so far|as of)\b)`;

const ASSURANCES = new RegExp(
  [
    String.raw`\b(?:no|zero|0|without|without any|w/o|w/o any)(?: (?:known|open|new|more|further|other|major|critical|remaining|outstanding|any))?[ -]${TROUBLE}(?: (?:or|and|nor) ${TROUBLE})?(?: ${SEEN})?(?: so far)?${SO_IT_ENDS}`,
    String.raw`\bzero[ -]downtime\b`,
    String.raw`\b(?:no|zero|0|without|without any)(?: known)? ${LEFT}(?: action)? ${THINGS}(?: (?:or|and|nor) ${THINGS})?(?: ${SEEN})?${SO_IT_ENDS}`,
    String.raw`\b(?:no|zero|0)(?: known)? ${THINGS}(?: (?:is|are|was|were))? ${LEFT}${SO_IT_ENDS}`,
    String.raw`\bnot (?:a single|one|any)(?: \p{L}{1,20})? ${TROUBLE}(?: ${SEEN})?${SO_IT_ENDS}`,
    String.raw`\b(?:remaining|open|outstanding|pending|left)(?: \p{L}{1,20})?: ?(?:0|none|nothing|zero)(?=\s*(?:$|[^\p{L}\p{N}\s./%]|\.(?!\d)))`,
    String.raw`\b(?:to|into|on|in) ${STAGE}(?:(?:, ?| and | ?[&+/→] ?)${STAGE}){0,3}${TO_PRODUCTION}`,
    String.raw`\bmvp (?:is |was )?(?:shipped|released|live|delivered|deployed)\b`,
    String.raw`\b(?:requires?|needs?) (?:${PLATFORMS}) v?\d[\d.]{0,8}\+?(?: (?:or|and) (?:later|newer|higher))?(?=\s*(?:$|[^\p{L}\p{N}\s]))`,
    String.raw`\b(?:handles?|handling|supports|refuses|tolerates|survives|warns (?:about|of|on)) (?:the |all |any )?(?:missing|broken|failed|failing|pending|skipped|blocked|unknown)(?= \p{L})`,
    String.raw`\b(?:after|by) (?:fixing|repairing|replacing|removing|resolving|closing|adding)(?: (?:the|all|a|an|\d{1,6}))?(?: the)? (?:missing|skipped|open|remaining|outstanding|${NO_MORE})(?= \p{L})`,
    String.raw`\b(?:removed|resolved|cleared|closed|fixed)(?: (?:the|all|\d{1,6}))?(?: the)? (?:to-?dos?|fixmes?)\b`,
    String.raw`\bestimated (?:at )?\d{1,4} ?(?:h|d|w|hours?|days?|weeks?|points?)\b(?=.{0,40}\b(?:took|actual(?:ly)?|spent|was)\b)`,
    String.raw`\((?:mon|tues|wednes|thurs|fri|satur|sun)day\)`,
    String.raw`\bafter (?:(?:an?|\d{1,4}|two|three|several|some|many) )?failed (?:attempts?|tries|starts?)\b|\bfailed (?:approach(?:es)?|attempts?|experiments?|ideas?) (?:(?:is|are) )?(?:documented|described|noted|recorded|removed|archived)\b|\bhypothes[ie]s (?:(?:is|was|were) )?not confirmed\b|(?:\b(?:previously|formerly|originally):?|\bbefore:) (?:in[ -]progress|blocked|open|pending|on hold|paused)\b`,
    String.raw`\bno (?:\p{L}{1,30} )?\p{L}{1,30}(?:-ups?)? (?:needed|required|necessary)${SO_IT_ENDS}`,
    String.raw`\bno longer ${NO_MORE}\b`,
    String.raw`\b(?:nothing|none|zero|0)(?: (?:is|are|was|were))? (?:left|remaining|remains|open|outstanding|missing|skipped|${NO_MORE}|more to do|left to do|to (?:do|add|report|fix)|left open)${SO_IT_ENDS}`,
    String.raw`\b(?:fixed|repaired|replaced|removed|deleted|added|resolved|closed|filled in|wrote|cleared)(?: (?:the|all|a|an|\d{1,6}))?(?: the)? (?:missing|skipped|open|remaining|outstanding|${NO_MORE})(?= \p{L})`,
    String.raw`\b(?:replaced|removed|deleted|filled in)(?: (?:the|all|a|an))? (?:placeholders?|skeleton|scaffold(?:ing)?|spike)\b`,
    String.raw`\b(?:missing|broken|failing|flaky|skipped) (?:\p{L}{1,20} ){1,2}(?:added|fixed|repaired|replaced|restored)\b`,
    String.raw`\bno (?:\p{L}{1,20} )?(?:changes?|loss)(?: (?:to|in) (?:the )?\p{L}{1,20})?${SO_IT_ENDS}`,
    String.raw`\bwas (?:blocked|delayed|stuck|paused)\b|^\s*late(?=\s*(?:$|[,.;)]))|\b(?:earlier|later|sooner|faster|longer|slower) than (?:planned|expected|estimated|scheduled)\b`,
    String.raw`\ball (?:the )?(?:required|needed|expected|planned|scheduled) (?:checks|tests|approvals|reviews|steps|tasks|items) (?:pass(?:ed)?|done|green|met|completed?)\b`,
    String.raw`\b(?:fixed|fixes|resolved|resolves|closed|closes|solved)(?: all| the| open){0,2} (?:\d{1,6} ${TASKS}|open ${TASKS})\b`,
    String.raw`\b[1-9]\d{0,5} (?:known )?${TASKS} (?:fixed|resolved|closed|solved|found and fixed)\b`,
    String.raw`\bas (?:part of|expected|planned|needed|required)\b`,
    String.raw`\b(?:read|write|append|view|insert)-only\b`,
    String.raw`\d (?:or|and) later\b`,
    String.raw`\b(?:by|with|from|to) will\b`,
    String.raw`\b(?:at most|at once|on target|no-ops?|no-code|next\.?js|next v?\d{1,3}(?! (?:day|week|month|sprint|year|quarter|hour|step|phase)s?)|open-sourced?|openapi|left as is|less than)\b`,
    String.raw`\bonce (?:a|per|every|more|again)\b`,
    String.raw`\bpart of (?:#\d|prs?\b|mrs?\b)`,
    String.raw`\bleft (?:nav|join|side|panel|menu|column|sidebar|hand|margin|pane)\b|\bleft-\p{L}`,
    String.raw`\btargets? (?:reached|met|hit|achieved|exceeded)\b`,
    String.raw`\b(?:last|since|on) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b`,
    String.raw`\bdue to\b`,
    // A measure of the thing, and not of how much of it is done.
    String.raw`(?<![\d.,])${PERCENT} (?:faster|slower|quicker|smaller|cheaper|better|fewer|less|more|lower|higher|reduction|improvement|increase|speed-?up|uptime|availability|accuracy|hit rate|(?:\p{L}{1,20} )?coverage|of (?:lines|branches|statements|functions)(?: covered)?)(?!\p{L})`,
    String.raw`\bcoverage(?: is| at| of| now| now at)?:? ${PERCENT}`,
    String.raw`\b(?:up|down|by|saves|saved|reduced|gained) ${PERCENT}|\bfrom ${PERCENT} to ${PERCENT}`,
  ].join('|'),
  'gu',
);

/** A text in small letters without what sounds like a doubt in it, and says that there is none: "no issues found". */
export const withoutAssurances = (text: string): string => text.replace(ASSURANCES, ' ');
