import type { RootContent } from 'mdast';
import { blankComments, dotCodeSpans } from './blank-out.ts';
import { linkTargetAt } from './link-target.ts';
import type { OutlineBlock } from './outline.ts';
import type { Link } from './plan.ts';
import { rangeOf, type TextLine } from './text-line.ts';

/** Links of one body that are read, and as many definitions. */
const MAX_LINKS = 5_000;

export interface ReadLinks {
  /** In the order of the file. */
  readonly links: readonly Link[];
  /** 1-based line from which on some links are not read; null when all are. */
  readonly cutAt: number | null;
}

/**
 * The targets of links and images, as written: `[text](target)`, `![text](target)` and `[name]: target`. Neither what stands in code,
 * comments and HTML, nor bare URLs.
 */
export function linksIn(
  outline: readonly OutlineBlock[],
  blocks: readonly RootContent[],
  source: readonly string[],
): ReadLinks {
  const links: Link[] = [];
  const cuts: number[] = [];
  for (const lines of paragraphsOf(outline)) {
    const read = linksOf(lines, MAX_LINKS - links.length);
    links.push(...read.links);
    if (read.cutAt === null) continue;
    cuts.push(read.cutAt);
    break;
  }
  const definitions = definitionsIn(blocks, source);
  cuts.push(...definitions.slice(MAX_LINKS, MAX_LINKS + 1).map(({ range }) => range.start.line));
  const all = [...links, ...definitions.slice(0, MAX_LINKS)];
  return {
    links: all.toSorted(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column,
    ),
    cutAt: cuts.length === 0 ? null : Math.min(...cuts),
  };
}

/** Text that is read together: a link may go over several lines. */
function* paragraphsOf(outline: readonly OutlineBlock[]): Generator<readonly TextLine[], undefined> {
  for (const block of outline) {
    if (block.kind === 'heading') yield [block.line];
    else if (block.kind !== 'table') yield block.lines;
    else
      for (const cells of [block.header, ...block.rows.map((row) => row.cells)])
        yield* cells.map((cell) => [cell]);
  }
}

/** `limit` is for what only begins like a link, too: each beginning costs time. */
function linksOf(lines: readonly TextLine[], limit: number): ReadLinks {
  const written = lines.map((line) => line.text).join('\n');
  const text = dotCodeSpans(written);
  if (!text.includes('](')) return { links: [], cutAt: null };
  const links: Link[] = [];
  const placeOf = placesIn(lines);
  let tries = 0;
  let open = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (character === '[') open++;
    else if (character === ']' && open > 0) {
      open--;
      if (text[index + 1] !== '(') continue;
      if (tries++ >= limit) return { links, cutAt: placeOf(index)?.line.line ?? 1 };
      const target = linkTargetAt(text, index + 2);
      if (target === null) continue;
      const place = placeOf(target.index);
      if (place === null || target.length === 0) continue;
      links.push({
        target: written.slice(target.index, target.index + target.length),
        range: rangeOf(place.line, { index: place.offset, length: target.length }),
      });
    }
  }
  return { links, cutAt: null };
}

/** Where a character of the joined lines stands. Asked for in rising order. */
function placesIn(lines: readonly TextLine[]): (index: number) => { line: TextLine; offset: number } | null {
  let number = 0;
  let start = 0;
  return (index) => {
    for (let line = lines[number]; line !== undefined; line = lines[++number]) {
      if (index <= start + line.text.length) return { line, offset: index - start };
      start += line.text.length + 1;
    }
    return null;
  };
}

function definitionsIn(blocks: readonly RootContent[], source: readonly string[]): readonly Link[] {
  return blocks.flatMap((block): readonly Link[] => {
    switch (block.type) {
      case 'definition': {
        const start = block.position?.start;
        const whole = start === undefined ? '' : blankComments(source[start.line - 1] ?? '');
        const text = whole.slice((start?.column ?? 1) - 1);
        const found = /^\[[^\]]{1,999}\]:[ \t]*<?([^\s<>]{1,1000})/.exec(text);
        const target = found?.[1];
        if (start === undefined || target === undefined) return [];
        const line = { line: start.line, column: start.column, text };
        return [
          {
            target,
            range: rangeOf(line, { index: (found?.[0].length ?? 0) - target.length, length: target.length }),
          },
        ];
      }
      case 'blockquote':
        return definitionsIn(block.children, source);
      case 'list':
        return block.children.flatMap((item) => definitionsIn(item.children, source));
      default:
        return [];
    }
  });
}
