import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lifecycleOfPath, readFolders } from '../rules/lifecycle-folders.ts';
import { selectPlans } from '../settings/plan-selection.ts';
import type { Settings } from '../settings/settings.ts';

/** A name that no pattern singles out. */
const PROBE = 'new-plan.md';
const WILDCARD = /[*?[\]{}]/;

/**
 * The folder for a new plan, from the root: the one where somebody stands, if it is not the root and drafts may lie there; of
 * those that the patterns name without a wildcard the first that is there, else the first; in it the folder of drafts, where
 * there is one. Null when there is none.
 * @param here from the root.
 */
export async function newPlanFolder(root: string, settings: Settings, here = ''): Promise<string | null> {
  const isPlan = selectPlans(settings);
  const states = readFolders(settings.rules['lifecycle-folder']?.options.folders, settings.vocabulary);
  const stateOf = (folder: string) => lifecycleOfPath(`${folder}/${PROBE}`, states)?.lifecycle ?? null;
  const mayHold = (folder: string): boolean =>
    isPlan(folder === '' ? PROBE : `${folder}/${PROBE}`) && (stateOf(folder) ?? 'draft') === 'draft';
  const named = settings.plans.filter((pattern) => !pattern.startsWith('!')).map(folderOf);
  const usable = (here === '' ? named : [here, ...named]).filter(mayHold);
  const there = await Promise.all(usable.map(async (folder) => (await foldersIn(root, folder)) !== null));
  const folder = usable.find((_, index) => there[index]) ?? usable[0];
  if (folder === undefined) return null;
  const below = (await foldersIn(root, folder)) ?? [];
  const drafts = below.map((name) => (folder === '' ? name : `${folder}/${name}`));
  return drafts.find((one) => stateOf(one) === 'draft' && stateOf(folder) === null && mayHold(one)) ?? folder;
}

/** The parts of a pattern in front of its first wildcard, without a file's name. */
function folderOf(pattern: string): string {
  const parts = pattern.replace(/^(?:\.?\/)+/, '').split('/');
  const wild = parts.findIndex((part) => WILDCARD.test(part));
  const plain = wild === -1 ? parts.filter((part) => !/\.md$/i.test(part)) : parts.slice(0, wild);
  return plain.filter((part) => part !== '').join('/');
}

/** Sorted names; null for what is no folder. */
async function foldersIn(root: string, folder: string): Promise<readonly string[] | null> {
  const entries: readonly Dirent[] | null = await readdir(join(root, folder), { withFileTypes: true }).catch(
    () => null,
  );
  return entries === null
    ? null
    : entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted();
}
