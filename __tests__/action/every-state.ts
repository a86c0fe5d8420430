import type { LocalGitHub } from '../github/local-github.ts';
import { planText, TODAY } from './plan-text.ts';
import { createScene, type Scene } from './scene.ts';

export const at = (name: string): string => `docs/plans/active/${name}.md`;

/** Seconds since 1970. */
export const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1000;

/** Untouched for two months on `TODAY`. */
const LONG_AGO = '2026-01-01';
export const LATELY = '2026-02-20';

const OLD: DatedCommit['files'] = {
  [at('dormant')]: planText({ title: 'Dormant' }),
  'docs/plans/draft/stale.md': planText({ title: 'Stale draft', status: 'draft' }),
};

/** A plan in each state that dates tell, an active one in which all is well, a snoozed and a closed one. */
const YOUNG: DatedCommit['files'] = {
  [at('expired-late')]: planText({ title: 'Expired late', expires: '2026-02-20' }),
  [at('expired-early')]: planText({ title: 'Expired early', expires: '2026-01-31', owner: '"@ola"' }),
  [at('review-overdue')]: planText({ title: 'Review overdue', reviewed: '2026-01-20' }),
  [at('review-due-today')]: planText({ title: 'Review due today', reviewed: '2026-01-31' }),
  [at('expiring-soon')]: planText({ title: 'Expiring soon', expires: '2026-03-16' }),
  [at('expiring-later')]: planText({ title: 'Expiring later', expires: '2026-03-17' }),
  [at('expiring-today')]: planText({ title: 'Expiring today', expires: TODAY }),
  [at('unreviewed')]: planText({ title: 'Unreviewed', reviewed: null }),
  [at('no-expiry')]: planText({ title: 'No expiry', expires: null }),
  [at('drifting')]: planText({ title: 'Drifting', reviewed: '2026-02-19', related_code: '[src/berths.ts]' }),
  [at('fine')]: planText({ title: 'Fine' }),
  [at('snoozed')]: planText({
    title: 'Snoozed',
    expires: '2026-01-31',
    check: '{snooze: {until: 2026-04-30, reason: "Waits for the new law"}}',
  }),
  'docs/plans/draft/idea.md': planText({ title: 'Idea', status: 'draft', expires: '2026-01-31' }),
  'docs/plans/completed/done.md': planText({ title: 'Done', status: 'completed', expires: '2026-01-31' }),
};

const COMMITS = ['2026-02-21', '2026-02-22', '2026-02-23', '2026-02-24', '2026-02-25'];

interface DatedCommit {
  readonly files: Readonly<Record<string, string>>;
  /** Seconds since 1970. */
  readonly time: number;
  readonly message: string;
}

/** What makes them so, on the branch main. */
export const HISTORY: readonly DatedCommit[] = [
  { files: OLD, time: noon(LONG_AGO), message: 'Begin' },
  { files: { ...YOUNG, 'src/berths.ts': '0' }, time: noon(LATELY), message: 'Plan' },
  ...COMMITS.map((day) => ({
    ...{ files: { 'src/berths.ts': day }, time: noon(day) },
    message: `Price berths, part ${day} for @octocat | #12\n\nMore.`,
  })),
];

/** A repository with a plan in each state. */
export function everyState(github: LocalGitHub, name: string): Scene {
  const scene = createScene(github, name);
  for (const commit of HISTORY) scene.repository.commit({ branch: 'main', ...commit });
  return scene;
}
