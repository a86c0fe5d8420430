import type { KeyPath } from '../plan/front-matter.ts';
import type { Plan } from '../plan/plan.ts';

/** The value at a key, or the list or mapping that it is part of, is still the template's. */
export function isPlaceholder({ placeholders }: Plan, path: KeyPath): boolean {
  const key = dotted(path);
  return placeholders.some(
    ({ where, subject }) => where === 'front-matter' && (key === subject || key.startsWith(`${subject}.`)),
  );
}

/** `ai.priority`, `related_code.1`. */
export const dotted = (path: KeyPath): string => path.join('.');
