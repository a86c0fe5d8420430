import type { FileContent } from '../repository/repository.ts';

/** Characters of all files of a run together. A plan that was read takes ten times its text. */
export const MAX_TEXT = 128_000_000;

export interface BoundedText {
  /** The content as it is; once too much was taken, what stands for one that is not looked at. */
  readonly take: (content: FileContent) => FileContent;
  readonly isReached: () => boolean;
  readonly tooMuch: () => FileContent;
}

/** Holds the texts that a run keeps to a number of characters. */
export function boundedText(characters: number): BoundedText {
  let left = characters;
  const tooMuch = (): FileContent => ({
    kind: 'failed',
    message: `The plans have over ${characters} characters together: check fewer at once.`,
  });
  return {
    take: (content) => {
      if (content.kind !== 'text') return content;
      left -= content.text.length;
      return left < 0 ? tooMuch() : content;
    },
    isReached: () => left < 0,
    tooMuch,
  };
}
