import { anchorsIn } from './anchors.ts';
import { type BodyPart, bodyParts } from './body-parts.ts';
import { readFootnotes } from './footnotes.ts';
import { linksIn, type ReadLinks } from './links.ts';
import { readBlocks } from './markdown-blocks.ts';
import { type OutlineBlock, outlineOf } from './outline.ts';
import type { UnclosedFence } from './plan.ts';
import { proseLinesOf } from './prose-lines.ts';
import { shownBlocks } from './shown-blocks.ts';
import { findUnclosedFence } from './unclosed-fence.ts';
import { findWaiverComments } from './waiver-comments.ts';
import type { CommentWaivers } from './waivers.ts';

export interface Body {
  readonly parts: readonly BodyPart[];
  /** What stands in footnotes: GitHub shows it at the end of the page, wherever it is written. */
  readonly footnotes: readonly BodyPart[];
  /** 1-based lines of headings, paragraphs and tables: neither code nor HTML. */
  readonly proseLines: ReadonlySet<number>;
  /** The same blocks as they are written, with all that is said beside the boxes. */
  readonly outline: readonly OutlineBlock[];
  readonly unclosedFence: UnclosedFence | null;
  readonly links: ReadLinks;
  readonly anchors: ReadonlySet<string>;
  readonly waivers: CommentWaivers;
  /** One sentence when not all of it was read; else null. */
  readonly problem: string | null;
}

/** Reads the lines of a file below its front matter. Never throws; positions are those of the file. */
export function readBody(text: string, frontMatterLines: number): Body {
  const lines = text.split('\n');
  const body = lines.slice(frontMatterLines).join('\n');
  try {
    const read = readBlocks(body, frontMatterLines + 1);
    const { blocks, problem: unclear } = shownBlocks(read.blocks, lines);
    const footnotes = readFootnotes(blocks, lines);
    const problem = unclear ?? read.problem ?? footnotes.problem;
    const outline = outlineOf(blocks, lines);
    const proseLines = new Set(proseLinesOf(blocks));
    return {
      parts: bodyParts(blocks, { label: null, source: lines }),
      footnotes: bodyParts(footnotes.blocks, { label: null, source: lines }),
      proseLines,
      outline,
      links: linksIn(outline, blocks, lines),
      anchors: anchorsIn(blocks, body),
      unclosedFence: problem === null ? findUnclosedFence(blocks, lines) : null,
      waivers: findWaiverComments(blocks, lines, proseLines),
      problem,
    };
  } catch {
    return {
      parts: [],
      footnotes: [],
      proseLines: new Set(),
      outline: [],
      unclosedFence: null,
      links: { links: [], cutAt: null },
      anchors: new Set(),
      waivers: { entries: [], misread: [] },
      problem: 'The plan cannot be read as Markdown.',
    };
  }
}
