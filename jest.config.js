/** Tests are ES modules in TypeScript; swc strips the types. Run with `npm test` (it sets --experimental-vm-modules). */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// tests of all workers share one MongoDB, which ends with this process
process.env.DWAR_TEST_RUN ??= String(process.pid)
// hubs that are killed and started again are compiled once
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/dwar/compiled', import.meta.url))

const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'esnext' }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
}

function hasMongo() {
  if (process.env.MONGODB_URI || process.env.MONGOMS_SYSTEM_BINARY || process.env.CI) return true
  try {
    execFileSync('sh', ['-c', 'command -v mongod'])
    return true
  } catch {
    process.stderr.write('\nSKIPPED: the journeys on MongoDB. Put a mongod on the PATH, or set MONGODB_URI.\n\n')
    return false
  }
}

/** Prove both stores by themselves, or what the embedded one keeps in its files. */
const OF_THEIR_OWN = ['backup', 'erasure', 'keys', 'privacy', 'privacy-mongo', 'record', 'several', 'traces', 'uploads']

const journeysOnMongo = {
  ...base,
  displayName: 'on MongoDB',
  globals: { JOURNEYS_ON: 'mongodb' },
  testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
  testPathIgnorePatterns: OF_THEIR_OWN.map((name) => `/journeys/${name}\\.test\\.ts$`),
}

export default {
  projects: [
    { ...base, displayName: 'dwar', testMatch: ['<rootDir>/test/**/*.test.ts'] },
    ...(hasMongo() ? [journeysOnMongo] : []),
  ],
  testSequencer: '<rootDir>/test/longest-first.js',
  testTimeout: 60_000,
  maxWorkers: 2,
  // modules of a suite stay in its worker: one that is full of them collects garbage more than it tests
  workerIdleMemoryLimit: '1GB',
}
