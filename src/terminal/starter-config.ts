import type { Lifecycle } from '../plan/lifecycle.ts';

/** What was found in a repository that has no configuration yet. */
export interface Findings {
  /** Folders with plans, from the root; globs can name them as they are. */
  readonly folders: readonly string[];
  /** Words that plans say of their state and that are none of ours, with the state that they most likely mean. */
  readonly words: ReadonlyMap<string, Lifecycle>;
}

/** The configuration that "plan-check init" writes. What is a guess is commented out. */
export function starterConfig({ folders, words }: Findings): string {
  const globs = folders.map(
    (folder) => `  - ${JSON.stringify(folder === '' ? '*.md' : `${folder}/**/*.md`)}\n`,
  );
  const plans =
    globs.length === 0
      ? '# Where plans lie:\n# plans:\n#   - "docs/plans/**/*.md"\n'
      : `# Where plans lie:\nplans:\n${globs.join('')}`;
  const aliases = [...words].map(([word, state]) => `#   ${JSON.stringify(word)}: ${state}\n`);
  const vocabulary =
    aliases.length === 0
      ? ''
      : `\n# These plans have words of their own for their state. Take the signs away where the guess is right:\n# lifecycle-aliases:\n${aliases.join('')}`;
  return `# Plan Check. Everything here is optional; "plan-check explain" lists the rules.
${plans}
# minimal, recommended or strict
profile: recommended

# Single rules: off, notice, warning or error.
# rules:
#   expired: error
${vocabulary}`;
}
