const CONTAINER =
  /^(?:implementation phases|phase plan|phases|implementation plan|implementation tasks|roadmap|work ?plan|milestones)(?![\p{L}\p{N}])/u;

/** Such a heading stands over the phases. `text` is plain. */
export const isPhasesSection = (text: string): boolean => CONTAINER.test(sectionName(text));

const OTHER =
  /^(?:roll-?out|roll-?back|update log|change ?log|progress tracking|testing|test (?:plan|strategy)|success metrics|review schedule|review check ?list)(?![\p{L}\p{N}])/u;

const TASK_LIST =
  /^(?:(?:implementation|development|project|plan|work|remaining|open|current|overall) )?(?:progress|tasks?(?: ?list)?|to[ -]?dos?(?: list)?|check ?lists?|work ?items?|action items?)\s*(?:$|[(:–—-])/u;

/** Such a heading says that the boxes below it are the plan's work. `text` is plain. */
export const isTaskListSection = (text: string): boolean => TASK_LIST.test(sectionName(text));

/**
 * What stands under such an H2 is never part of progress. `text` is plain. A numbered "4. Testing" is one group of
 * tasks among others, where a plan has no phases.
 */
export const isOtherSection = (text: string): boolean =>
  !/^[^\p{L}]*\d/u.test(text) && OTHER.test(sectionName(text));

const ASIDE =
  /^(?:(?:\p{L}{1,20} )?(?:success|acceptance|exit|completion) criteria(?: (?:by|per|for each|of each) \p{L}{1,20})?|risks?(?: (?:and|&|\/) \p{L}{1,20}| assessment| register| matrix| log)?|out of scope|non-?goals?|appendix)\s*(?:$|[(:–—-])/u;

/** What is called a phase below such a heading speaks of one, or is no work of the plan. `text` is plain. */
export const isAsideSection = (text: string): boolean => ASIDE.test(sectionName(text));

/** Without signs and numbering in front, in small letters. */
export const sectionName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .replace(/\s+/g, ' ');
