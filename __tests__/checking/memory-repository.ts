import { unknownHistory } from '../../src/repository/history.ts';
import type { FileContent, FileRef, Repository, Side } from '../../src/repository/repository.ts';

type Files = Readonly<Record<string, string | FileContent>>;

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
    readFiles: (files) => {
      asked.push([...files]);
      return Promise.resolve(files.map(({ side, path }) => contentOf(sides[side]?.[path])));
    },
    history: (request) => Promise.resolve(unknownHistory(request, 'this repository remembers nothing')),
    readBefore: (touches) => Promise.resolve(touches.map(() => ({ kind: 'missing' }))),
  };
}

const contentOf = (file: string | FileContent | undefined): FileContent => {
  if (file === undefined) return { kind: 'missing' };
  return typeof file === 'string' ? { kind: 'text', text: file } : file;
};
