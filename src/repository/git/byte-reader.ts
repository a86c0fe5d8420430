/** Reads a stream of bytes in lines and lengths; every method is false or null when it ends before that. */
export interface ByteReader {
  /** Without its line feed. */
  line(): Promise<string | null>;
  take(length: number): Promise<Uint8Array | null>;
  /** Passes over bytes without holding them. */
  skip(length: number): Promise<boolean>;
}

const LINE_FEED = 10;

export function byteReader(stream: AsyncIterable<Buffer>): ByteReader {
  const chunks = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);

  async function more(): Promise<boolean> {
    const next = await chunks.next();
    if (next.done === true) return false;
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    return true;
  }

  function drop(length: number): Buffer {
    const dropped = held.subarray(0, length);
    held = held.subarray(length);
    return dropped;
  }

  return {
    async line() {
      while (!held.includes(LINE_FEED)) if (!(await more())) return null;
      const text = drop(held.indexOf(LINE_FEED)).toString('utf8');
      drop(1);
      return text;
    },
    async take(length) {
      while (held.length < length) if (!(await more())) return null;
      return drop(length);
    },
    async skip(length) {
      let left = length;
      while (left > held.length) {
        left -= drop(held.length).length;
        if (!(await more())) return false;
      }
      drop(left);
      return true;
    },
  };
}
