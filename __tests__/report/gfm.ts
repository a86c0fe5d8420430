import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

export const parse = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

/** Every node, parents before their children. */
export const nodesOf = (node: Nodes): readonly Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap((child) => nodesOf(child)) : []),
];

/**
 * What a tree is built of, without the words: neighbouring texts are one, and so is a dollar sign in its own element.
 */
export function skeleton(node: Nodes): string {
  if (!('children' in node)) return node.type === 'html' ? tagsOf(node.value) : node.type;
  const inside = node.children
    .filter((child) => !(child.type === 'html' && /^<\/?span>$/.test(child.value)))
    .map(skeleton)
    .filter((child, index, all) => !(child === 'text' && all[index - 1] === 'text'));
  return `${node.type}(${inside.join(',')})`;
}

const tagsOf = (html: string): string => (html.match(/<\/?(?!span)\w+/g) ?? []).join('');

/** The text that is left when GitHub goes looking for mentions, references and emoji: everything but code. */
export const visibleText = (root: Root): string =>
  nodesOf(root)
    .map((node) => {
      if (node.type === 'text') return node.value;
      return node.type === 'html' ? decodeEntities(node.value) : '\n';
    })
    .join('');

const decodeEntities = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '\n')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What GitHub would turn into a link, a mention, a reference, an emoji or a formula. */
export const REFERENCES: readonly RegExp[] = [
  /@[\w-]/,
  /#\d/,
  /\bgh-\d/i,
  /\bghsa-\w/i,
  /(?:https?|ftp):\/\//i,
  /(?:mailto|xmpp):\w/i,
  /www\./i,
  /\b[0-9a-f]{7,40}\b/i,
  /:[\w+-]+:/,
  /\$[^\n]*\$/,
];
