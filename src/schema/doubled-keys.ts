const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,\n]/gs;

export interface DoubledKey {
  readonly key: string;
  /** 1-based; of the two the last one counts. */
  readonly lines: readonly [number, number];
}

/** Keys that stand twice in one object of a JSON text, in the order of their second place. The text is valid JSON. */
export function doubledKeys(json: string): readonly DoubledKey[] {
  const doubled: DoubledKey[] = [];
  /** Keys of each open object with their lines; null for a list. */
  const open: (Map<string, number> | null)[] = [];
  let line = 1;
  let isKey = false;
  for (const [token] of json.matchAll(TOKEN)) {
    switch (token[0]) {
      case '\n':
        line += 1;
        break;
      case '{':
        open.push(new Map());
        isKey = true;
        break;
      case '[':
        open.push(null);
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        isKey = open.at(-1) instanceof Map;
        break;
      case '"': {
        const keys = isKey ? open.at(-1) : null;
        isKey = false;
        if (!keys) break;
        const key = String(JSON.parse(token));
        const before = keys.get(key);
        if (before !== undefined) doubled.push({ key, lines: [before, line] });
        keys.set(key, line);
        break;
      }
      default:
        break;
    }
  }
  return doubled;
}
