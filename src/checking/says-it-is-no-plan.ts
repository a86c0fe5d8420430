import { nearestWord } from '../nearest.ts';
import { typeAsRead } from '../plan/declared-type.ts';
import type { Plan } from '../plan/plan.ts';
import { MAX_FRONT_MATTER_CHARACTERS } from '../plan/yaml-block.ts';
import type { LoadedPlan } from './load-plans.ts';

/**
 * A file that declares another type is no plan; one that is gone is judged by what it was. A type that is no text, one that is
 * a slip of the pen, and one that a plan got in this very change, take no plan out of the check: the schema speaks of them.
 * What could not be read before counted as a plan, so that it was one.
 */
export function saysItIsNoPlan({ file, head, base }: LoadedPlan, isPlan: (path: string) => boolean): boolean {
  const plan = head ?? base;
  if (plan === null || !isOfAnotherType(plan)) return false;
  const wasPlan = head !== null && base !== null && isPlan(file.previousPath ?? file.path) && isSurely(base);
  return !wasPlan;
}

const isOfAnotherType = (plan: Plan): boolean => isAnother(typeAsRead(plan));

const isAnother = (type: string | null): boolean => type !== null && nearestWord(type, ['plan']) === null;

/** What stands behind `type:` in a front matter that could not be read for another reason. */
function unreadType({ text }: Plan): string | null {
  const [, block = ''] = text.slice(0, MAX_FRONT_MATTER_CHARACTERS).split(/^---[ \t]*\r?$/m, 2);
  return /^type[ \t]*:[ \t]*["']?(?<type>[a-z-]+)/im.exec(block)?.groups?.type?.toLowerCase() ?? null;
}

/** A file without a type may be anything that lies among the plans, unless it has the state of one. */
const isSurely = (plan: Plan): boolean =>
  plan.frontMatter.state === 'unreadable'
    ? !isAnother(unreadType(plan))
    : !isOfAnotherType(plan) && (plan.frontMatter.data.type !== undefined || plan.lifecycle !== null);
