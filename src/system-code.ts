/** The system's word for what went wrong, `EACCES` and the like; null where it gave none. */
export const systemCode = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
