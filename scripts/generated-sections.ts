/** The parts of a page that are not written by hand: each is made anew from its source. */

/** What stands between `<!-- generated:NAME -->` and `<!-- /generated:NAME -->`, by NAME. */
export type Sections = Readonly<Record<string, string>>;

export interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** The part of a JSON Schema that a table of its keys shows. */
export interface KeySchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly oneOf?: readonly KeySchema[];
  readonly anyOf?: readonly KeySchema[];
  readonly items?: KeySchema;
  readonly default?: unknown;
}

export interface RuleFacts {
  readonly id: string;
  readonly description: string;
  readonly minimal: boolean;
  readonly severity: { readonly changes: string; readonly scan: string };
}

/**
 * Fills every generated part of a page.
 * @throws {Error} for a part that nothing makes, or that never ends.
 */
export function fillSections(page: string, sections: Sections): string {
  const lines = page.split('\n');
  const filled: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    filled.push(line);
    const name = /^<!-- generated:([a-z-]+) -->$/.exec(line)?.[1];
    if (name === undefined) continue;
    const section = sections[name];
    if (section === undefined) throw new Error(`Nothing makes the generated part "${name}".`);
    const end = lines.indexOf(`<!-- /generated:${name} -->`, index);
    if (end === -1) throw new Error(`The generated part "${name}" has no end.`);
    filled.push('', section, '');
    index = end - 1;
  }
  return filled.join('\n');
}

export function inputsTable({ inputs }: ActionFile): string {
  return table(
    ['Input', 'Meaning'],
    Object.entries(inputs).map(([name, { description }]) => [code(name), description]),
  );
}

export function outputsTable({ outputs }: ActionFile): string {
  return table(
    ['Output', 'Meaning'],
    Object.entries(outputs).map(([name, { description }]) => [code(name), description]),
  );
}

export function keysTable(properties: Readonly<Record<string, KeySchema>>): string {
  return table(
    ['Key', 'Value', 'Meaning'],
    Object.entries(properties)
      .filter(([name]) => !name.startsWith('$'))
      .map(([name, schema]) => [code(name), allowedValues(schema), meaningOf(schema)]),
  );
}

/** @param pages where the rules' pages lie, seen from the page that the table stands in. */
export function rulesTable(rules: readonly RuleFacts[], pages: string): string {
  return table(
    ['Rule', 'What holds for a good plan', 'Change', 'Scan', 'Minimal'],
    rules.map(({ id, description, severity, minimal }) => [
      `[${id}](${pages}/${id}.md)`,
      description,
      severity.changes,
      severity.scan,
      minimal ? '●' : '',
    ]),
  );
}

export const textBlock = (text: string): string => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;

function allowedValues({ enum: words, oneOf, anyOf, type, items }: KeySchema): string {
  if (words !== undefined) return words.map((word) => code(String(word))).join(', ');
  const alternatives = oneOf ?? anyOf;
  if (alternatives !== undefined) return alternatives.map(allowedValues).join(' or ');
  if (items !== undefined) return `list of ${allowedValues(items)}`;
  return [type ?? 'any'].flat().join(' or ');
}

const meaningOf = ({ description = '', default: standard }: KeySchema): string =>
  standard === undefined ? description : `${description} Default: ${code(JSON.stringify(standard))}.`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const cell = (text: string): string => text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');

const code = (text: string): string => `\`${text}\``;
