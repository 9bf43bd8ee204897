import { describe, expect, it } from '@jest/globals'
import { IMPATIENT } from '../journeys/departments.ts'
import { exampleInput, files } from '../journeys/filing.ts'
import { pdf } from '../journeys/papers.ts'
import { until } from '../journeys/world.ts'
import { brittleDisk, type Disk, smallDisk, without } from './disks.ts'
import { apart, posts, ready, refuses } from './hub.ts'

const SERVICE = 'registrar.marriage-copy'
const small = () => smallDisk(12)
const [noDisk, noBrittleDisk] = [await without(small), await without(brittleDisk)]
for (const reason of [noDisk, noBrittleDisk]) if (reason) console.warn(`tests of failing disks are left out: ${reason}`)

/** Writes fail from `breaks` on: what is acknowledged before is kept, and nothing is acknowledged after. */
async function refusesWhileBroken(disk: Disk, breaks: () => void) {
  const opened = await apart(IMPATIENT)
  const { world } = opened
  await opened.startHub({ STORE_URL: `sqlite:${disk.folder}` })
  const asha = world.citizen()
  const token = await world.token({ citizen: asha.mobile })
  const form = await exampleInput(world, SERVICE, token)
  const before = await files(world, form, token, { requestId: 'before' })
  const reference: string = before.data.apply.reference
  const paper = pdf('of a full disk')
  const announced = await world.graphql(
    'mutation ($size: Int!) { createUpload(name: "a.pdf", mediaType: "application/pdf", size: $size) { url } }',
    { size: paper.bytes.length },
    token,
  )
  const uploads = async () => {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await fetch(announced.data.createUpload.url, { method: 'PUT', headers, body: paper.bytes as any })
    return [answer.status, await answer.text()]
  }
  breaks()
  const refused = await until('the webhook to refuse', async () => {
    const status = await posts(world, asha.mobile, 'hi')
    return status !== 200 && status
  })
  const seen = {
    webhook: refused,
    ready: await ready(world),
    filing: await files(world, form, token, { requestId: 'while' }),
    upload: await uploads(),
  }
  return { opened, world, asha, token, form, reference, uploads, seen }
}

const onSmallDisk = noDisk ? describe.skip : describe
onSmallDisk('a disk that is full', () => {
  it('has webhooks posted again and nothing acknowledged, and the hub goes on by itself when there is room', async () => {
    await using disk = await small()
    const { opened, world, asha, token, form, reference, uploads, seen } = await refusesWhileBroken(disk, () =>
      disk.fill(),
    )
    await using _ = opened
    expect([seen.webhook, seen.ready]).toEqual([503, 503])
    expect(seen.filing.data?.apply ?? null).toBeNull()
    expect(seen.upload).toEqual([503, expect.stringContaining('The upload cannot be kept now')])
    // Meta keeps what was refused
    await asha.says('hi')
    disk.empty()
    await asha.hears(undefined, 60_000)
    expect(await ready(world)).toBe(200)
    expect((await world.caseOf(reference, 'registrar')).key).toBe(reference)
    expect(await uploads()).toEqual([204, ''])
    const after = await files(world, form, token, { requestId: 'before' })
    expect(after.data.apply.reference).toBe(reference)
  }, 120_000)
})

onSmallDisk('a data folder that is read-only, or on a full disk', () => {
  it('is a start refused in a sentence that names it', async () => {
    await using disk = await small()
    const opened = await apart(IMPATIENT)
    await using _ = opened
    const { world } = opened
    await opened.startHub({ STORE_URL: `sqlite:${disk.folder}` })
    await opened.hub.stop()
    const start = async () => {
      const { code, said } = await refuses(
        { DATA_DIR: world.folder, STORE_URL: `sqlite:${disk.folder}`, PORT: String(world.port) },
        `${world.folder}/sandbox/hub.env`,
      )
      return [code, said.trim()]
    }
    disk.fill()
    const full = `the disk under ${disk.folder} (DATA_DIR, or STORE_URL) is full`
    expect(await start()).toEqual([1, `${disk.folder}/hub.sqlite cannot be written: ${full}`])
    disk.readOnly()
    const readOnly = "its folder (DATA_DIR) is read-only, or not the hub's"
    expect(await start()).toEqual([1, `${disk.folder}/hub.sqlite cannot be written: ${readOnly}`])
  }, 120_000)
})

const onBrittleDisk = noBrittleDisk ? describe.skip : describe
onBrittleDisk('a disk that turns read-only while the hub works', () => {
  it('has webhooks posted again and nothing acknowledged', async () => {
    await using disk = await brittleDisk()
    const { opened, seen } = await refusesWhileBroken(disk, () => disk.readOnly())
    await using _ = opened
    expect([seen.webhook, seen.ready]).toEqual([503, 503])
    expect(seen.filing.data?.apply ?? null).toBeNull()
    expect(seen.upload).toEqual([503, expect.stringContaining('The upload cannot be kept now')])
  }, 120_000)
})
