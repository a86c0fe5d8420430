import { fc } from '../fuzzing/fast-check.ts';

const words = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6}){0,3}$/);
const mark = fc.constantFrom(' ', 'x', 'X', '/', '-', '>', '~', '✅', '?');
const date = fc.constantFrom('2026-01-05', '2026-03-31', '2026-02-30', 'soon', '');
const glyph = fc.constantFrom('✅', '🔄', '⏳', '❌', '‚úÖ', ':x:', '✅ Complete', 'wip', 'dropped', '');
const number = fc.constantFrom('1', '2', '2.1', '4b', 'A');
const percent = fc.constantFrom('0%', '40%', '100%', '900%', '');

/** Lines that mean something in a plan, and lines that nearly do. */
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom('- ', '* ', '1. ', '  - ', '> - '), mark, words)
      .map(([bullet, box, text]) => `${bullet}[${box}] ${text}`),
  },
  fc
    .tuple(fc.constantFrom('### ', '## ', '#### '), number, words, glyph)
    .map(([level, n, name, sign]) => `${level}Phase ${n}: ${name} ${sign}`),
  fc.constantFrom(
    '## Implementation Phases',
    '## Rollout Plan',
    '## Progress Tracking',
    '### Phase Status',
    '### Current Blockers',
    '## Update Log',
  ),
  fc.constantFrom(
    '#### Tasks',
    '#### Deliverables',
    '**Exit gate:**',
    '**Active blockers:**',
    '```',
    '~~~',
    '<!--',
    '-->',
    '---',
    '',
  ),
  fc
    .tuple(number, glyph, percent, date, date)
    .map(
      (cells) =>
        `| Phase | Status | Progress | Start | End |\n|---|---|---|---|---|\n| Phase ${cells.join(' | ')} |`,
    ),
  fc
    .tuple(words, glyph)
    .map((cells) => `| Task | Description | Completed |\n|---|---|---|\n| ${cells.join(' | text | ')} |`),
  fc
    .tuple(
      fc.constantFrom(
        'Completion',
        'On track',
        'Timeline',
        'Status',
        'Current estimated completion',
        'Next review',
      ),
      fc.oneof(percent, date, glyph, fc.constant('2026-01-05 to 2026-03-31')),
    )
    .map(([label, value]) => `**${label}:** ${value}`),
  fc.tuple(glyph, words).map(([sign, text]) => `- ${sign} ${text}`),
  fc.tuple(words, number).map(([text, n]) => `1. ${text} phase ${n}\n   - Impact: ${text}`),
  words.map((text) => `~~${text}~~`),
  fc.string(),
);

const frontMatter = fc
  .tuple(fc.constantFrom('draft', 'active', 'completed', 'archived', 'superseded', 'unheard-of'), date, date)
  .map(
    ([lifecycle, created, expires]) =>
      `---\ntype: plan\nlifecycle: ${lifecycle}\ncreated: ${created}\nexpires: ${expires}\n---`,
  );

/** Texts that are much like a plan, and texts that are not at all. */
export const anyPlanText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.option(frontMatter, { nil: '' }),
        fc.array(line, { maxLength: 40 }),
        fc.constantFrom('\n', '\r\n'),
      )
      .map(([front, lines, end]) => [front, ...lines].join('\n').replaceAll('\n', end)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
