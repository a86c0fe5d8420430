import type { FileContent } from '../repository/repository.ts';

/** What the files of a run may hold together. */
export interface TextBounds {
  readonly characters: number;
  readonly lines: number;
}

/** A plan that was read takes ten times its text; one of short lines alone fifty times, as each may be a box. */
export const MAX_TEXT: TextBounds = { characters: 128_000_000, lines: 4_000_000 };

export interface BoundedText {
  /** The content as it is; once too much was taken, what stands for one that is not looked at. */
  readonly take: (content: FileContent) => FileContent;
  readonly isReached: () => boolean;
  readonly tooMuch: () => FileContent;
}

/** Holds the texts that a run keeps to a size. */
export function boundedText({ characters, lines }: TextBounds): BoundedText {
  const left = { characters, lines };
  const isReached = (): boolean => left.characters < 0 || left.lines < 0;
  const tooMuch = (): FileContent => ({
    kind: 'failed',
    message: `The plans have over ${characters} characters or ${lines} lines together: check fewer at once.`,
  });
  return {
    take: (content) => {
      if (content.kind !== 'text') return content;
      left.characters -= content.text.length;
      left.lines -= linesIn(content.text);
      return isReached() ? tooMuch() : content;
    },
    isReached,
    tooMuch,
  };
}

function linesIn(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
