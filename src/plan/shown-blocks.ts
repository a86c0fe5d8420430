import type { Html, List, ListItem, RootContent } from 'mdast';
import { dotCodeSpans } from './blank-out.ts';
import { HTML_START, type HtmlState, scanHtml } from './html-state.ts';
import { notRead } from './markdown-blocks.ts';

export interface ShownBlocks {
  /** Without those that an HTML comment hides which is opened in one piece of HTML and closed in another. */
  readonly blocks: readonly RootContent[];
  /** One sentence that names the line from which on nobody can tell what is shown; null when all is clear. */
  readonly problem: string | null;
}

/** GitHub does not show these as text, and what is open behind a paragraph goes on below it. */
const INLINE_RISK = /<\?[^<]*<|<!\[CDATA\[|<(?:template|select|svg|math|video|audio|rp)(?=[\s/>])/i;

/** What of the blocks of a body GitHub shows, HTML being read over all of it. `source` are the lines of the file. */
export function shownBlocks(blocks: readonly RootContent[], source: readonly string[]): ShownBlocks {
  if (!source.some((line) => line.includes('<'))) return { blocks, problem: null };
  const walk: Walk = { source, state: HTML_START, openedOn: 1, hasLost: false, problem: null };
  const shown = shownAmong(blocks, walk);
  if (walk.state.kind !== 'shown' && walk.hasLost) lose(walk, walk.openedOn, REASONS[walk.state.kind]);
  return { blocks: shown, problem: walk.problem };
}

interface Walk {
  readonly source: readonly string[];
  state: HtmlState;
  /** 1-based line of the comment or tag that is open. */
  openedOn: number;
  /** Something stands behind the beginning of the comment that is open. */
  hasLost: boolean;
  problem: string | null;
}

const REASONS = {
  comment: 'an HTML comment opens there and is never closed; write "-->" where it ends',
  tag: 'an HTML tag opens there and never ends; write its ">", and the quotes on both sides of its values',
  unclear:
    'HTML there can be read in more than one way; end comments with "-->", and write other HTML as code',
} as const;

function lose(walk: Walk, line: number, reason: string): void {
  walk.problem ??= notRead(line, reason);
}

function shownAmong<Kind extends RootContent>(blocks: readonly Kind[], walk: Walk): Kind[] {
  return blocks.flatMap((block) => shownOf(block, walk));
}

function shownOf<Kind extends RootContent>(block: Kind, walk: Walk): readonly Kind[] {
  if (walk.problem !== null) return [];
  if (block.type === 'definition') return walk.state.kind === 'comment' ? [] : [block];
  const { state } = walk;
  if (state.kind === 'tag' || state.kind === 'unclear') {
    lose(walk, walk.openedOn, REASONS[state.kind]);
    return [];
  }
  if (block.type === 'html') {
    readHtml(block, walk);
    return [block];
  }
  const [hiding] = state.hiding;
  if (state.kind === 'shown' && hiding !== undefined) {
    const reason = `it stands inside of "<${hiding}>", and GitHub may not show it; close that element, or write it as code`;
    lose(walk, block.position?.start.line ?? walk.openedOn, reason);
    return [];
  }
  switch (block.type) {
    case 'blockquote': {
      const children = shownAmong(block.children, walk);
      return children.length === 0 ? [] : [{ ...block, children }];
    }
    case 'list': {
      const children = shownEntries(block, walk);
      return children.length === 0 ? [] : [{ ...block, children }];
    }
    default:
      return leafIsShown(block, walk) ? [block] : [];
  }
}

function shownEntries({ children }: List, walk: Walk): ListItem[] {
  return children.flatMap((item) => {
    if (walk.problem !== null) return [];
    const isHidden = walk.state.kind === 'comment';
    if (isHidden) walk.hasLost = true;
    const shown = shownAmong(item.children, walk);
    if (!isHidden) return [{ ...item, children: shown }];
    // Its box is hidden with its beginning.
    return shown.length === 0 ? [] : [{ ...item, checked: null, children: shown }];
  });
}

function readHtml({ value, position }: Html, walk: Walk): void {
  if (NOT_ON_GITHUB.some((pattern) => pattern.test(value))) {
    lose(walk, position?.start.line ?? walk.openedOn, REASONS.unclear);
    return;
  }
  const open = openRawBlock(value);
  if (open !== null) {
    const reason = `"<${open.name}" opens HTML there that is never closed; write "${open.end}" where it ends`;
    lose(walk, position?.start.line ?? walk.openedOn, reason);
    return;
  }
  const { state, openedAt } = scanHtml(value, walk.state);
  const wasOpen = walk.state.kind === 'comment' && openedAt === null;
  walk.state = state;
  if (openedAt === null) {
    walk.hasLost = wasOpen && state.kind === 'comment';
    return;
  }
  walk.openedOn = (position?.start.line ?? 1) + (value.slice(0, openedAt).match(/\n/g)?.length ?? 0);
  walk.hasLost = /\n[^\n]*\S/.test(value.slice(openedAt));
}

/** HTML that no blank line ends goes on to the end of the plan, or of the entry around it. */
function openRawBlock(value: string): { readonly name: string; readonly end: string } | null {
  const name = RAW_BLOCK.exec(value)?.[1]?.toLowerCase();
  if (name === undefined || !/\n[^\n]*\S/.test(value)) return null;
  const end = RAW_ENDS.get(name) ?? `</${name}>`;
  const isClosed = RAW_ENDS.has(name) ? value.includes(end) : RAW_END.test(value);
  return isClosed ? null : { name, end };
}

/** What our parser takes for HTML up to its end or the next blank line, and GitHub's older one does not. */
const NOT_ON_GITHUB: readonly RegExp[] = [/^<![a-z][^\n]*\n/, /^<\/?search(?=[\s/>])[^\n]*\n/i];
/** The other way round. */
const ON_GITHUB_ALONE = /^ {0,3}<\/?source(?=[\s/>]|$)/im;
const RAW_BLOCK = /^<(pre(?=[\s>])|script(?=[\s>])|style(?=[\s>])|textarea(?=[\s>])|\?|!\[CDATA\[)/i;
const RAW_END = /<\/(?:pre|script|style|textarea)>/i;
const RAW_ENDS: ReadonlyMap<string, string> = new Map([
  ['?', '?>'],
  ['![cdata[', ']]>'],
]);

/** Paragraphs, headings, tables and code; the first three may hold HTML, which ends what it begins in nearly every case. */
function leafIsShown(block: RootContent, walk: Walk): boolean {
  const isText = block.type === 'paragraph' || block.type === 'heading' || block.type === 'table';
  if (walk.state.kind === 'comment') {
    walk.hasLost = true;
    if (isText && mayCloseComment(textOf(block, walk))) walk.state = { kind: 'unclear' };
    return false;
  }
  if (block.type === 'paragraph' && ON_GITHUB_ALONE.test(textOf(block, walk))) {
    walk.state = { kind: 'unclear' };
    walk.openedOn = block.position?.start.line ?? walk.openedOn;
  }
  if (isText && INLINE_RISK.test(textOf(block, walk))) noteRisk(block, walk);
  return true;
}

/** As text it is escaped, inside of a tag or another comment it is not. */
function mayCloseComment(text: string): boolean {
  const open = text.indexOf('<');
  return open !== -1 && /--!?>/.test(text.slice(open));
}

function noteRisk(block: RootContent, walk: Walk): void {
  const text = dotCodeSpans(textOf(block, walk)).replace(/\\[\\<]/g, '··');
  if (!INLINE_RISK.test(text)) return;
  const { state } = scanHtml(text, walk.state);
  if (state.kind === 'shown') {
    walk.state = state;
  } else {
    walk.state = { kind: 'unclear' };
    walk.openedOn = block.position?.start.line ?? walk.openedOn;
  }
}

const textOf = ({ position }: RootContent, { source }: Walk): string =>
  position === undefined ? '' : source.slice(position.start.line - 1, position.end.line).join('\n');
