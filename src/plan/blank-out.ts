/** Puts blanks in the place of HTML comments; one that is never closed is text. Lines and columns stay true. */
export function blankComments(text: string): string {
  let shown = '';
  let from = 0;
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + '<!--'.length);
    if (close === -1) break;
    const end = close + '-->'.length;
    shown += text.slice(from, open) + text.slice(open, end).replace(/[^\n]/g, ' ');
    from = end;
  }
  return shown + text.slice(from);
}

/** Puts dots in the place of code spans: a run of back quotes, up to the next run of the same length. */
export function dotCodeSpans(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(({ index, 0: { length } }) => ({ index, length }));
  const nextOfLength = new Map<number, number>();
  const closing = runs
    .toReversed()
    .map(({ index, length }) => {
      const next = nextOfLength.get(length) ?? null;
      nextOfLength.set(length, index);
      return next;
    })
    .toReversed();
  let shown = '';
  let from = 0;
  for (const [place, { index, length }] of runs.entries()) {
    const close = closing[place] ?? null;
    if (index < from || close === null) continue;
    shown += text.slice(from, index) + text.slice(index, close + length).replace(/[^\n]/g, '·');
    from = close + length;
  }
  return shown + text.slice(from);
}
