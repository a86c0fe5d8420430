import { counted } from './counted.ts';
import type { Detail } from './fit-to-limit.ts';
import { fold } from './markdown.ts';
import type { Pieces } from './pieces.ts';

/** What is visible at once; the rest stands one fold deeper, so that a big change stays readable. */
const VISIBLE_ROWS = 10;
const VISIBLE_FOLDS = 10;

/** Sets as many of the pieces as `detail` wants, and says what is left out. */
export const compose = (pieces: Pieces, detail: Detail): string =>
  [
    [pieces.heading, pieces.gaps].filter((part) => part !== '').join('\n\n'),
    pieces.nothing,
    rows(pieces, detail),
    next(pieces, detail),
    charts(pieces, detail),
    folds(pieces, detail),
    old(pieces, detail),
    leftOut(pieces, detail),
    pieces.coverage,
  ]
    .filter((part) => part !== '')
    .join('\n\n');

function rows({ tableHead, rows: all, rowsBehind }: Pieces, detail: Detail): string {
  const shown = all.slice(0, detail.rows);
  if (shown.length === 0) return '';
  if (tableHead.length === 0) return shown.join('<br>');
  const table = (lines: readonly string[]): string => [...tableHead, ...lines].join('\n');
  if (rowsBehind !== null) return fold(rowsBehind, table(shown));
  const hidden = shown.slice(VISIBLE_ROWS);
  const visible = table(shown.slice(0, VISIBLE_ROWS));
  return hidden.length === 0
    ? visible
    : `${visible}\n\n${fold(counted(hidden.length, 'more plan'), table(hidden))}`;
}

function next({ next: all, moreNext }: Pieces, detail: Detail): string {
  const shown = all.slice(0, detail.next).map((line, index) => `${index + 1}. ${line}`);
  if (shown.length === 0) return '';
  const rest = moreNext + all.length - shown.length;
  const more = rest > 0 ? [`\nAnd ${rest} more.`] : [];
  return ['**Do next**\n', ...shown, ...more].join('\n');
}

function folds({ folds: all }: Pieces, detail: Detail): string {
  const shown = all
    .slice(0, detail.folds)
    .map(({ full, plain }, index) => (index < detail.phases ? full : plain))
    .filter((markdown) => markdown !== '');
  const hidden = shown.slice(VISIBLE_FOLDS);
  const visible = shown.slice(0, VISIBLE_FOLDS);
  const deeper =
    hidden.length === 0
      ? []
      : [fold(`Details of ${counted(hidden.length, 'more plan')}`, hidden.join('\n\n'))];
  return [...visible, ...deeper].join('\n\n');
}

/** Open from the start: a browser that draws a chart in a closed fold does not know how wide it may be. */
function charts({ charts: all, moreCharts }: Pieces, detail: Detail): string {
  const shown = all.slice(0, detail.charts);
  if (shown.length === 0) return '';
  const more = moreCharts > 0 ? [`${counted(moreCharts, 'more plan')} with a timeline not drawn.`] : [];
  return fold('Timelines', [...shown, ...more].join('\n\n'), { open: true });
}

function old({ old: all }: Pieces, detail: Detail): string {
  const byTitle = Map.groupBy(all.slice(0, detail.old), ({ title }) => title);
  return [...byTitle]
    .map(([title, shown]) => fold(title, shown.map(({ line }) => line).join('\n')))
    .join('\n\n');
}

/** One sentence with the number of everything that is not shown; empty when all is. */
function leftOut(pieces: Pieces, detail: Detail): string {
  const rowsLeft = pieces.rows.length - detail.rows;
  const findingsLeft = pieces.folds.slice(detail.folds).filter(({ plain }) => plain !== '').length;
  const shownPhases = Math.min(detail.phases, detail.folds);
  const phasesLeft = pieces.folds.slice(shownPhases).filter(({ full, plain }) => full !== plain).length;
  const chartsLeft = pieces.charts.length - detail.charts;
  const oldLeft = pieces.old.length - detail.old;
  const words = [
    rowsLeft > 0 ? `the rows of ${counted(rowsLeft, 'plan')}` : '',
    findingsLeft > 0 ? `the details of ${counted(findingsLeft, 'plan')}` : '',
    chartsLeft > 0 ? counted(chartsLeft, 'timeline') : '',
    phasesLeft > 0 ? counted(phasesLeft, 'phase table') : '',
    oldLeft > 0 ? `${counted(oldLeft, 'finding')} that ${oldLeft === 1 ? 'does' : 'do'} not count` : '',
  ].filter((part) => part !== '');
  return words.length === 0
    ? ''
    : `_Left out for want of room: ${words.join(', ')}. The report file holds them all._`;
}
