export type Schema = Readonly<Record<string, unknown>>;

/** The text of a team's schema; null for what is no object of JSON, which `compileSchema` tells. */
export function readSchema(text: string): Schema | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isSchema(value) ? value : null;
  } catch {
    return null;
  }
}

export const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
