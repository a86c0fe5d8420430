import type { Phase, Plan } from '../../src/plan/plan.ts';
import type { Range } from '../../src/plan/position.ts';
import type { Blocker, Risk } from '../../src/plan/self-report.ts';

/** What a plan says of itself and what is odd about its boxes, each with the text at its place; empty for neither. */
export function describeSelfReport(plan: Plan): readonly string[] {
  const { selfReport: said, malformedBoxes, uncountedPhases, checkedParents } = plan;
  const at = placeIn(plan.text);
  const { milestones, estimatedEnd, ...timeline } = said.timeline;
  const lines = [
    ...(said.status === null ? [] : [`status ${said.status.text} ${at(said.status.range)}`]),
    ...(said.owner === null ? [] : [`owner ${said.owner.text} ${at(said.owner.range)}`]),
    ...(said.currentPhase === null
      ? []
      : [`current phase ${said.currentPhase.number} ${at(said.currentPhase.range)}`]),
    ...(said.completion === null ? [] : [`${said.completion.percent} % ${at(said.completion.range)}`]),
    ...(said.onTrack === null ? [] : [`on track: ${said.onTrack.word} ${at(said.onTrack.range)}`]),
    ...(timeline.range === null
      ? []
      : [`timeline ${timeline.start ?? '-'} to ${timeline.end ?? '-'} ${at(timeline.range)}`]),
    ...milestones.map(({ date, text, range }) => `milestone ${date} ${text} ${at(range)}`),
    ...[...said.updates, said.nextReview, estimatedEnd].flatMap((mention) =>
      mention === null ? [] : [`${mention.label} ${mention.date} ${at(mention.range)}`],
    ),
    ...said.blockers.map((blocker) => describeBlocker(blocker, at)),
    ...said.risks.map((risk) => describeRisk(risk, at)),
    ...plan.phases.flatMap((phase) => describePhase(phase, at)),
    ...uncountedPhases.map(
      ({ why, number, name, range }) => `${why}: phase ${number} "${name}" ${at(range)}`,
    ),
    ...malformedBoxes.map(({ fixed, range }) => `write ${JSON.stringify(fixed)} for ${at(range)}`),
    ...checkedParents.map(
      ({ text, openChildren, range }) => `ticked over ${openChildren} open: ${text} ${at(range)}`,
    ),
  ];
  return lines.length === 0 ? [] : ['', 'said', ...lines.map((line) => `  ${line}`)];
}

const describeBlocker = (
  { text, impact, owner, eta, isClosed, phase, range }: Blocker,
  at: (range: Range) => string,
): string =>
  [
    `${isClosed ? 'closed' : 'open'} blocker${phase === null ? '' : ` in phase ${phase}`}: ${text}`,
    `impact ${impact ?? '-'}`,
    `owner ${owner ?? '-'}`,
    `eta ${eta === null ? '-' : `${eta.text} (${eta.date ?? '-'})`}`,
    at(range),
  ].join('; ');

const describeRisk = (
  { text, probability, impact, mitigation, owner, range }: Risk,
  at: (range: Range) => string,
): string =>
  `risk: ${text}; ${probability ?? '-'} × ${impact ?? '-'}; ${mitigation ?? '-'}; ${owner ?? '-'}; ${at(range)}`;

function describePhase(
  { number, name, claims, time, files, dependsOn, items }: Phase,
  at: (range: Range) => string,
): readonly string[] {
  const lines = [
    ...claims.map(
      ({ source, state, percent, range }) =>
        `${source} ${[state, percent === null ? null : `${percent} %`].filter((part) => part !== null).join(' ')} ${at(range)}`,
    ),
    ...(time === null
      ? []
      : [`${time.start ?? '-'} to ${time.end ?? '-'} by ${time.source} ${at(time.range)}`]),
    ...files.map(({ change, path, range }) => `${change} file ${path} ${at(range)}`),
    ...dependsOn.map((other) => `depends on phase ${other}`),
    ...items.flatMap(({ text, dependsOn: on }) => on.map((other) => `"${text}" depends on "${other}"`)),
  ];
  return lines.map((line) => `phase ${number ?? '-'} "${name}": ${line}`);
}

/** `3:5 ✅`: the first line of what stands there, as the file has it. */
const placeIn =
  (text: string) =>
  ({ start, end }: Range): string => {
    const line = (text.split('\n')[start.line - 1] ?? '').replace(/\r$/, '');
    const part = line.slice(start.column - 1, end.line === start.line ? end.column - 1 : line.length);
    return `[${start.line}:${start.column} ${part}]`;
  };
