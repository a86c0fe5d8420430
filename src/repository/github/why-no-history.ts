import { explainApiError } from './api-error.ts';

/** Without its full stop. */
export const whyNoHistory = (error: unknown): string =>
  explainApiError(error, { action: 'read the history', permission: 'contents: read' }).message.replace(
    /\.$/,
    '',
  );
