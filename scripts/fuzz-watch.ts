/** Ends the run when one case does not come to an end; a thread of its own, for the other one is busy then. */
import { workerData } from 'node:worker_threads';

const { beats, patience, seed } = workerData as { beats: Int32Array; patience: number; seed: number };

let last = -1;
let since = performance.now();
setInterval(() => {
  const now = Atomics.load(beats, 0);
  if (now !== last) {
    last = now;
    since = performance.now();
  } else if (performance.now() - since > patience) {
    console.error(`Case ${now} does not come to an end: npm run fuzz -- --seed ${seed} --case ${now}`);
    process.kill(process.pid, 'SIGKILL');
  }
}, 1_000);
