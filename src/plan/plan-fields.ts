import { type CalendarDate, parseCalendarDate } from './calendar-date.ts';
import type { FrontMatter, KeyPath } from './front-matter.ts';
import { type Lifecycle, parseLifecycle } from './lifecycle.ts';
import type { PlanDates, Reference, ReferenceField, RelatedCode } from './plan.ts';
import { meansNothing, saysNothing } from './said.ts';
import { isTemplateValue } from './template-values.ts';

/** What the fields of the front matter say; the template's own text says nothing. */
type Data = FrontMatter['data'];

const REFERENCE_FIELDS = [
  'supersedes',
  'superseded_by',
  'related_plans',
  'depends_on',
] as const satisfies readonly ReferenceField[];

/** `lifecycle`, else `status`; null when neither is a known state. */
export const lifecycleOf = (data: Data): Lifecycle | null => stateIn(data.lifecycle) ?? stateIn(data.status);

/** Without those that say that there is none, or not yet who. */
export const ownersOf = (data: Data): readonly string[] =>
  texts(data.owner).flatMap(({ text }) => (saysNothing(text) ? [] : [text]));

/** Front matter `type`; null when absent, no text, or the template's. */
export const typeIn = (data: Data): string | null =>
  typeof data.type === 'string' ? textIn(data.type) : null;

/** One line; null when the front matter has no title that is text. */
export const titleIn = (data: Data): string | null =>
  typeof data.title === 'string' || typeof data.title === 'number'
    ? String(data.title).replaceAll(/\s+/g, ' ').trim() || null
    : null;

export const datesOf = (data: Data): PlanDates => ({
  created: dateIn(data.created),
  lastUpdated: dateIn(data.last_updated),
  reviewed: dateIn(data.reviewed),
  expires: dateIn(data.expires),
});

export const referencesOf = ({ data, rangeOf }: FrontMatter): readonly Reference[] =>
  REFERENCE_FIELDS.flatMap((field) =>
    named(data[field]).map(({ text, path }) => ({
      field,
      target: text,
      keyPath: [field, ...path],
      range: rangeOf([field, ...path], 'value'),
    })),
  );

export const relatedCodeOf = ({ data, rangeOf }: FrontMatter): readonly RelatedCode[] =>
  named(data.related_code).map(({ text, path }) => ({
    pattern: text,
    keyPath: ['related_code', ...path],
    range: rangeOf(['related_code', ...path], 'value'),
  }));

/** A known state, as a text or a list of one; else null. */
export const stateIn = (value: unknown): Lifecycle | null => {
  const text = textIn(value);
  return text === null ? null : parseLifecycle(text);
};

const dateIn = (value: unknown): CalendarDate | null => {
  const text = textIn(value);
  return text === null ? null : parseCalendarDate(text);
};

function textIn(value: unknown): string | null {
  const [only, ...rest] = texts(value);
  return only === undefined || rest.length > 0 ? null : only.text;
}

/** Without those that say that there is nothing to name: "none", "N/A", "-". */
const named = (value: unknown): ReturnType<typeof texts> =>
  texts(value).filter(({ text }) => !meansNothing(text));

/** The texts of a value that may be one or a list of them, with their paths below it. */
function texts(value: unknown): readonly { readonly text: string; readonly path: KeyPath }[] {
  const members = Array.isArray(value)
    ? value.map((member: unknown, index) => ({ member, path: [index] }))
    : [{ member: value, path: [] }];
  return members.flatMap(({ member, path }) =>
    typeof member === 'string' && member.trim() !== '' && !isTemplateValue(member)
      ? [{ text: member.trim(), path }]
      : [],
  );
}
