import { activationIncomplete } from './activation-incomplete.ts';
import { aiLoadClosed } from './ai-load-closed.ts';
import { aiTriggers } from './ai-triggers.ts';
import { blockerIncomplete } from './blocker-incomplete.ts';
import { blockerOverdue } from './blocker-overdue.ts';
import { brokenLink } from './broken-link.ts';
import { closedPlanEdited } from './closed-plan-edited.ts';
import { completedWithOpenItems } from './completed-with-open-items.ts';
import { completionDisagrees } from './completion-disagrees.ts';
import { dateOrder } from './date-order.ts';
import { dependsOnClosed } from './depends-on-closed.ts';
import { doneButActive } from './done-but-active.ts';
import { dormant } from './dormant.ts';
import { draftStale } from './draft-stale.ts';
import { duplicatePhase } from './duplicate-phase.ts';
import { duplicatePlan } from './duplicate-plan.ts';
import { expired } from './expired.ts';
import { expiringSoon } from './expiring-soon.ts';
import { expiryPushed } from './expiry-pushed.ts';
import { frontMatterMissing } from './front-matter-missing.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import { frontMatterSyntax } from './front-matter-syntax.ts';
import { invalidWaiver } from './invalid-waiver.ts';
import { lastUpdatedDisagrees } from './last-updated-disagrees.ts';
import { lastUpdatedStale } from './last-updated-stale.ts';
import { lifecycleFolder } from './lifecycle-folder.ts';
import { lifecycleTransition } from './lifecycle-transition.ts';
import { listedFileMissing } from './listed-file-missing.ts';
import { malformedCheckbox } from './malformed-checkbox.ts';
import { noExpiry } from './no-expiry.ts';
import { onTrackContradiction } from './on-track-contradiction.ts';
import { parentCheckedChildOpen } from './parent-checked-child-open.ts';
import { phaseOverclaims } from './phase-overclaims.ts';
import { phaseOverdue } from './phase-overdue.ts';
import { phaseWithoutItems } from './phase-without-items.ts';
import { referenceCycle } from './reference-cycle.ts';
import { referenceMissing } from './reference-missing.ts';
import { referenceNotMutual } from './reference-not-mutual.ts';
import { relatedCodeMissing } from './related-code-missing.ts';
import { relatedCodeTouched } from './related-code-touched.ts';
import { reviewBulkStamp } from './review-bulk-stamp.ts';
import { reviewDrift } from './review-drift.ts';
import { reviewOverdue } from './review-overdue.ts';
import { riskIncomplete } from './risk-incomplete.ts';
import type { Rule } from './rule.ts';
import { statusInBody } from './status-in-body.ts';
import { statusLifecycle } from './status-lifecycle.ts';
import { supersededButActive } from './superseded-but-active.ts';
import { taskDependency } from './task-dependency.ts';
import { templateText } from './template-text.ts';
import { textEncoding } from './text-encoding.ts';
import { timelineIncoherent } from './timeline-incoherent.ts';
import { tokenBudget } from './token-budget.ts';
import { unclosedFence } from './unclosed-fence.ts';
import { unknownCheckboxMark } from './unknown-checkbox-mark.ts';
import { unknownField } from './unknown-field.ts';
import { unreadableFile } from './unreadable-file.ts';
import { unreviewed } from './unreviewed.ts';
import { unusedWaiver } from './unused-waiver.ts';

/** The menu, in the order in which it is shown. */
export const RULES: readonly Rule[] = [
  // Reading
  frontMatterMissing,
  frontMatterSyntax,
  templateText,
  unreadableFile,
  textEncoding,
  unclosedFence,
  // Schema
  frontMatterSchema,
  unknownField,
  dateOrder,
  // Consistency
  statusLifecycle,
  statusInBody,
  lifecycleFolder,
  lastUpdatedStale,
  lastUpdatedDisagrees,
  duplicatePlan,
  // Lifecycle
  lifecycleTransition,
  completedWithOpenItems,
  activationIncomplete,
  doneButActive,
  supersededButActive,
  closedPlanEdited,
  // References
  referenceMissing,
  referenceNotMutual,
  referenceCycle,
  dependsOnClosed,
  relatedCodeMissing,
  listedFileMissing,
  brokenLink,
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
  reviewDrift,
  relatedCodeTouched,
  draftStale,
  dormant,
  // Blockers and risks
  blockerIncomplete,
  blockerOverdue,
  riskIncomplete,
  // Agents
  aiLoadClosed,
  tokenBudget,
  aiTriggers,
  // Meta
  invalidWaiver,
  unusedWaiver,
];
