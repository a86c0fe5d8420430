import type { PhrasingContent } from 'mdast';

/** The Markdown of a block's text. */
export const inlineText = (nodes: readonly PhrasingContent[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.value : ' ')).join('');
