import type { Phase } from '../plan/plan.ts';

/** `Index`, or `Phase 2` where the heading has no name. */
export const phaseName = ({ name, number }: Pick<Phase, 'name' | 'number'>): string =>
  name === '' ? `Phase ${number}` : name;

/** The one phase of a plan without phases has neither. */
export const isNamed = ({ name, number }: Pick<Phase, 'name' | 'number'>): boolean =>
  name !== '' || number !== null;
