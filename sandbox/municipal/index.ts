/**
 * The municipality's registrar of births: a REST interface written from its OpenAPI document, a register, and clerks.
 * Everything that it knows stands in its folder.
 */
import type { ClerkAct, OpenOffice, Office as SandboxOffice } from '../office.ts'
import { actOn, certificateName, printWhatIsLeft, viewOf } from './clerk.ts'
import { readContract } from './contract.ts'
import { Notices, OVERTAKEN_MS } from './notices.ts'
import type { Office } from './operations.ts'
import { Records } from './records.ts'
import { Register } from './register.ts'
import { seedEntries } from './seed.ts'
import { CLIENT_ID, openDoor } from './server.ts'

const NEXT: Readonly<Record<string, ClerkAct>> = {
  received: { status: 'in_review' },
  in_review: { status: 'approved' },
}

export const open: OpenOffice = async (world) => {
  const contract = readContract()
  const records = new Records(world.folder)
  const register = new Register(records.db, seedEntries(world.now()))
  const office: Office = { records, register, now: () => world.now() }
  const [clientSecret, callbackSecret] = [world.secret('client'), world.secret('callback')]
  const notices = new Notices({
    records,
    url: `${world.hubUrl}/webhooks/municipal`,
    secret: callbackSecret,
    rude: () => world.rude(true),
    faultOf: (body) => contract.noticeFault(body),
  })
  records.onChange = (row) => ({ shown: notices.put(row) ? Date.now() + OVERTAKEN_MS : 0 })
  await printWhatIsLeft(office)
  const door = openDoor(world, contract, office, clientSecret)

  return {
    name: 'municipal',
    title: 'Municipal Corporation of Delhi: births',
    handle: (request, response, path) => door.handle(request, response, path),
    environment: () => ({
      MUNICIPAL_API_URL: `${world.url}/municipal`,
      MUNICIPAL_CLIENT_ID: CLIENT_ID,
      MUNICIPAL_CLIENT_SECRET: clientSecret,
      MUNICIPAL_CALLBACK_SECRET: callbackSecret,
      MUNICIPAL_SETTLES_MS: '10000',
    }),
    async cases() {
      return records.rows().map((row) => viewOf(row, office))
    },
    async oneCase(name) {
      const row = records.row(name) ?? records.byExternalId(name)[0]
      return row ? viewOf(row, office) : null
    },
    async document(reference, index) {
      const paper = records.papers(reference)[index]
      return paper ? { name: paper.name, mediaType: paper.mediaType, bytes: records.paperBytes(paper) } : null
    },
    async certificate(reference) {
      const row = records.row(reference)
      const bytes = row && records.certificate(reference)
      return bytes ? { name: certificateName(row), bytes } : null
    },
    act: (reference, act) => actOn(reference, act, office),
    next: (view) => NEXT[view.status] ?? null,
    async close() {
      notices.close()
      records.close()
    },
  } satisfies SandboxOffice
}
