import { describe, it } from '@jest/globals'
import { freshDatabase, type MongoDatabase, mongoServer } from './mongod.ts'

const HAS_MONGO = (await mongoServer()) !== null

/** Describes what needs a MongoDB: skipped where there is none, which is said aloud; in CI it fails instead. */
export function onMongo(name: string, suite: (fresh: () => Promise<MongoDatabase>) => void): void {
  describe(name, () => {
    if (HAS_MONGO) suite(async () => (await freshDatabase())!)
    else it.skip('there is no MongoDB here', () => undefined)
  })
}
