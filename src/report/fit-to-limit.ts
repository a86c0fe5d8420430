/** How many of each part are shown. */
export interface Detail {
  /** Phase tables inside the folds of plans. */
  readonly phases: number;
  /** Drawn timelines. */
  readonly charts: number;
  /** Findings that do not count. */
  readonly old: number;
  /** Folds of plans. */
  readonly folds: number;
  readonly next: number;
  /** Rows of the table of plans. */
  readonly rows: number;
}

/** What is given up first: the least needed part, always by whole tables, folds and rows. */
const SHRINK_ORDER = [
  'charts',
  'phases',
  'old',
  'folds',
  'next',
  'rows',
] as const satisfies readonly (keyof Detail)[];

/** The fullest rendering that fits; null when not even the barest does. Measures what is rendered, so that nothing is forgotten. */
export function fitToLimit(
  all: Detail,
  render: (detail: Detail) => string,
  fits: (text: string) => boolean,
): string | null {
  return shrinkToFit(all, SHRINK_ORDER, render, fits);
}

/** The same for any parts: those that stand first in `order` are given up first. */
export function shrinkToFit<Parts extends { readonly [Part in keyof Parts]: number }>(
  all: Parts,
  order: readonly (keyof Parts)[],
  render: (detail: Parts) => string,
  fits: (text: string) => boolean,
): string | null {
  const whole = render(all);
  if (fits(whole)) return whole;
  let detail = all;
  for (const part of order) {
    const most = largest(all[part], (count) => fits(render({ ...detail, [part]: count })));
    detail = { ...detail, [part]: most ?? 0 };
    if (most !== null) return render(detail);
  }
  return null;
}

/** The largest count from 0 to `limit` that holds, by halving; null when 0 does not. */
function largest(limit: number, holds: (count: number) => boolean): number | null {
  if (!holds(0)) return null;
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
