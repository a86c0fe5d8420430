/** Node 24 strips the types itself, so nothing is transformed. */
export default {
  testEnvironment: 'node',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'json'],
  // One core is not kept free: nobody watches.
  maxWorkers: '100%',
  // Ends what hangs. It is far from what any test takes, so that a busy machine fails none.
  testTimeout: 120_000,
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
};
