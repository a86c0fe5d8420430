import type { KeyPath } from '../plan/front-matter.ts';
import type { Plan } from '../plan/plan.ts';
import { ourField } from '../plan/vocabulary.ts';

/** The value at a key (ours or the file's), or the list or mapping that it is part of, is still the template's. */
export function isPlaceholder({ placeholders, vocabulary }: Plan, [first = '', ...rest]: KeyPath): boolean {
  const key = dotted([ourField(String(first), vocabulary), ...rest]);
  return placeholders.some(
    ({ where, subject }) => where === 'front-matter' && (key === subject || key.startsWith(`${subject}.`)),
  );
}

/** `ai.priority`, `related_code.1`. */
export const dotted = (path: KeyPath): string => path.join('.');
