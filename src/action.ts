import { secretsIn } from './action-secrets.ts';
import { guardRun } from './guard-run.ts';
import { redaction, redactStream } from './redaction.ts';
import { runAction } from './run-action.ts';

const redact = redaction(secretsIn(process.env));
for (const stream of [process.stdout, process.stderr]) redactStream(stream, redact);
await guardRun(() => runAction(process.env, Date.now(), redact));
