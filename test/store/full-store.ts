/** A store that has something of every kind of row, as a hub leaves it. */
import { certificateHash } from '../../store/certificate-hash.ts'
import type { Store } from '../../store/store.ts'
import { secrets } from '../../subgraphs/host/secrets.ts'
import { openVaults } from '../../subgraphs/host/vault.ts'
import { application, effect, event, goesOn, lives, SECRET } from './lives.ts'

const once = async function* (bytes: Uint8Array) {
  yield bytes
}
/** Bytes that fit into no single frame. */
export const LARGE = Buffer.alloc(3_500_000, 'sealed bytes ')

export async function fill(store: Store): Promise<void> {
  await openVaults(store, secrets(SECRET))
  await store.sessions.begin('one', 'hub', 30_000)
  for (let i = 0; i < 3; i++) await store.applications.reference('2026')
  await store.cursors.write('poll:parks', 'page 7')
  await store.keys.first({ id: 'aa', citizen: 'asha', wrapped: 'wrapped' })
  const identity = (name: string) => ({ identity: name, sealed: `sealed ${name}` })
  await store.people.unite([identity('mobile:1'), identity('user:1')], 'asha')
  await store.people.unite([identity('mobile:2')], 'ravi')

  await lives(store, ['A', 'B', 'C'])
  await store.documents.write('large', once(LARGE))
  await store.documents.write('paper', once(Buffer.from('a paper')))
  await store.documents.write('nobody-names-it', once(Buffer.from('x')))
  const document = { owner: 'asha', name: 'sealed', mediaType: 'image/png', size: 1, expires: 5 }
  await store.documents.announce({ ...document, id: 'doc_1', sha256: null, blob: null })
  await store.documents.complete('doc_1', { blob: 'large', sha256: 'sealed', mediaType: 'image/jpeg' })
  await store.documents.announce({ ...document, id: 'doc_2', sha256: null, blob: null })
  const certificate = { code: 'code', issuedOn: '2026-01-09', sha256: 'f'.repeat(64), blob: 'paper', name: 'sealed' }
  const owes = (id: string, kind: 'submit' | 'answer' | 'withdraw' | 'certificate', more = {}) =>
    effect(id, kind, { payload: 'sealed', note: 'why', due: 10, ...more })
  await store.applications.create({
    application: application('D', {
      ...{ departmentReference: 'MCD/7', due: '2026-02-01', request: 'r', fee: 50, client: 'client counter' },
      ...{ restricted: true, documents: [{ id: 'doc_1', path: 'proof' }], action: 'sealed', certificate },
      ...{ lastChange: '7', decidedAt: '2026-01-05T10:00:00.000Z', delayed: true, overdue: true, status: 'CERTIFIED' },
    }),
    events: [event('D', 1, { name: 'certified', status: 'CERTIFIED', certificate: certificateHash(certificate) })],
    effects: [
      owes('D', 'answer', { uncertainSince: 5, raw: 'sealed' }),
      owes('D', 'withdraw'),
      owes('D', 'certificate'),
    ],
  })
  const [claimed, other] = await store.applications.claim('parks', 'one', 5, 2)
  await store.applications.trying(claimed!.id, 'one', 7)
  await store.applications.later(other!.id, 'one', {
    due: 9,
    uncertainSince: null,
    note: 'x',
    raw: 'sealed',
    misunderstood: 4,
    park: true,
  })
  await goesOn(store, 'A', 4)

  await store.counts.add('look-ups asha', '2026-01-05', 'item', 10)
  await store.codes.put('blind', 'sealed', 99)
  await store.codes.put('spent', 'sealed', 99)
  await store.codes.spend('spent', 'asha', 3)
  const came = (id: string, kind: 'message' | 'status' | 'kept') => ({ id, kind, sealed: `sealed ${id}`, at: 3 })
  await store.channel.receive([came('wamid.2', 'message'), came('wamid.1', 'status'), came('k', 'kept')])
  const owed = (id: string, lane: 'reply' | 'notice') => ({ id, citizen: 'asha', lane, sealed: `sealed ${id}`, at: 4 })
  await store.channel.commit({
    chat: { citizen: 'asha', version: 0, address: 'sealed address', state: 'sealed state' },
    windowUntil: 77,
    done: [{ id: 'wamid.2', citizen: 'asha', sealed: 'sealed anew' }],
    owes: [owed('o2', 'reply'), owed('o1', 'notice'), owed('o3', 'notice')],
    cursor: { name: 'follower', value: 'A.3' },
  })
  await store.channel.began('o2', 50, null)
  await store.channel.accepted('o1', 'wamid.out')
  await store.channel.again('o1', { due: 60, note: '131047', template: true })
  await store.channel.accepted('o3', 'wamid.three')
  await store.channel.receipt({ id: 'o3', wamid: 'wamid.three', word: 'delivered', note: null })
}
