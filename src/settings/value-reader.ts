/** Reads one value out of text, and knows how to say what is allowed. */
export interface ValueReader<Value> {
  /** Completes the sentence "… must be". */
  readonly allowed: string;
  /** Words among which the nearest to a mistyped one is looked for. */
  readonly words: readonly string[];
  /** Ends the sentence "The value …" where more can be said than what is allowed; null where it cannot. */
  readonly complaint?: (text: string) => string | null;
  /** null: not an allowed value. */
  read(text: string): Value | null;
}

/** One of a few words, spelt exactly. */
export const oneOf = <Word extends string>(words: readonly Word[]): ValueReader<Word> => ({
  allowed: `one of ${words.join(', ')}`,
  words,
  read: (text) => words.find((word) => word === text) ?? null,
});

/** A whole number between two bounds, both allowed. */
export const wholeNumber = (
  bounds: { readonly min: number; readonly max: number },
  unit: string,
): ValueReader<number> => ({
  allowed: `a whole number of ${unit} from ${bounds.min} to ${bounds.max}`,
  words: [],
  read: (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return number >= bounds.min && number <= bounds.max ? number : null;
  },
});

/** `true` or `false`, in the three spellings of the YAML core schema. */
export const flag: ValueReader<boolean> = {
  allowed: 'true or false',
  words: ['true', 'false'],
  read: (text) => {
    if (/^(?:true|True|TRUE)$/.test(text)) return true;
    return /^(?:false|False|FALSE)$/.test(text) ? false : null;
  },
};

/** Anything that is not empty. */
export const anyText: ValueReader<string> = { allowed: 'a text', words: [], read: (text) => text };

/** Characters; longer globs cost time and are nobody's intention. */
const MAX_PATH = 1_000;

/** Paths or globs of the disk, one a line. */
export const pathsOnLines: ValueReader<readonly string[]> = {
  allowed: `paths or globs of at most ${MAX_PATH} characters, one a line`,
  words: [],
  read: (text) => {
    const lines = text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return lines.length > 0 && lines.every(({ length }) => length <= MAX_PATH) ? lines : null;
  },
};
