/**
 * Takes pictures of the comment and the tracking issue that the examples get, light and dark, wide and narrow:
 * docs/pictures/*.png.
 * `node scripts/pictures.ts [COMMAND]`: the built terminal command, `dist/cli.js` by default. Wants a chromium.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderComment } from '../src/report/comment.ts';
import { MAX_COMMENT_LENGTH } from '../src/report/comment-marker.ts';
import { renderIssue } from '../src/report/issue.ts';
import { readIssueBody } from '../src/report/issue-body.ts';
import { gitHubLinks, type Links } from '../src/report/links.ts';
import type { Report } from '../src/report/report.ts';
import { checkExample, scanExample } from './check-example.ts';
import { picturePage, type Theme } from './picture-page.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'docs', 'pictures');
const COMMAND = process.argv[2] ?? join(ROOT, 'dist', 'cli.js');
const CHROMIUM = process.env.CHROMIUM ?? 'chromium';
/** CSS pixels: a pull request on a desk, and on a telephone. */
const WIDTHS = { wide: 900, narrow: 400 } as const;
/** Three months after the pull request of the examples. */
const SCAN_DAY = '2026-09-21';
const RUN = 'https://github.com/tidewatch/tidewatch/actions/runs/1';
/** Physical pixels for one of CSS. */
const SCALE = 1.25;

interface Picture {
  readonly of: 'comment' | 'issue';
  readonly name: string;
  readonly width: number;
  readonly theme: Theme;
  readonly fold: string | null;
}

const THEMES = ['light', 'dark'] as const satisfies readonly Theme[];
const PICTURES: readonly Picture[] = [
  ...THEMES.flatMap((theme): readonly Picture[] => [
    { of: 'comment', name: `comment-${theme}`, width: WIDTHS.wide, theme, fold: null },
    { of: 'issue', name: `issue-${theme}`, width: WIDTHS.wide, theme, fold: null },
    { of: 'comment', name: `comment-plan-${theme}`, width: WIDTHS.wide, theme, fold: 'Self-update v2' },
  ]),
  { of: 'comment', name: 'comment-narrow', width: WIDTHS.narrow, theme: 'light', fold: null },
];

takePictures({ comment: exampleComment(), issue: exampleIssue() });

/** As on GitHub: what the command at the terminal does not know is where the repository lies. */
function exampleIssue(): string {
  const report: Report = JSON.parse(scanExample(COMMAND, SCAN_DAY));
  const links = linksTo('HEAD');
  const { body } = renderIssue(report, links, null, { key: 'default', run: 1, attempt: 1, runUrl: RUN });
  const parts = readIssueBody(body ?? '');
  if (parts === null) throw new Error('The scan of the examples has no tracking issue.');
  return parts.section;
}

function exampleComment(): string {
  const { printed } = checkExample(COMMAND, ['json']);
  const report: Report = JSON.parse(printed.json);
  const links = linksTo(report.trigger.head ?? '');
  const onGitHub = { ...report, trigger: { ...report.trigger, event: 'pull_request' } };
  return renderComment(onGitHub, links, { limit: MAX_COMMENT_LENGTH });
}

function linksTo(head: string): Links {
  return gitHubLinks({
    serverUrl: 'https://github.com',
    owner: 'tidewatch',
    repo: 'tidewatch',
    head,
    rulesUrl: 'https://github.com/OWNER/plan-check/blob/v0/docs/rules',
  });
}

function takePictures(markdown: Readonly<Record<Picture['of'], string>>): void {
  const folder = mkdtempSync(join(tmpdir(), 'plan-check-pictures-'));
  try {
    mkdirSync(FOLDER, { recursive: true });
    for (const name of readdirSync(FOLDER)) rmSync(join(FOLDER, name));
    for (const picture of PICTURES) takePicture(picture, markdown[picture.of], folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function takePicture({ name, width, theme, fold }: Picture, markdown: string, folder: string): void {
  const page = join(folder, `${name}.html`);
  writeFileSync(page, picturePage(markdown, { theme, width, fold }));
  const address = pathToFileURL(page).href;
  const dom = chromium(folder, [`--window-size=${width},1000`, '--dump-dom', address]);
  const height = /data-height="(\d+)"/.exec(dom)?.[1];
  if (height === undefined) throw new Error(`chromium did not say how high the page of "${name}" is.`);
  const file = join(FOLDER, `${name}.png`);
  chromium(folder, [`--window-size=${width},${height}`, `--screenshot=${file}`, address]);
  console.log(`docs/pictures/${name}.png: ${width} × ${height}`);
}

/** What chromium prints. Nothing is fetched: the page is one file. */
function chromium(folder: string, args: readonly string[]): string {
  const result = spawnSync(
    CHROMIUM,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--force-device-scale-factor=${SCALE}`,
      '--hide-scrollbars',
      '--disable-lcd-text',
      ...args,
    ],
    { encoding: 'utf8', timeout: 60_000 },
  );
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0)
    throw new Error(`chromium ended with exit code ${result.status}.\n${result.stderr}`);
  return result.stdout;
}
