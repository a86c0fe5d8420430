import { boldLabel } from './bold-label.ts';
import { signAt } from './glyphs.ts';
import { kindOfHeading } from './item-kind.ts';
import type { Section } from './sections.ts';
import type { ClaimState, PhaseClaim } from './self-report.ts';
import { readStateMark } from './state-mark.ts';
import { stateOfSign } from './state-words.ts';
import { rangeOf, type Stretch, type TextLine } from './text-line.ts';

interface Sign {
  readonly state: ClaimState;
  readonly line: TextLine;
  readonly stretch: Stretch;
}

/** What the signs in front of a phase's list entries say of it together; none where there are no such entries. */
export function bulletClaims(sections: readonly Section[]): readonly PhaseClaim[] {
  const signs = sections.flatMap(signsIn);
  const [first] = signs;
  if (first === undefined) return [];
  const states = new Set(signs.map((sign) => sign.state));
  const hasOpen = states.has('not-started') || states.has('in-progress');
  return [
    {
      source: 'bullets',
      ...{ state: stateOfAll(states), percent: null, range: rangeOf(first.line, first.stretch) },
      ...(hasOpen ? { hasOpen } : {}),
    },
  ];
}

function stateOfAll(states: ReadonlySet<ClaimState>): ClaimState {
  if (states.has('blocked')) return 'blocked';
  const wanted = [...states].filter((state) => state !== 'dropped');
  const [only = 'dropped', ...others] = wanted;
  return others.length === 0 ? only : 'in-progress';
}

/** Not the legend, which names every sign; nor a ✅ among criteria, where it stands for "must". */
function signsIn({ names, blocks }: Section): readonly Sign[] {
  let isGate = kindOfHeading(names.at(-1) ?? '') === 'gate';
  let isLegend = isLegendName(names.at(-1) ?? '');
  return blocks.flatMap((block): readonly Sign[] => {
    if (block.kind === 'table') return [];
    const [line] = block.lines;
    if (line === undefined) return [];
    if (block.kind === 'paragraph') {
      const label = boldLabel(line.text);
      if (label === null) return [];
      isGate = kindOfHeading(label) === 'gate';
      isLegend = isLegendName(label.toLowerCase());
      return [];
    }
    const sign = isLegend ? null : signOf(line);
    return sign === null || (isGate && sign.state === 'complete') ? [] : [sign];
  });
}

const isLegendName = (name: string): boolean => /^(?:legend|key)\b/.test(name);

/** A sign and the word for it alone is a legend as well. */
function signOf(line: TextLine): Sign | null {
  const sign = signAt(line.text);
  const state = sign === null ? null : stateOfSign(sign.sign);
  if (sign === null || state === null) return null;
  const mark = readStateMark(line.text);
  const isAlone = mark !== null && line.text.slice(mark.index + mark.length).trim() === '';
  return isAlone ? null : { state, line, stretch: { index: 0, length: sign.length } };
}
