import { type CalendarDate, parseCalendarDate } from '../../src/plan/calendar-date.ts';
import type { Delta, ItemChange } from '../../src/progress/delta.ts';
import type { Count, Progress } from '../../src/progress/progress.ts';
import { assembleReport, type Results } from '../../src/report/assemble-report.ts';
import { gitHubLinks } from '../../src/report/links.ts';
import type { PhaseResult, PlanResult, Report } from '../../src/report/report.ts';
import type { Diagnostic } from '../../src/rules/diagnostic.ts';

const HEAD = 'abc1234def5678abc1234def5678abc1234def56';
const BASE = '0123456789abcdef0123456789abcdef01234567';

export const links = gitHubLinks({
  serverUrl: 'https://github.com',
  owner: 'acme',
  repo: 'harbour',
  head: HEAD,
  rulesUrl: 'https://github.com/acme/plan-check/blob/v1/docs/rules',
});

export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(`"${text}" is no day.`);
  return date;
}

export const count = (done: number, total: number, more: Partial<Count> = {}): Count => ({
  done,
  total,
  deferred: 0,
  cancelled: 0,
  ...more,
});

export const progress = (parts: Partial<Progress> = {}): Progress => ({
  tasks: count(0, 0),
  deliverables: count(0, 0),
  gates: count(0, 0),
  other: count(0, 0),
  phases: { complete: 0, total: 0 },
  percent: null,
  ...parts,
});

export const phase = (number: string, name: string, parts: Partial<PhaseResult> = {}): PhaseResult => ({
  name,
  number,
  state: 'not-started',
  claim: null,
  conflict: 'none',
  tasks: count(0, 0),
  deliverables: count(0, 0),
  gates: count(0, 0),
  line: 30,
  before: null,
  ...parts,
});

export const finding = (parts: Partial<Diagnostic> & Pick<Diagnostic, 'rule'>): Diagnostic => ({
  severity: 'error',
  message: 'Something is not as it should be.',
  path: 'docs/plans/active/berth-booking.md',
  range: { start: { line: 9, column: 10 }, end: { line: 9, column: 20 } },
  help: null,
  isNew: true,
  count: 1,
  fix: null,
  waived: null,
  known: false,
  ...parts,
});

export const item = (text: string, parts: Partial<ItemChange> = {}): ItemChange => ({
  text,
  kind: 'task',
  phase: 'Bookings',
  line: 44,
  ...parts,
});

export const delta = (
  parts: Partial<Omit<Delta, 'tasks'>> & { readonly tasks?: Partial<Delta['tasks']> } = {},
): Delta => ({
  phases: [],
  claims: [],
  lifecycle: null,
  dates: [],
  blockers: { opened: [], closed: [] },
  progress: { from: progress(), to: progress() },
  ...parts,
  tasks: { ticked: [], unticked: [], added: [], removed: [], moved: [], ...parts.tasks },
});

export const plan = (parts: Partial<PlanResult> = {}): PlanResult => ({
  path: 'docs/plans/active/berth-booking.md',
  previousPath: null,
  change: 'modified',
  title: 'Berth booking',
  lifecycle: 'active',
  owner: ['@harbour-team'],
  dates: {
    created: day('2026-01-05'),
    lastUpdated: day('2026-11-20'),
    reviewed: day('2026-11-20'),
    expires: day('2027-01-31'),
  },
  progress: progress(),
  phases: [],
  health: { status: 'UNKNOWN', reasons: ['no dates say how much time has passed'] },
  timeline: null,
  staleness: { state: null, reasons: [] },
  delta: delta(),
  diagnostics: [],
  ...parts,
});

export const report = (parts: Partial<Results> = {}): Report =>
  assembleReport({
    version: '0.1.0',
    today: day('2026-11-22'),
    trigger: { kind: 'changes', event: 'pull_request', base: BASE, head: HEAD },
    plans: [],
    diagnostics: [],
    coverage: [],
    skipped: 0,
    failOn: 'error',
    api: { requests: 4, writes: 1 },
    ...parts,
  });
