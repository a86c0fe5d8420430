import type { BodyPart } from './body-parts.ts';
import { plainText } from './inline-text.ts';
import { kindOfHeading } from './item-kind.ts';
import { isStruck } from './item-state.ts';
import { isOtherSection, sectionName } from './section-names.ts';

const WORK =
  /^(?:(?:implementation |development |deployment |project |plan |work |remaining |pending |open |outstanding |unfinished )?(?:tasks?(?: (?:list|breakdown))?|sub-?tasks|to[ -]?dos?(?: list)?|work ?items?|action ?items?)|(?:the )?(?:remaining|outstanding|unfinished|open|pending) (?:work|items|steps|points)|implementation steps|(?:tasks?|items?|work|steps?) (?:not done|remaining|left|open|to do)|unfinished|left-?overs?|still (?:to do|open)|pending|not (?:yet )?done|remaining|punch list|what(?: is|['’]s) (?:left|missing)|(?:phase|epic|sprint|milestone|stage|iteration) #?\d+(?:\.\d+)*[a-z]?|m\d+)\s*(?:$|[(:.–—-])/u;

/** Below such a heading work may stay open, whatever the headings below it are called. */
const LATER =
  /\b(?:future|later|next(?!\.)|out of scope|non-?goals?|ideas?|optional|stretch|nice to have|follow-?(?:ups?|on)|deferred|post-?(?:launch|release|mvp|merge|deploy(?:ment)?|go-?live|ga|v?\d+|mortem)|risks?|appendix|won['’]?t (?:do|fix|have)|not doing|recurring|periodic|on-?call|criteria)\b|^v\d/u;
/** Of more than itself such a word may be the thing that is worked on: "Backlog view", "Template engine". */
const LATER_ALONE =
  /^(?:(?:the|our|my|code|peer|manual|acceptance|product|test|unit|integration|e2e) )?(?:backlog|templates?|examples?|samples?|tests?|testing|reviews?|manual|success|acceptance)(?: (?:plan|ideas|items|list|check ?list|strategy|cases|matrix|schedule|metrics|measures|notes))?\s*(?:$|[(–—-])/u;

interface Heading {
  readonly depth: number;
  readonly isWork: boolean;
  readonly isLater: boolean;
}

/**
 * The boxes and tables of `parts` that stand under a heading, or a paragraph that is one bold label, which calls them work: tasks,
 * what remains, a numbered epic. Not those under one that sets them aside, such as "Future work" or "Success criteria".
 */
export function partsInWorkSections(parts: readonly BodyPart[]): readonly BodyPart[] {
  const found: BodyPart[] = [];
  let above: readonly Heading[] = [];
  let label: Heading | null = null;
  for (const part of parts) {
    if (part.kind === 'heading') {
      above = [...above.filter(({ depth }) => depth < part.depth), headingOf(part.text, part.depth)];
      label = null;
    } else if (part.kind === 'label') {
      label = headingOf(part.text, Number.POSITIVE_INFINITY);
    } else if (part.kind === 'box' || part.kind === 'table') {
      const all = label === null ? above : [...above, label];
      if (all.some(({ isWork }) => isWork) && !all.some(({ isLater }) => isLater)) found.push(part);
    }
  }
  return found;
}

function headingOf(markdown: string, depth: number): Heading {
  const text = plainText(markdown);
  const name = sectionName(text);
  // "Tasks: review pipeline" is about a review, and none.
  const [inFront = ''] = name.split(':');
  const kind = kindOfHeading(text);
  // The title of a plan says nothing of its sections.
  const isTitle = depth === 1;
  return {
    depth,
    isWork: !isTitle && WORK.test(name),
    isLater:
      !isTitle &&
      (isOtherSection(text) ||
        kind === 'other' ||
        kind === 'gate' ||
        LATER.test(inFront) ||
        LATER_ALONE.test(inFront) ||
        isStruck(markdown)),
  };
}
