const TOKEN =
  /[ \t\n\r]*(?:("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([[\]{}:,]))/uy;

/** What may come next: a value, a key, or what follows one of them. */
type Expect = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/**
 * The 1-based line of the first mistake in a JSON text; null when it is JSON.
 * The engine's own parser names a place for some mistakes only.
 */
export function jsonErrorLine(text: string): number | null {
  const offset = jsonErrorOffset(text);
  return offset === null ? null : text.slice(0, offset).split('\n').length;
}

function jsonErrorOffset(text: string): number | null {
  const open: string[] = [];
  let expect: Expect = 'value';
  TOKEN.lastIndex = 0;
  for (;;) {
    const start = TOKEN.lastIndex;
    const token = TOKEN.exec(text);
    if (token === null) {
      const rest = text.slice(start).search(/[^ \t\n\r]/);
      return expect === 'nothing' && rest === -1 ? null : rest === -1 ? text.trimEnd().length : start + rest;
    }
    const next = step(expect, token, open);
    if (next === null) return TOKEN.lastIndex - (token[0].trimStart().length || 1);
    expect = next;
  }
}

/** null: this token may not stand here. */
function step(expect: Expect, [, text, word, mark]: RegExpExecArray, open: string[]): Expect | null {
  const afterValue = (): Expect => (open.length === 0 ? 'nothing' : 'comma-or-end');
  const isValue = expect === 'value' || expect === 'value-or-end';
  if (text !== undefined) {
    if (expect === 'key' || expect === 'key-or-end') return 'colon';
    return isValue ? afterValue() : null;
  }
  if (word !== undefined) return isValue ? afterValue() : null;
  if (mark === '{' || mark === '[') {
    if (!isValue) return null;
    open.push(mark);
    return mark === '{' ? 'key-or-end' : 'value-or-end';
  }
  if (mark === ':') return expect === 'colon' ? 'value' : null;
  if (mark === ',') return expect !== 'comma-or-end' ? null : open.at(-1) === '{' ? 'key' : 'value';
  const endsHere = mark === '}' ? 'key-or-end' : 'value-or-end';
  const closes = open.at(-1) === (mark === '}' ? '{' : '[');
  if (!closes || (expect !== endsHere && expect !== 'comma-or-end')) return null;
  open.pop();
  return afterValue();
}
