import { parsePlan, parsePlanWithoutBody, type ReadingOptions } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { CoverageGap } from '../report/report.ts';
import type { FileContent, FileRef, Repository, UnreadableReason } from '../repository/repository.ts';
import { ENDLESS, type RunTime } from '../run-time.ts';
import { noLog, type WorkLog } from '../work-log.ts';
import { boundedText, MAX_TEXT } from './bounded-text.ts';
import type { PlanFile } from './plan-files.ts';
import { tooSlow } from './too-slow.ts';

/** A plan file with what stands on each side. */
export interface LoadedPlan {
  readonly file: PlanFile;
  /** null when removed, unreadable, or not fetched. Of a plan that stands as it is, without its body: see `hasBody`. */
  readonly head: Plan | null;
  /** null when there is no base, or nothing readable on it. */
  readonly base: Plan | null;
  /** Why the head is no text; null when it is one. */
  readonly unreadable: UnreadableReason | null;
  /** Why the base is no text; null when it is one, or there is none. */
  readonly unreadableBefore: UnreadableReason | null;
}

export interface LoadedPlans {
  readonly plans: readonly LoadedPlan[];
  /** The team's schema as text; null when none is configured. */
  readonly schema: FileContent | null;
  readonly gaps: readonly CoverageGap[];
}

/**
 * Reads both sides of every plan, and the schema, with one request to the repository for a thousand files.
 * @param soon paths at the head that will be asked for in a moment: the repository reads them along, and keeps them.
 */
export async function loadPlans(
  repository: Repository,
  files: readonly PlanFile[],
  schema: string | null,
  soon: readonly string[] = [],
  reading: ReadingOptions = {},
  log: WorkLog = noLog,
  time: RunTime = ENDLESS,
): Promise<LoadedPlans> {
  const heads = files.map((file) =>
    file.change === 'removed' || isDoor(file) ? null : ref('head', file.path),
  );
  const bases = files.map((file) => (hasBase(file) ? ref('base', file.previousPath ?? file.path) : null));
  const schemas = [schema === null ? null : ref('trusted', schema)];
  const wanted = [...heads, ...bases, ...schemas, ...soon.map((path) => ref('head', path))];
  const contents = await readWanted(repository, wanted, log);

  const headAt = (index: number) => contents[index] ?? null;
  const baseAt = (index: number) => contents[files.length + index] ?? null;
  const slow: CoverageGap[] = [];
  const read: ReadPlan = (path, text, work) => {
    if (text.length <= SHORT) return work(text);
    const plan = time.withinPlan(() => work(text));
    if (plan === null) slow.push(tooSlow(path, time));
    return plan?.value ?? null;
  };
  return {
    plans: files.map((file, index) => loadPlan(file, headAt(index), baseAt(index), { reading, read })),
    schema: contents[2 * files.length] ?? null,
    gaps: files
      .flatMap((file, index) => [
        ...gapsOf(file.path, 'head', headAt(index)),
        ...gapsOf(file.previousPath ?? file.path, 'base', baseAt(index)),
      ])
      .concat(slow),
  };
}

/** A repository may hold thousands of standing plans: what many of them say together stands in their front matter. */
export const hasBody = ({ file: { change } }: Pick<LoadedPlan, 'file'>): boolean => change !== 'unchanged';

const ref = (side: FileRef['side'], path: string): FileRef => ({ side, path });

/** It is known to be no text, so nobody reads it. */
const isDoor = ({ door }: PlanFile): boolean => door !== undefined;

const hasBase = (file: PlanFile): boolean =>
  file.change !== 'added' && file.change !== 'unchanged' && !isDoor(file);

/** Files that are asked for at once; so many at a time, that the log can tell how far it is. */
const AT_ONCE = 1_000;

/** The contents in the order of `wanted`, null where nothing was wanted. */
async function readWanted(
  repository: Repository,
  wanted: readonly (FileRef | null)[],
  log: WorkLog,
): Promise<readonly (FileContent | null)[]> {
  const files = wanted.filter((file) => file !== null);
  const contents: FileContent[] = [];
  const bound = boundedText(MAX_TEXT);
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const batch = files.slice(start, start + AT_ONCE);
    const read = bound.isReached() ? batch.map(bound.tooMuch) : await repository.readFiles(batch);
    contents.push(...read.map(bound.take));
    log('Read', contents.length, files.length);
  }
  let next = 0;
  return wanted.map((file) => (file === null ? null : (contents[next++] ?? null)));
}

/** null where the time was up first. */
type ReadPlan = (path: string, text: string, work: (text: string) => Plan) => Plan | null;

/** Characters that are read in no time: a watch over ten thousand plans takes seconds. */
const SHORT = 50_000;

function loadPlan(
  file: PlanFile,
  head: FileContent | null,
  base: FileContent | null,
  { reading, read }: { readonly reading: ReadingOptions; readonly read: ReadPlan },
): LoadedPlan {
  const parseHead = hasBody({ file }) ? parsePlan : parsePlanWithoutBody;
  const before = file.previousPath ?? file.path;
  return {
    file,
    head:
      head?.kind === 'text'
        ? read(file.path, head.text, (text) => parseHead(file.path, text, reading))
        : null,
    base: base?.kind === 'text' ? read(before, base.text, (text) => parsePlan(before, text, reading)) : null,
    unreadable: file.door?.kind ?? reasonOf(head),
    unreadableBefore: reasonOf(base),
  };
}

const reasonOf = (content: FileContent | null): UnreadableReason | null =>
  content?.kind === 'unreadable' ? content.reason : null;

/** What could not be fetched blocks: nobody knows whether it is good. */
function gapsOf(path: string, side: 'head' | 'base', content: FileContent | null): readonly CoverageGap[] {
  const gap = (message: string): readonly CoverageGap[] => [{ what: 'file', path, message, blocking: true }];
  if (content?.kind === 'failed')
    return gap(`"${path}" could not be read at the ${side}: ${content.message}`);
  if (content?.kind === 'missing') {
    return gap(`"${path}" was listed as changed, but is not there at the ${side}; run the check again.`);
  }
  return [];
}
