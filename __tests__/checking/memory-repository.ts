import { unknownHistory } from '../../src/repository/history.ts';
import type { Door, FileContent, FileRef, Repository, Side } from '../../src/repository/repository.ts';

type Files = Readonly<Record<string, string | FileContent | Omit<Door, 'path'>>>;

/** A repository that holds what a test gives it, and remembers what it was asked for. */
export function memoryRepository(
  sides: Partial<Record<Side, Files>>,
  changed: Awaited<ReturnType<Repository['changedFiles']>> = { files: [], gap: null },
): Repository & { readonly asked: FileRef[][] } {
  const asked: FileRef[][] = [];
  return {
    asked,
    commits: { head: 'h'.repeat(40), base: 'b'.repeat(40) },
    isHistoryRemote: false,
    changedFiles: () => Promise.resolve(changed),
    listFiles: () => Promise.resolve({ paths: Object.keys(sides.head ?? {}), gap: null }),
    doorsAmong: (paths) =>
      Promise.resolve({ doors: paths.flatMap((path) => doorOf(path, sides.head?.[path])), gap: null }),
    readFiles: (files) => {
      asked.push([...files]);
      return Promise.resolve(files.map(({ side, path }) => contentOf(sides[side]?.[path])));
    },
    history: (request) => Promise.resolve(unknownHistory(request, 'this repository remembers nothing')),
    readBefore: (touches) => Promise.resolve(touches.map(() => ({ kind: 'missing' }))),
  };
}

const contentOf = (file: Files[string] | undefined): FileContent => {
  if (file === undefined) return { kind: 'missing' };
  if (typeof file === 'string') return { kind: 'text', text: file };
  return 'target' in file ? { kind: 'unreadable', reason: file.kind } : file;
};

const doorOf = (path: string, file: Files[string] | undefined): readonly Door[] =>
  typeof file === 'object' && 'target' in file ? [{ path, ...file }] : [];
