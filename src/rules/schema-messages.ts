import type { Finding } from './rule.ts';

export const SCHEMA_MESSAGES = {
  date: '"{{actual}}" in "{{key}}" is not a day of the calendar: write one as YYYY-MM-DD.',
  cadence:
    '"{{actual}}" in "{{key}}" says no span of time: write days, such as "45 days", or a word, such as "monthly".',
  cadenceNear: '"{{actual}}" in "{{key}}" says no span of time; did you mean "{{nearest}}"?',
  both: '"{{alias}}" and "{{key}}" are one and the same, and they differ: "{{key}}" counts; take "{{alias}}" away.',
  required: 'Add the missing key {{missing}}.',
  empty: 'Write a value for {{missing}}: without one the key counts as missing.',
  enum: '"{{key}}" must be one of {{allowed}}.',
  enumNear: '"{{key}}" must be one of {{allowed}}; did you mean "{{nearest}}"?',
  spelling: 'Write "{{nearest}}" in place of "{{actual}}" in "{{key}}".',
  unseen: '"{{actual}}" in "{{key}}" holds characters that show as nothing: write "{{nearest}}" anew.',
  const: '"{{key}}" must be {{allowed}}; it is "{{actual}}".',
  type: '"{{key}}" must be {{types}}; it is {{actual}}.',
  quotes: '"{{key}}" must be text: write "{{actual}}" in quotes.',
  format: '"{{key}}" must be {{format}}; "{{actual}}" is none.',
  pattern: '"{{key}}" must match {{pattern}}; "{{actual}}" does not.',
  limit: '"{{key}}" must {{limit}}; it is {{actual}}.',
  length: '"{{key}}" must {{limit}}; it has {{length}}.',
  unique: '"{{key}}" must name each entry once: remove the second one.',
  extra: 'The schema does not allow the key "{{key}}": remove it.',
  extraNear: 'The schema does not allow the key "{{key}}"; did you mean "{{nearest}}"?',
  keyName: 'The schema does not allow a key of the name "{{key}}": rename it.',
  other: '"{{key}}" does not fit the schema: see what it says under "{{keyword}}".',
} as const;

export type SchemaMessageId = keyof typeof SCHEMA_MESSAGES;

/** What is said of a problem, without its place. */
export type SchemaWords = Pick<Finding<SchemaMessageId>, 'messageId' | 'data' | 'atMost' | 'fix'>;
