/** A plan's body with these phases. */
export const phases = (...blocks: readonly string[]): string =>
  ['# Faster search', '## Implementation Phases', ...blocks].map((block) => `${block}\n`).join('\n');

/** A phase table with these rows: phase, status, progress, start and end. */
export const phaseTable = (...rows: readonly (readonly [string, string, string, string, string])[]): string =>
  [
    '## Progress Tracking',
    '',
    '### Phase Status',
    '',
    '| Phase | Status | Progress | Start | End |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');

/** The section of blockers with these entries, each of several lines. */
export const blockers = (...entries: readonly (readonly string[])[]): string =>
  [
    '## Current Blockers',
    '',
    '**Active blockers:**',
    '',
    ...entries.flatMap(([text, ...details], index) => [
      `${index + 1}. ${text}`,
      ...details.map((detail) => `   - ${detail}`),
    ]),
    '',
  ].join('\n');
