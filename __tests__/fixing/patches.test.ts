import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { fix } from '../../src/fix.ts';
import { unifiedDiff } from '../../src/fixing/unified-diff.ts';
import { readFrontMatter } from '../../src/plan/read-front-matter.ts';
import { resolveSettings } from '../../src/settings/resolve-settings.ts';
import { timeBudget } from '../../src/time-budget.ts';
import { memoryRepository } from '../checking/memory-repository.ts';
import { mutate } from '../fuzzing/mutate.ts';
import { randomFrom } from '../fuzzing/random.ts';
import { day } from '../report/sample-report.ts';
import { removeFolders, temporaryFolder } from '../repository/git/temporary-repository.ts';
import { phases, phaseTable } from '../rules/bodies.ts';
import { ACTIVE, planText, withKeys } from '../rules/rule-test.ts';

afterAll(removeFolders);

const NAME = 'search.md';
const BROKEN = planText(
  withKeys(ACTIVE, { lifecycle: '"Active" # since May', ai: '{ priority: HIGH }' }),
  phases(
    '### Phase 1: Index ✅ COMPLETE\n\n- [x] Build it\n- [] Read it\n* [ x] Ship it',
    '### Phase 2: Rank (80%)\n\n- [ ] Rank it\n-[ ] Try it',
    phaseTable(['Phase 1', 'Done', '100%', '2026-01-05', '2026-03-13']),
  ),
);
/** Keys whose values a fix may write. */
const FIXED_KEYS: ReadonlySet<string> = new Set(['lifecycle', 'status', 'ai', 'related_plans', 'depends_on']);

test('what fixes change is a patch that git takes, in lines that had something to fix', async () => {
  const folder = temporaryFolder();
  const random = randomFrom(Number(process.env.FUZZ_SEED ?? 5));
  let applied = 0;
  for (let number = 0; number < 15; number++) {
    const text = mutate(BROKEN, random, BROKEN).toWellFormed();
    const { files } = await fix({
      repository: memoryRepository({ head: { [NAME]: text } }),
      scope: { kind: 'paths', paths: [NAME], gap: null },
      ...{ run: 'changes', event: 'fix', version: '0.0.0', schemaTime: () => timeBudget(10_000) },
      settings: resolveSettings({ inputs: { today: day('2026-03-02') }, config: {}, now: 0 }),
    });
    const [file] = files;
    if (file === undefined) continue;
    writeFileSync(join(folder, NAME), file.before);
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd: folder,
      input: unifiedDiff(NAME, file.before, file.after),
      env: { PATH: process.env.PATH, HOME: '/nonexistent', GIT_CEILING_DIRECTORIES: dirname(folder) },
    });
    expect(readFileSync(join(folder, NAME), 'utf8')).toBe(file.after.text);
    applied++;
    const [was, is] = [file.before, file.after.text].map((one) => readFrontMatter(one).data);
    for (const key of Object.keys({ ...was, ...is })) {
      if (!FIXED_KEYS.has(key)) expect(is?.[key]).toEqual(was?.[key]);
    }
  }
  expect(applied).toBeGreaterThan(4);
});
