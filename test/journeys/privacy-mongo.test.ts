import { dump } from '../store/mongo-dump.ts'
import { onMongo } from '../store/on-mongo.ts'
import { describePrivacy } from './privacy.ts'

onMongo('a hub', (fresh) => {
  describePrivacy('MongoDB', async () => {
    const database = await fresh()
    return {
      env: { STORE_URL: database.url },
      places: () => dump(database.url),
      isHeart: (name) => name === 'applications',
      close: () => database.drop(),
    }
  })
})
