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
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly description?: string;
  readonly items?: KeySchema;
  readonly properties?: Readonly<Record<string, KeySchema>>;
  readonly default?: unknown;
  /** Of the same file: `#/$defs/day`. */
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, KeySchema>>;
}

export interface RuleFacts {
  readonly id: string;
  readonly description: string;
  readonly minimal: boolean;
  readonly severity: { readonly changes: string; readonly scan: string };
  readonly fixable?: string;
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

/** @param depth how many levels of keys are listed; the inner ones as `outer.inner`. */
export function keysTable(schema: KeySchema, depth: number): string {
  return table(['Key', 'Value', 'Meaning'], keyRows(schema, { root: schema, depth, prefix: '' }));
}

/** @param pages where the rules' pages lie, seen from the page that the table stands in. */
export function rulesTable(rules: readonly RuleFacts[], pages: string): string {
  return table(
    ['Rule', 'What holds for a good plan', 'Change', 'Scan', 'Minimal', 'Fix'],
    rules.map(({ id, description, severity, minimal, fixable }) => [
      `[${id}](${pages}/${id}.md)`,
      description,
      severity.changes,
      severity.scan,
      minimal ? '●' : '',
      fixable ?? '',
    ]),
  );
}

export const textBlock = (text: string): string => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;

interface KeyPlace {
  readonly root: KeySchema;
  readonly depth: number;
  readonly prefix: string;
}

function keyRows({ properties = {} }: KeySchema, place: KeyPlace): readonly (readonly string[])[] {
  return Object.entries(properties).flatMap(([name, referring]) => {
    const schema = { ...referenced(referring, place.root), ...referring };
    const inner = { ...place, depth: place.depth - 1, prefix: `${place.prefix}${name}.` };
    return schema.properties !== undefined && place.depth > 1
      ? keyRows(schema, inner)
      : [[code(`${place.prefix}${name}`), allowedValues(schema), meaningOf(schema)]];
  });
}

function referenced({ $ref }: KeySchema, root: KeySchema): KeySchema {
  const name = $ref?.replace('#/$defs/', '');
  return (name === undefined ? undefined : root.$defs?.[name]) ?? {};
}

function allowedValues({ const: only, enum: words, type = 'any', format, items }: KeySchema): string {
  if (only !== undefined) return code(String(only));
  if (words !== undefined) return words.map((word) => code(String(word))).join(', ');
  if (format !== undefined) return format;
  return [type]
    .flat()
    .map((name) => (name === 'array' && items !== undefined ? `list of ${allowedValues(items)}s` : name))
    .join(' or ');
}

const meaningOf = ({ description = '', default: standard }: KeySchema): string =>
  standard === undefined ? description : `${description} Default: ${code(JSON.stringify(standard))}.`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const cell = (text: string): string => text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');

const code = (text: string): string => `\`${text}\``;
