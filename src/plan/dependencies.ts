import type { RootContent } from 'mdast';
import { inlineText } from './block-text.ts';
import { namedIn } from './said.ts';

const DEPENDS_ON = /^[*_\s]{0,4}(?:depends on|dependency|dependencies)[*_\s]{0,4}:[*_\s]{0,4}(.*)$/i;
const NONE = /^(?:none|nothing|no other)\b/i;
const REFERENCE =
  /^(?:(?:task|step|item|phase|milestone)\s+)?#?(?:\d+(?:\.\d+)*[a-z]?|[a-z]{1,3}-?\d+(?:\.\d+)*|[a-z])$/i;

/**
 * What a line `Depends on: …` names; empty for any other line. Several are told apart only where each is a
 * number, as in `Task 1, Task 2`: a comma may belong to a title.
 */
function dependenciesIn(markdown: string): readonly string[] {
  const said = namedIn(DEPENDS_ON.exec(markdown.trim())?.[1] ?? '');
  if (said === null || NONE.test(said)) return [];
  const parts = said
    .replace(/\.$/, '')
    .split(/[,;&+]|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.every((part) => REFERENCE.test(part)) ? parts : [said];
}

/** The same of the lines of an item, in its own paragraphs and in the entries right below it. */
export const dependenciesOf = (blocks: readonly RootContent[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'paragraph') return inlineText(block.children).split('\n').flatMap(dependenciesIn);
    return block.type === 'list'
      ? block.children.flatMap(({ children }) => dependenciesOf(children.slice(0, 1)))
      : [];
  });
