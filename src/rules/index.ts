import { blockerIncomplete } from './blocker-incomplete.ts';
import { blockerOverdue } from './blocker-overdue.ts';
import { completedWithOpenItems } from './completed-with-open-items.ts';
import { completionDisagrees } from './completion-disagrees.ts';
import { dateOrder } from './date-order.ts';
import { duplicatePhase } from './duplicate-phase.ts';
import { expired } from './expired.ts';
import { expiringSoon } from './expiring-soon.ts';
import { expiryPushed } from './expiry-pushed.ts';
import { frontMatterMissing } from './front-matter-missing.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import { frontMatterSyntax } from './front-matter-syntax.ts';
import { lifecycleFolder } from './lifecycle-folder.ts';
import { lifecycleTransition } from './lifecycle-transition.ts';
import { malformedCheckbox } from './malformed-checkbox.ts';
import { noExpiry } from './no-expiry.ts';
import { onTrackContradiction } from './on-track-contradiction.ts';
import { parentCheckedChildOpen } from './parent-checked-child-open.ts';
import { phaseOverclaims } from './phase-overclaims.ts';
import { phaseOverdue } from './phase-overdue.ts';
import { phaseWithoutItems } from './phase-without-items.ts';
import { referenceCycle } from './reference-cycle.ts';
import { referenceMissing } from './reference-missing.ts';
import { reviewBulkStamp } from './review-bulk-stamp.ts';
import { reviewOverdue } from './review-overdue.ts';
import { riskIncomplete } from './risk-incomplete.ts';
import type { Rule } from './rule.ts';
import { statusLifecycle } from './status-lifecycle.ts';
import { taskDependency } from './task-dependency.ts';
import { templateText } from './template-text.ts';
import { timelineIncoherent } from './timeline-incoherent.ts';
import { unclosedFence } from './unclosed-fence.ts';
import { unknownCheckboxMark } from './unknown-checkbox-mark.ts';
import { unreadableFile } from './unreadable-file.ts';
import { unreviewed } from './unreviewed.ts';

/** The menu, in the order in which it is shown. */
export const RULES: readonly Rule[] = [
  // Reading
  frontMatterMissing,
  frontMatterSyntax,
  templateText,
  unreadableFile,
  unclosedFence,
  // Schema
  frontMatterSchema,
  dateOrder,
  // Consistency
  statusLifecycle,
  lifecycleFolder,
  // Lifecycle
  lifecycleTransition,
  completedWithOpenItems,
  // References
  referenceMissing,
  referenceCycle,
  // Progress
  phaseOverclaims,
  completionDisagrees,
  malformedCheckbox,
  unknownCheckboxMark,
  parentCheckedChildOpen,
  phaseWithoutItems,
  duplicatePhase,
  taskDependency,
  // Dates and health
  expired,
  expiringSoon,
  unreviewed,
  noExpiry,
  reviewOverdue,
  phaseOverdue,
  timelineIncoherent,
  onTrackContradiction,
  expiryPushed,
  reviewBulkStamp,
  // Blockers and risks
  blockerIncomplete,
  blockerOverdue,
  riskIncomplete,
];
