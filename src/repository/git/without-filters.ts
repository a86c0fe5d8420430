import { askGit, records } from './git.ts';

/**
 * Variables that switch off the filters which a configuration names: git runs them on every file of the work tree that it compares, and
 * a repository that somebody handed over brings its own. Handed over as variables, as a filter's name may hold any character.
 */
export async function withoutFilters(root: string): Promise<Readonly<Record<string, string>>> {
  const answer = await askGit(root, ['config', '--name-only', '-z', '--get-regexp', '^filter\\.']);
  const names = answer.ok ? records(answer.output).flatMap(filterName) : [];
  const settings = [...new Set(names)].flatMap((name) => [
    [`filter.${name}.clean`, ''],
    [`filter.${name}.process`, ''],
    [`filter.${name}.required`, 'false'],
  ]);
  const given = Number(process.env.GIT_CONFIG_COUNT ?? 0) || 0;
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(given + settings.length)],
    ...settings.flatMap(([key = '', value = ''], index) => [
      [`GIT_CONFIG_KEY_${given + index}`, key],
      [`GIT_CONFIG_VALUE_${given + index}`, value],
    ]),
  ]);
}

/** `filter.<name>.clean`; the name may hold dots. */
function filterName(key: string): readonly string[] {
  const [start, end] = [key.indexOf('.'), key.lastIndexOf('.')];
  return end > start ? [key.slice(start + 1, end)] : [];
}
