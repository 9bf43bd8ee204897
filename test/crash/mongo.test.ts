import { it } from '@jest/globals'
import { onMongo } from '../store/on-mongo.ts'
import { isWhole, LONG_MS } from './short.ts'

onMongo('on MongoDB', (fresh) => {
  it(
    'of 500 applications, filed while three hubs are killed 20 times and paused for longer than a session, none is lost, doubled or told out of order',
    async () => {
      const database = await fresh()
      await isWhole({ storeUrl: database.url, processes: 3, pauses: 2 })
      await database.drop()
    },
    LONG_MS,
  )
})
