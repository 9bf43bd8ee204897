/** One peer in a process of its own: answers, and runs rounds within itself, as it is told. */
import { body } from './domain.ts'
import { makePeer, type PeerName } from './peers.ts'
import { measure } from './round.ts'

export type Order = { do: 'answer'; n: number; token: boolean } | { do: 'round'; ms: number }

const AT_ONCE = 4
const peer = await makePeer(process.argv[2] as PeerName)
const port = await peer.listen()

async function answer(n: number, token = true): Promise<string> {
  const text = body(n)
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    accept: 'application/json',
    ...(token ? { authorization: peer.authorization } : {}),
  }
  return (await peer.answer(new Request('http://localhost/graphql', { method: 'POST', headers, body: text }))).text()
}

process.on('message', async (order: Order) => {
  process.send!(
    order.do === 'round' ? await measure((n) => answer(n), AT_ONCE, order.ms) : await answer(order.n, order.token),
  )
})
process.send!({ port, authorization: peer.authorization })
