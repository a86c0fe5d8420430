import fc from 'fast-check';

/** The same cases in every run; `FUZZ_SEED=7 npm test` tries others. */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_260_302) });

export { default as fc } from 'fast-check';
