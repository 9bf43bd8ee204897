import { describePrivacy } from './privacy.ts'

describePrivacy('SQLite', async () => ({
  env: {},
  places: async () => [],
  isHeart: (name) => name === 'hub.sqlite',
  close: async () => undefined,
}))
