import type { Links } from '../report/links.ts';
import type { Report } from '../report/report.ts';
import type { Where } from '../repository/github/where.ts';

/** What the tracking issue is to say, and for whom. */
export interface TrackingRequest extends Where {
  readonly report: Report;
  readonly links: Links;
  readonly key: string;
  /** The first is how the issue is found. */
  readonly labels: readonly string[];
  readonly mentionOwners: boolean;
  readonly run: number;
  readonly attempt: number;
  /** The page of a run. */
  readonly urlOfRun: (run: number) => string;
  readonly dryRun: boolean;
}
