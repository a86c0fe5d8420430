import { guardRun } from './guard-run.ts';
import { runAction } from './run-action.ts';

await guardRun(() => runAction(process.env, Date.now()));
