import { completedWithOpenItems } from './completed-with-open-items.ts';
import { dateOrder } from './date-order.ts';
import { expired } from './expired.ts';
import { expiringSoon } from './expiring-soon.ts';
import { expiryPushed } from './expiry-pushed.ts';
import { frontMatterMissing } from './front-matter-missing.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import { frontMatterSyntax } from './front-matter-syntax.ts';
import { lifecycleFolder } from './lifecycle-folder.ts';
import { lifecycleTransition } from './lifecycle-transition.ts';
import { noExpiry } from './no-expiry.ts';
import { phaseWithoutItems } from './phase-without-items.ts';
import { referenceCycle } from './reference-cycle.ts';
import { referenceMissing } from './reference-missing.ts';
import { reviewBulkStamp } from './review-bulk-stamp.ts';
import { reviewOverdue } from './review-overdue.ts';
import type { Rule } from './rule.ts';
import { statusLifecycle } from './status-lifecycle.ts';
import { templateText } from './template-text.ts';
import { unreadableFile } from './unreadable-file.ts';
import { unreviewed } from './unreviewed.ts';

/** The menu, in the order in which it is shown. */
export const RULES: readonly Rule[] = [
  // Reading
  frontMatterMissing,
  frontMatterSyntax,
  templateText,
  unreadableFile,
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
  phaseWithoutItems,
  // Dates and health
  expired,
  expiringSoon,
  unreviewed,
  noExpiry,
  reviewOverdue,
  expiryPushed,
  reviewBulkStamp,
];
