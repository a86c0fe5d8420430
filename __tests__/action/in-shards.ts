import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scheduleEvent } from '../github/workflow-events.ts';
import type { Scene, SceneResult, SceneRun } from './scene.ts';

interface InShards {
  readonly parts: readonly SceneResult[];
  /** Of the job that joins them. */
  readonly merged: SceneResult;
}

/** A scheduled scan as a matrix of jobs, and the job that joins their reports; the report of one may go missing. */
export async function scanInShards(
  scene: Scene,
  count: number,
  { without, ...run }: SceneRun & { readonly without?: number } = {},
): Promise<InShards> {
  const event = scheduleEvent(scene.source);
  const indices = Array.from({ length: count }, (_, offset) => offset + 1);
  const parts = await Promise.all(
    indices.map((index) =>
      scene.runOn(event, { ...run, inputs: { ...run.inputs, shard: `${index}/${count}` } }),
    ),
  );
  const workspace = mkdtempSync(join(tmpdir(), 'plan-check-test-'));
  try {
    for (const [offset, { report }] of parts.entries()) {
      if (offset + 1 === without) continue;
      // As the steps that upload and download artifacts would.
      const folder = join(workspace, 'reports', `shard-${offset + 1}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
    }
    const inputs = { ...run.inputs, merge: 'reports/**/*.json' };
    return { parts, merged: await scene.runOn(event, { ...run, inputs, workspace }) };
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
