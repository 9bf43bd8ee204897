import { onMongo } from '../store/on-mongo.ts'
import { describeErasure } from './erasure.ts'

describeErasure('SQLite', async () => ({ env: {}, close: async () => undefined }))

onMongo('a hub', (fresh) => {
  describeErasure('MongoDB', async () => {
    const database = await fresh()
    return { env: { STORE_URL: database.url }, close: () => database.drop() }
  })
})
