/** Loaded before the bundle: ten seconds pass in one, so that waiting for GitHub can be tested as it is. */
import { createRequire, syncBuiltinESMExports } from 'node:module';

const SPEED = 10;
const { setTimeout: start } = globalThis;
const timers = createRequire(import.meta.url)('node:timers/promises');
const { setTimeout: sleep } = timers;
const timeout = AbortSignal.timeout.bind(AbortSignal);
const now = performance.now.bind(performance);

globalThis.setTimeout = (work, milliseconds = 0, ...rest) => start(work, milliseconds / SPEED, ...rest);
timers.setTimeout = (milliseconds, ...rest) => sleep(milliseconds / SPEED, ...rest);
AbortSignal.timeout = (milliseconds) => timeout(milliseconds / SPEED);
performance.now = () => now() * SPEED;
syncBuiltinESMExports();
