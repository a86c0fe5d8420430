type Lines = ReadonlyMap<string, number>;

const linesOf = new WeakMap<Uint8Array, Lines>();

/** How much of two files is the same, 0 to 100: bytes in common lines, of the larger file. Two empty files are not alike. */
export function similarity(left: Uint8Array, right: Uint8Array): number {
  const larger = Math.max(left.length, right.length);
  if (larger === 0 || Math.min(left.length, right.length) * 2 < larger) return 0;
  let common = 0;
  const others = lines(right);
  for (const [line, count] of lines(left)) {
    common += Math.min(count, others.get(line) ?? 0) * line.length;
  }
  return Math.floor((common * 100) / larger);
}

/** Each line, its end included, and how often it is there. Latin-1 keeps one character a byte. */
function lines(bytes: Uint8Array): Lines {
  const known = linesOf.get(bytes);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const line of Buffer.from(bytes)
    .toString('latin1')
    .split(/(?<=\n)/)) {
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  linesOf.set(bytes, counts);
  return counts;
}
