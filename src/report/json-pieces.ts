/**
 * A value as JSON, indented by two blanks, in pieces of one plan or less: the whole of ten thousand plans would be held
 * several times over. May be walked through more than once.
 */
export const jsonPieces = (value: object): Iterable<string> => ({
  *[Symbol.iterator]() {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    if (entries.length === 0) return yield '{}';
    yield '{';
    for (const [index, [key, member]] of entries.entries()) {
      yield `${index === 0 ? '' : ','}\n  ${JSON.stringify(key)}: `;
      if (Array.isArray(member) && member.length > 0) yield* listPieces(member);
      else yield indented(member, 2);
    }
    yield '\n}';
  },
});

function* listPieces(members: readonly unknown[]): Generator<string, undefined> {
  for (const [index, member] of members.entries()) {
    yield `${index === 0 ? '[' : ','}\n    ${indented(member, 4)}`;
  }
  yield '\n  ]';
}

/** Line ends stand in JSON only where it is indented. */
const indented = (value: unknown, depth: number): string =>
  (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${' '.repeat(depth)}`);
