/** A message that is posted twice is two messages. */
import { randomUUID } from 'node:crypto'
import { wrapStore } from './wrap.ts'

wrapStore((store) => {
  const { receive } = store.channel
  store.channel.receive = (rows: { id: string; kind: string }[]) =>
    receive(rows.map((row) => (row.kind === 'message' ? { ...row, id: `${row.id}-${randomUUID()}` } : row)))
  return store
})
