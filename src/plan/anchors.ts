import type { RootContent } from 'mdast';
import { inlineText } from './block-text.ts';
import { plainText } from './inline-text.ts';

/** What GitHub lets a link within a file lead to: its headings, and names that are set in HTML. */
export function anchorsIn(blocks: readonly RootContent[], text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  for (const heading of headingsOf(blocks)) {
    const slug = slugOf(heading);
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
  }
  for (const [, name = ''] of text.matchAll(/<[a-z][a-z\d]{0,9} (?:id|name)="([^"<>]{1,200})"/gi)) {
    anchors.add(name.toLowerCase());
  }
  return anchors;
}

function headingsOf(blocks: readonly RootContent[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
        return [plainText(inlineText(block.children))];
      case 'blockquote':
        return headingsOf(block.children);
      case 'list':
        return block.children.flatMap((item) => headingsOf(item.children));
      default:
        return [];
    }
  });
}

/** As GitHub makes it: small letters, without signs, a hyphen for each blank. */
const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
