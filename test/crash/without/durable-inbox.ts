/** A webhook is answered before what it brought is written: the writes are gathered and follow a moment later. */
import { wrapStore } from './wrap.ts'

const LATER_MS = 100

wrapStore((store) => {
  const { receive } = store.channel
  store.channel.receive = async (rows: readonly unknown[]) => {
    setTimeout(() => void receive(rows), LATER_MS)
    return rows.length
  }
  return store
})
