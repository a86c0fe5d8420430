/** A comment's Markdown as a page that looks as GitHub shows it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

export type Theme = 'light' | 'dark';

export interface PageOptions {
  readonly theme: Theme;
  /** CSS pixels; a browser's window cannot be made as narrow as a telephone's. */
  readonly width: number;
  /** Only the fold whose title begins with this is shown, opened; null for the whole comment with its folds closed. */
  readonly fold: string | null;
}

/** Who wrote a comment stands above it, in a frame; of GitHub's own colours only these are not in the stylesheet. */
const FRAME = {
  light: { page: '#ffffff', head: '#f6f8fa', line: '#d1d9e0', words: '#59636e' },
  dark: { page: '#0d1117', head: '#151b23', line: '#3d444d', words: '#9198a1' },
} as const satisfies Record<Theme, unknown>;

/** The page is as high as what it shows, which `data-height` on the root element says in CSS pixels. */
export function picturePage(markdown: string, { theme, width, fold }: PageOptions): string {
  const { page, head, line, words } = FRAME[theme];
  return `<!doctype html>
<meta charset="utf-8">
<style>
${stylesheet(theme)}
html { background: ${page}; }
body { margin: 0; padding: 12px; width: ${width}px; box-sizing: border-box; }
.comment { border: 1px solid ${line}; border-radius: 6px; overflow: hidden; }
.author { padding: 8px 16px; background: ${head}; border-bottom: 1px solid ${line}; color: ${words}; font: 14px sans-serif; }
.markdown-body { padding: 16px; font-size: 14px; }
</style>
<div class="comment">
${fold === null ? '<div class="author"><b>github-actions</b> commented</div>' : ''}
<div class="markdown-body">${fold === null ? html(markdown) : openFold(html(markdown), fold)}</div>
</div>
<script>document.documentElement.dataset.height = Math.ceil(document.body.getBoundingClientRect().height);</script>
`;
}

const html = (markdown: string): string =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

function openFold(comment: string, title: string): string {
  const start = comment.indexOf(`<details><summary>${title}`);
  const end = comment.indexOf('</details>', start);
  if (start === -1 || end === -1) throw new Error(`The comment has no fold "${title}".`);
  return comment.slice(start, end).replace('<details>', '<details open>');
}

const STYLESHEETS = {
  light: import.meta.resolve('github-markdown-css/github-markdown-light.css'),
  dark: import.meta.resolve('github-markdown-css/github-markdown-dark.css'),
} as const satisfies Record<Theme, string>;

const stylesheet = (theme: Theme): string => readFileSync(fileURLToPath(STYLESHEETS[theme]), 'utf8');
