/** The day on which the plans of these tests are checked. */
export const TODAY = '2026-03-02';

const KEYS = {
  type: 'plan',
  title: 'Audit log',
  status: 'active',
  owner: 'Ola Nordmann',
  created: '2026-01-10',
  last_updated: '2026-03-01',
  reviewed: '2026-02-25',
  expires: '2026-06-30',
};

const BODY = `## Implementation Phases

### Phase 1: Collect

#### Tasks

- [x] Name the events
- [ ] Write them down

#### Exit Gate

- [ ] Nothing is lost

### Phase 2: Show

#### Tasks

- [ ] Draw the page
`;

/**
 * A plan in which nothing is wrong on `TODAY`: front matter on lines 2 to 9, tasks 1/3, gates 0/1, phases 0/2.
 * @param keys replace the front matter's own, or follow them; null leaves one out.
 */
export function planText(keys: Readonly<Record<string, string | null>> = {}, body = BODY): string {
  const all: Readonly<Record<string, string | null>> = { ...KEYS, ...keys };
  const lines = Object.entries(all).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
  return ['---', ...lines, '---', '', '# A plan', '', body].join('\n');
}
