import type { CalendarDate } from '../plan/calendar-date.ts';
import { type Field, type Vocabulary, wordOfState } from '../plan/vocabulary.ts';
import { scalarText } from '../rules/scalar-text.ts';

export interface NewPlan {
  /** One clean line. */
  readonly title: string;
  readonly today: CalendarDate;
  /** null where nobody is known: a draft needs none. */
  readonly owner: string | null;
  readonly vocabulary: Vocabulary;
}

/** The text of a plan to begin with: a draft that the rules have nothing against, in the team's keys and words. */
export function newPlan({ title, today, owner, vocabulary }: NewPlan): string {
  const fields: readonly (readonly [Field, string])[] = [
    ['type', 'plan'],
    ['title', JSON.stringify(title)],
    [lifecycleField(vocabulary), scalarText(wordOfState('draft', vocabulary), '')],
    ['created', today],
    ['last_updated', today],
    ...(owner === null ? [] : [['owner', JSON.stringify(owner)] as const]),
  ];
  const keys = fields.map(([field, value]) => `${scalarText(nameOf(field, vocabulary), '')}: ${value}\n`);
  return `---\n${keys.join('')}---\n\n# ${asText(title)}\n${BODY}`;
}

const BODY = `
<!-- Two or three sentences: what is built, for whom, and why now. -->

## Goals

<!-- What is true when the plan is done, in numbers where there are some; then what is left out on purpose. -->

## Implementation Phases

### Phase 1: Prepare

#### Tasks

- [ ] Describe how it is today, and what is wrong with it
- [ ] List the phases and their tasks

#### Exit gate

- [ ] Somebody else has read the plan and agrees

## Risks & Mitigations

<!-- A table with the columns Risk, Probability, Impact and Mitigation, once there are some. -->

## Update Log

<!-- Newest first, each under a heading with its day. -->
`;

const nameOf = (field: Field, { fieldAliases }: Vocabulary): string =>
  [...fieldAliases].find(([, meaning]) => meaning === field)?.[0] ?? field;

/** A team that renamed only one of the two keys writes that one. */
const lifecycleField = ({ fieldAliases }: Vocabulary): 'lifecycle' | 'status' => {
  const renamed = [...fieldAliases.values()];
  return renamed.includes('status') && !renamed.includes('lifecycle') ? 'status' : 'lifecycle';
};

/** A line of which Markdown reads nothing but text. */
const asText = (line: string): string => line.replaceAll(/[\\`*_[\]<>&~#|]/g, '\\$&');
