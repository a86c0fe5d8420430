const LABEL = /^\s*(?:\*\*([^*]+)\*\*|__([^_]+)__)\s*(?:\([^()]*\)\s*)?:?\s*$/;

/** The words of a paragraph that is one bold label, such as `**Exit gate:**`; null for any other. */
export function boldLabel(markdown: string): string | null {
  const match = LABEL.exec(markdown);
  return match === null ? null : (match[1] ?? match[2] ?? '').replace(/:\s*$/, '').trim();
}
