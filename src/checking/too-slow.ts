import type { CoverageGap } from '../report/report.ts';
import type { RunTime } from '../run-time.ts';

/** Of a plan that was not read, or not judged, within its time. */
export const tooSlow = (path: string, { planSeconds }: RunTime): CoverageGap => ({
  what: 'file',
  path,
  message: `"${path}" could not be read and judged within ${planSeconds} seconds: shorten it.`,
  blocking: true,
});
