import type { Writable } from 'node:stream';

/**
 * Lets a reader leave before everything is written (`plan-check | head`): that is no failure. The run goes on
 * to its exit code.
 * @param fail what happens when writing is impossible for another reason; it gets that reason.
 */
export function endQuietly(streams: readonly Writable[], fail: (code: string) => void): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') fail(error.code ?? error.message);
    });
  }
}
