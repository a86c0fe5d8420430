/** Where a reader of HTML stands behind a stretch of raw HTML. */
export type HtmlState =
  /** What follows is shown. `hiding` are elements that are still open and whose content may not be. */
  | { readonly kind: 'shown'; readonly hiding: readonly string[] }
  | { readonly kind: 'comment'; readonly hiding: readonly string[] }
  /** Inside of a tag or one of its values, or where two readers of HTML disagree: nobody can tell what follows. */
  | { readonly kind: 'tag' }
  | { readonly kind: 'unclear' };

export const HTML_START: HtmlState = { kind: 'shown', hiding: [] };

export interface HtmlScan {
  readonly state: HtmlState;
  /** Index at which the comment or the tag opens in which the HTML ends; null when it opened further up, or there is none. */
  readonly openedAt: number | null;
}

/** GitHub shows these tags as text: they hide nothing, and what looks like HTML inside of them is. */
const SHOWN_AS_TEXT =
  /<\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?=[\s>]|\/>|$)/iy;
/** Of what stands inside of these nobody but GitHub knows whether it is shown. */
const MAY_HIDE =
  /^(?:template|select|svg|math|video|audio|rp|title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)$/;
const TAG_NAME = /<\/?([a-z][^\s/>]*)/iy;
/** The end of a tag, or an attribute of it up to the opening quote of its value. */
const END_OR_ATTRIBUTE = /[\s/]*(?:(>)|[^\s/>][^\s/>=]*(?:\s*=\s*(?:(["'])|[^\s>"'][^\s>]*)?)?)/y;
const COMMENT_END = /--!?>/g;
/** Elements inside each other that are remembered. */
const MAX_HIDING = 20;

/** Reads on in raw HTML. Linear in its length. */
export function scanHtml(html: string, from: HtmlState): HtmlScan {
  if (from.kind === 'tag' || from.kind === 'unclear') return { state: from, openedAt: null };
  let hiding = from.hiding;
  let at = 0;
  if (from.kind === 'comment') {
    const end = endOfComment(html, 0);
    if (end === null) return { state: from, openedAt: null };
    if (end === 'unclear') return { state: { kind: 'unclear' }, openedAt: 0 };
    at = end;
  }
  for (let open = html.indexOf('<', at); open !== -1; open = html.indexOf('<', at)) {
    const stop = (state: HtmlState): HtmlScan => ({ state, openedAt: open });
    if (html.startsWith('<!--', open)) {
      // Readers of HTML disagree whether such a comment is over.
      if (/^<!--(?:>|->)/.test(html.slice(open, open + 6))) return stop({ kind: 'unclear' });
      const end = endOfComment(html, open + '<!--'.length);
      if (end === null) return stop({ kind: 'comment', hiding });
      if (end === 'unclear') return stop({ kind: 'unclear' });
      at = end;
      continue;
    }
    if (/^<(?:[!?]|\/[^a-z\s])/i.test(html.slice(open, open + 3))) {
      const end = html.indexOf('>', open);
      if (end === -1) return stop({ kind: 'tag' });
      // In a drawing its end is another one.
      if (html.startsWith('<![CDATA[', open) && !html.endsWith(']]', end)) return stop({ kind: 'unclear' });
      at = end + 1;
      continue;
    }
    const name = nameAt(html, open);
    if (name === null) {
      at = open + 1;
      continue;
    }
    const end = endOfTag(html, open + name.length);
    if (end === null) return stop({ kind: 'tag' });
    at = end;
    if (MAY_HIDE.test(name.element)) hiding = withTag(hiding, name, html.slice(end - 2, end) === '/>');
  }
  return { state: { kind: 'shown', hiding }, openedAt: null };
}

/** Behind its end; null when there is none, `unclear` where readers of HTML disagree. */
function endOfComment(html: string, from: number): number | 'unclear' | null {
  COMMENT_END.lastIndex = from;
  const match = COMMENT_END.exec(html);
  if (match === null) return null;
  return match[0] === '-->' ? match.index + match[0].length : 'unclear';
}

interface TagName {
  readonly element: string;
  readonly closes: boolean;
  /** With its bracket. */
  readonly length: number;
}

/** null where GitHub shows the bracket as text. */
function nameAt(html: string, open: number): TagName | null {
  SHOWN_AS_TEXT.lastIndex = open;
  if (SHOWN_AS_TEXT.test(html)) return null;
  TAG_NAME.lastIndex = open;
  const [whole, element] = TAG_NAME.exec(html) ?? [];
  if (whole === undefined || element === undefined) return null;
  return { element: element.toLowerCase(), closes: whole.startsWith('</'), length: whole.length };
}

/** Behind the bracket that ends the tag; null when there is none. */
function endOfTag(html: string, from: number): number | null {
  for (let at = from; ; ) {
    END_OR_ATTRIBUTE.lastIndex = at;
    const [whole, end, quote] = END_OR_ATTRIBUTE.exec(html) ?? [];
    if (whole === undefined) return null;
    at += whole.length;
    if (end !== undefined) return at;
    if (quote === undefined) continue;
    const close = html.indexOf(quote, at);
    if (close === -1) return null;
    at = close + 1;
  }
}

function withTag(
  hiding: readonly string[],
  { element, closes }: TagName,
  isEmpty: boolean,
): readonly string[] {
  if (!closes) {
    const holdsNothing = isEmpty && (element === 'svg' || element === 'math');
    return holdsNothing ? hiding : [...hiding, element].slice(-MAX_HIDING);
  }
  const place = hiding.lastIndexOf(element);
  return place === -1 ? hiding : hiding.toSpliced(place);
}
