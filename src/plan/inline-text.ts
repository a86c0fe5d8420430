import { withoutTags, withoutTargets } from './inline-markup.ts';

/** Characters of one item or heading that are looked at; nobody reads more of it. */
export const MAX_INLINE = 2_000;

const CODE_OPEN = '\uE000';
const CODE_CLOSE = '\uE001';
const CODE = new RegExp(`${CODE_OPEN}(\\d+)${CODE_CLOSE}`, 'g');

/** Whatever its line ends are, the same words of it are looked at. */
const startOf = (markdown: string): string =>
  markdown
    .slice(0, 2 * MAX_INLINE)
    .replaceAll('\r\n', '\n')
    .slice(0, MAX_INLINE);

/** The words of inline Markdown in one line: without comments, tags, link targets and emphasis. */
export function plainText(markdown: string): string {
  const start = startOf(markdown);
  if (!MARKUP.test(start)) return inOneLine(start);
  const codes: string[] = [];
  const masked = maskCode(withoutComments(start), (code) => {
    codes.push(code);
    return `${CODE_OPEN}${codes.length - 1}${CODE_CLOSE}`;
  });
  return inOneLine(withoutMarkup(masked).replace(CODE, (_, index: string) => codes[Number(index)] ?? ''));
}

/** Where none of these stands, no markup does: most texts of a plan are plain. */
const MARKUP = new RegExp(`[\`[<~*_${CODE_OPEN}]`);

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Inline Markdown with its code blanked out, and without what nobody sees: comments, tags, images, and where links lead. What
 * the author says, not what is quoted.
 */
export const spokenText = (markdown: string): string =>
  withoutTargets(
    withoutTags(maskCode(withoutComments(startOf(markdown)), () => '·')),
    (inner) => `[${inner}]`,
  );

/** A line with its code spans blanked out in place, so that columns stay true. */
export const blankCode = (line: string): string =>
  maskCode(line.slice(0, MAX_INLINE), (_, span) => ' '.repeat(span.length));

const withoutMarkup = (text: string): string =>
  withoutTargets(withoutTags(text.replace(/<((?:https?|mailto):[^<>\s]*)>/g, '$1')), (inner) => inner)
    .replace(/<[a-zA-Z/][^<>]*>/g, '')
    .replace(/~~([^~]+)~~/g, '$1')
    .replace(/\*\*\*?([^\s*](?:[^*]*[^\s*])?)\*\*\*?/g, '$1')
    .replace(/(?<![\w*])\*([^\s*](?:[^*]*[^\s*])?)\*(?![\w*])/g, '$1')
    .replace(/(?<!\w)__?([^\s_](?:[^_]*[^\s_])?)__?(?!\w)/g, '$1');

function withoutComments(text: string): string {
  let rest = text;
  let kept = '';
  for (let open = rest.indexOf('<!--'); open !== -1; open = rest.indexOf('<!--')) {
    const close = rest.indexOf('-->', open);
    if (close === -1) break;
    kept += rest.slice(0, open);
    rest = rest.slice(close + '-->'.length);
  }
  return kept + rest;
}

/** Replaces code spans: a run of back quotes, up to the next run of the same length. */
function maskCode(text: string, replace: (code: string, span: string) => string): string {
  if (!text.includes('`')) return text;
  const runs = [...text.matchAll(/`+/g)];
  let masked = '';
  let from = 0;
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index];
    const close = runs.findIndex((run, other) => other > index && run[0].length === open?.[0].length);
    const closing = runs[close];
    if (open === undefined || closing === undefined) continue;
    const end = closing.index + closing[0].length;
    const code = text.slice(open.index + open[0].length, closing.index);
    masked += text.slice(from, open.index) + replace(code, text.slice(open.index, end));
    from = end;
    index = close;
  }
  return masked + text.slice(from);
}
