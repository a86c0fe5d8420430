const TROUBLE =
  '(?:issues?|regressions?|errors?|problems?|blockers?|bugs?|failures?|warnings?|conflicts?|defects?|incidents?|downtime|breakages?|complaints?|surprises|questions|breaking changes?|to-?dos?|loose ends)';
const SEEN = '(?:found|seen|detected|reported|observed|known|remaining|left|open|outstanding)';
const NO_MORE = '(?:blocked|failing|broken|flaky|pending|failed)';
const TASKS = '(?:issues?|bugs?|errors?|tests?|failures?|regressions?|problems?|warnings?)';
const PERCENT = String.raw`\d{1,9}(?:[.,]\d{1,4})?\s?(?:%|percent\b|per cent\b|pct\b)`;
/** Behind it the clause ends, or goes on about where and when. */
const SO_IT_ENDS = String.raw`(?=\s*(?:$|[^\p{L}\p{N}\s])|\s+(?:in|on|at|after|during|for|with|since|from|so far|as of)\b)`;

const ASSURANCES = new RegExp(
  [
    String.raw`\b(?:no|zero|0|without|without any|w/o|w/o any)(?: (?:known|open|new|more|further|other|major|critical|remaining|outstanding|any))?[ -]${TROUBLE}(?: (?:or|and|nor) ${TROUBLE})?(?: ${SEEN})?(?: so far)?${SO_IT_ENDS}`,
    String.raw`\bzero[ -]downtime\b`,
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
    String.raw`(?<![\d.,])${PERCENT} (?:faster|slower|quicker|smaller|cheaper|better|fewer|less|more|lower|higher|reduction|improvement|increase|speed-?up|(?:\p{L}{1,20} )?coverage|of (?:lines|branches|statements|functions)(?: covered)?)(?!\p{L})`,
    String.raw`\bcoverage(?: is| at| of| now| now at)?:? ${PERCENT}`,
    String.raw`\b(?:up|down|by) ${PERCENT}|\bfrom ${PERCENT} to ${PERCENT}`,
  ].join('|'),
  'gu',
);

/** A text in small letters without what sounds like a doubt in it, and says that there is none: "no issues found". */
export const withoutAssurances = (text: string): string => text.replace(ASSURANCES, ' ');
