/** Tests are ES modules in TypeScript; swc strips the types. Run with `npm test` (it sets --experimental-vm-modules). */
// tests of all workers share one MongoDB, which ends with this process
process.env.DWAR_TEST_RUN ??= String(process.pid)

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'esnext' }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  testTimeout: 60_000,
  maxWorkers: 2,
}
