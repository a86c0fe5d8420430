import { expect, test } from '@jest/globals';
import { loadBaseline } from '../../src/checking/load-baseline.ts';
import { loadSettings } from '../../src/checking/load-settings.ts';
import { schemaText } from '../../src/checking/schema-text.ts';
import type { FileContent, UnreadableReason } from '../../src/repository/repository.ts';
import { RULES } from '../../src/rules/index.ts';
import { memoryRepository } from './memory-repository.ts';

const CURES = {
  binary: 'is binary: save it as text in UTF-8',
  'not-utf-8': 'is not in UTF-8: save it in UTF-8',
  'too-large': 'is larger than one megabyte: make it shorter',
  folder: 'is a folder: name a file',
  'symbolic-link': 'is a symbolic link, and none is followed: put the file itself there',
  submodule: 'is a submodule: put a file there',
  'special-file': 'is a pipe, a socket or a device: put a file there',
} as const satisfies Record<UnreadableReason, string>;

test.each(Object.entries(CURES))(
  'a file that a run is set up with and that is %s %s',
  async (reason, cure) => {
    const content = { kind: 'unreadable', reason } as FileContent;
    const repository = memoryRepository({ trusted: { 'c.yml': content, 'b.json': content } });

    await expect(loadSettings(repository, { config: 'c.yml' }, RULES, 0)).rejects.toThrow(
      `The configuration file "c.yml" ${cure}.`,
    );
    await expect(loadBaseline(repository, { baseline: 'b.json' })).rejects.toThrow(
      `The baseline "b.json" ${cure}, or write it anew with "plan-check check --write-baseline".`,
    );
    expect(() => schemaText('s.json', content)).toThrow(
      `The schema "s.json" ${cure}; "schema" must name a JSON Schema.`,
    );
  },
);
