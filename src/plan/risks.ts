import { plainText } from './inline-text.ts';
import { isStruck } from './item-state.ts';
import type { Table, TableRow } from './outline.ts';
import { namedIn, saidIn } from './said.ts';
import { isHistory, type Section } from './sections.ts';
import type { Level, Risk } from './self-report.ts';
import { type CellBelow, columnsOf } from './table-columns.ts';

const RISK = /^risks?(?: description)?$/;
const PROBABILITY = /^(?:probability|likelihood|chance)$/;
const IMPACT = /^(?:impact|severity)$/;
const MITIGATION = /^(?:mitigation|response|plan)s?(?: (?:strategy|plan))?$/;
const OWNER = /^(?:owner|responsible|who)$/;

const LEVELS: readonly (readonly [Level, RegExp])[] = [
  ['high', /^(?:h|high|very high|critical|severe)$/],
  ['medium', /^(?:m|med|medium|moderate)$/],
  ['low', /^(?:l|low|very low|minor|minimal)$/],
];

/** Characters of a level; what is longer is a sentence. */
const MAX_LEVEL = 40;

/** The rows of every table of risks; a struck one is none any more. */
export const readRisks = (sections: readonly Section[]): readonly Risk[] =>
  sections
    .filter((section) => !isHistory(section))
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? risksIn(block) : [])));

function risksIn(table: Table): readonly Risk[] {
  const { has, below } = columnsOf(table);
  if (!has(RISK) || ![PROBABILITY, IMPACT, MITIGATION].some(has)) return [];
  return table.rows.flatMap((row) => riskOf(row, below));
}

function riskOf(row: TableRow, below: CellBelow): readonly Risk[] {
  const markdown = below(row, RISK)?.text ?? '';
  const text = saidIn(markdown);
  if (text === null || isStruck(markdown)) return [];
  const named = (heading: RegExp): string | null => namedIn(below(row, heading)?.text ?? '');
  return [
    {
      text,
      probability: levelIn(below(row, PROBABILITY)?.text ?? ''),
      impact: levelIn(below(row, IMPACT)?.text ?? ''),
      mitigation: named(MITIGATION),
      owner: named(OWNER),
      range: row.range,
    },
  ];
}

function levelIn(markdown: string): Level | null {
  const word = plainText(markdown)
    .slice(0, MAX_LEVEL)
    .toLowerCase()
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return LEVELS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}
