import { classifyApiError } from '../repository/github/api-error.ts';

/** null when GitHub does not know what was asked for. */
export function orNull<T>(request: Promise<T>): Promise<T | null> {
  return request.catch((error: unknown) => {
    if (classifyApiError(error).kind === 'missing') return null;
    throw error;
  });
}

/**
 * False when what was to be written is not there any more. GitHub says the same to a token that may read and not write: then the
 * request's own error is right, and to make another one would be wrong.
 */
export async function wasThere(request: Promise<unknown>, isThere: () => Promise<boolean>): Promise<boolean> {
  try {
    await request;
    return true;
  } catch (error) {
    if (classifyApiError(error).kind === 'missing' && !(await isThere())) return false;
    throw error;
  }
}
