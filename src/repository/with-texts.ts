import type { Repository } from './repository.ts';

/** A repository in which some files of the head say something else: what it would be after a change that is not written yet. */
export const withTexts = (repository: Repository, texts: ReadonlyMap<string, string>): Repository => ({
  ...repository,
  readFiles: async (files) => {
    const contents = await repository.readFiles(files);
    return contents.map((content, index) => {
      const file = files[index];
      const text = file?.side === 'head' ? texts.get(file.path) : undefined;
      return text === undefined || content.kind !== 'text' ? content : { kind: 'text', text };
    });
  },
});
