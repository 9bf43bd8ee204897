import { expect, it } from '@jest/globals'
import { registrar } from '../../../adapters/registrar/index.ts'
import { bride, call, copyFiling, groom, marriageFiling, paper, reference } from './bench.ts'
import { onEachDatabase } from './databases.ts'

onEachDatabase((bench) => {
  it('holds exactly what the citizen gave, in any script, before the batch and after it', async () => {
    const filing = marriageFiling()
    const given = {
      act: 'Special Marriage Act',
      date: '2024-02-14',
      place: "St. Thomas' Church, Mandir Marg",
      district: 'Central',
      citizenship: 'Both',
      residence: 'Bride',
      office: 'SDM Karol Bagh',
      fee: 1150,
      groom: { ...groom, religion: 'Sikh', statusBefore: 'Divorced' },
      bride: { ...bride, religion: 'Hindu', statusBefore: 'Unmarried', newName: "Asha O'Brien" },
      witnesses: [
        { name: 'فریدہ', age: 40, relation: 'Friend Or Neighbour', address: groom.address },
        { name: 'Om', fatherName: 'Hari', age: 40, relation: 'Friend Or Neighbour', address: groom.address },
        { name: 'فریدہ', age: 40, relation: 'Distant Relative', address: groom.address },
      ],
    }
    const of = await bench.filed(filing)
    expect((await bench.caseOf(of)).fields).toMatchObject(given)
    await bench.batch()
    const view = await bench.caseOf(of)
    expect(view).toMatchObject({
      key: filing.reference,
      service: 'registrar.marriage',
      status: 'received',
      fields: given,
    })
    expect(view.documents).toEqual(
      filing.documents.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 })),
    )
  })

  it('keeps the name in capitals for the index beside the name as written', async () => {
    const of = await bench.filed(marriageFiling({ input: { groom: { ...groom, name: "Seán D'Souza-Weiß" } } }))
    const { rows } = await bench.opened.database.alone((db) =>
      db.query<{ grm_nm: string; grm_nm_u: string }>(`SELECT GRM_NM, GRM_NM_U FROM STG_APPL WHERE STG_NO = ${of}`),
    )
    expect(rows[0]).toEqual({ grm_nm: "SEÁN D'SOUZA-WEIß".padEnd(100), grm_nm_u: "Seán D'Souza-Weiß" })
  })

  it('opens one case for one key, however often it is sent, and finds it by that key', async () => {
    const filing = marriageFiling()
    const receipts = await Promise.all(Array.from({ length: 5 }, () => bench.filed(filing)))
    expect(new Set(receipts).size).toBe(1)
    expect(await bench.adapter.find(filing.reference, call())).toEqual([{ reference: receipts[0] }])
    await bench.batch()
    expect((await bench.caseOf(receipts[0]!)).documents).toHaveLength(filing.documents.length)
    expect(await bench.adapter.submit(filing, call(filing.reference))).toEqual({ reference: receipts[0] })
    expect(await bench.adapter.find('DWR-1999-000001', call())).toEqual([])
  })

  it('files the widest values that the schema allows, and none is cut', async () => {
    const wide = {
      name: 'क'.repeat(100),
      fatherName: 'ß'.repeat(100),
      motherName: '𑄇'.repeat(50),
      occupation: 'é'.repeat(60),
    }
    const address = { line: 'ਗ'.repeat(200), town: 'W'.repeat(60), pinCode: '110001' }
    const of = await bench.filed(
      marriageFiling({
        input: { place: 'प'.repeat(200), groom: { ...groom, ...wide, address }, brideNewName: 'ﬁ'.repeat(100) },
      }),
    )
    await bench.batch()
    const { fields } = await bench.caseOf(of)
    expect(fields).toMatchObject({
      place: 'प'.repeat(200),
      groom: { ...wide, address },
      bride: { newName: 'ﬁ'.repeat(100) },
    })
  })

  it('refuses a value that is wider than its column, and files nothing', async () => {
    const filing = marriageFiling({ input: { groom: { ...groom, name: 'x'.repeat(101) } } })
    await expect(bench.adapter.submit(filing, call(filing.reference))).rejects.toMatchObject({
      code: 'DEPARTMENT_REJECTED',
      raw: '22001',
    })
    expect(await bench.adapter.find(filing.reference, call())).toEqual([])
  })

  it('refuses a code that the register does not have, without a word of the citizen in the error', async () => {
    const filing = marriageFiling({ input: { office: 'XX99' } })
    const error = await bench.adapter.submit(filing, call(filing.reference)).catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'DEPARTMENT_REJECTED', raw: '23503 stg_appl stg_appl_offc_cd_fkey' })
    expect(String(error) + String(error.cause)).not.toMatch(/XX99|Asha|विजय/)
  })

  it('files an answer once, with its documents, and the case goes back to the clerk', async () => {
    const of = await bench.filed()
    await bench.clerkActs(of, { status: 'action_required', action: { kind: 'ANSWER', question: 'groom.fatherName' } })
    const documents = [paper('answer')]
    await bench.adapter.answer(of, { value: "मोहन O'Neil", documents }, call(`${of}.answer`))
    await bench.adapter.answer(of, { value: "मोहन O'Neil", documents }, call(`${of}.answer`))
    await bench.batch()
    const view = await bench.caseOf(of)
    expect(view).toMatchObject({
      status: 'in_review',
      fields: { groom: { fatherName: "मोहन O'Neil" }, answers: ["मोहन O'Neil"] },
    })
    expect(view.documents.filter((document) => document.name === 'answer.pdf')).toHaveLength(1)
  })

  it('withdraws what is not decided, and says too late after the decision, the same each time', async () => {
    const [open, decided] = [await bench.filed(), await bench.filed()]
    await bench.clerkActs(decided, { status: 'rejected', reason: 'No.' })
    const withBatch = async (of: string, key: string) => {
      const word = bench.adapter.withdraw(of, call(key))
      const ended = word.then(() => true)
      while (
        !(await Promise.race([
          ended,
          bench.batch().then(() => new Promise((resolve) => setTimeout(resolve, 20, false))),
        ]))
      );
      return word
    }
    expect(await withBatch(open, 'w1')).toBe('withdrawn')
    expect(await withBatch(open, 'w1')).toBe('withdrawn')
    expect(await withBatch(decided, 'w2')).toBe('too-late')
    expect(await bench.statusOf(open)).toMatchObject({ status: 'withdrawn' })
    expect(await bench.statusOf(decided)).toMatchObject({ status: 'rejected', reason: 'No.' })
  })

  it('waits for the word of the batch, and asks again later where it does not come', async () => {
    const of = await bench.filed()
    await expect(bench.adapter.withdraw(of, call('w3', 700))).rejects.toMatchObject({ code: 'DEPARTMENT_TIMEOUT' })
  })

  it('has the paper once the marriage is registered, and the entry that the case led to', async () => {
    const of = await bench.filed()
    await bench.batch()
    expect(await bench.adapter.certificate(of, call())).toBeNull()
    expect(await bench.adapter.marriages([of], call())).toEqual([null])
    await bench.clerkActs(of, { status: 'approved' })
    const file = await bench.adapter.certificate(of, call())
    expect(file).toMatchObject({ mediaType: 'application/pdf', issuedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
    expect(Buffer.from(file!.bytes.slice(0, 5)).toString()).toBe('%PDF-')
    const [entry] = await bench.adapter.marriages([of], call())
    expect(entry).toMatchObject({
      registrationNumber: expect.stringMatching(/^SDM\/CE\/\d{4}\/\d{6}$/),
      registeredOn: file!.issuedOn,
      date: '2024-02-14',
      district: 'CENTRAL',
      act: 'SPECIAL_MARRIAGE_ACT',
      groomName: "विजय ओ'ब्रायन",
      brideName: 'Asha',
    })
    const [own, others] = await bench.adapter.marriagesOf(['+919810012345', '+917000000000'], call())
    expect(own).toContainEqual(entry)
    expect(others).toEqual([])
  })

  it('finds an entry by its number as people type it, with year and district', async () => {
    const of = (number: string, year = 2019) => bench.adapter.registered({ number, year, district: 'CENTRAL' }, call())
    for (const typed of ['SDM/CE/2019/000042', ' sdm-ce-2019-42 ', 'SDM / CE / २०१९ / ०००४२'])
      expect(await of(typed)).toMatchObject({
        groomName: 'Ramesh Kumar',
        registeredOn: '2019-03-18',
        district: 'CENTRAL',
      })
    expect(await of('SDM/CE/2019/000042', 2020)).toBeNull()
    expect(await of("' OR 1=1 --")).toBeNull()
  })

  it('refuses a copy of what is not in the register, with the reason', async () => {
    const of = await bench.filed(copyFiling({ registrationNumber: 'SDM/CE/2019/999999' }))
    await bench.batch()
    expect(await bench.statusOf(of)).toMatchObject({ status: 'rejected', reason: 'The register has no such entry.' })
  })

  it('lists the offices of a district that take a marriage of that day', async () => {
    const names = async (date: string) =>
      (await bench.adapter.offices({ date, district: 'EAST' }, call())).map((office) => office.name)
    expect(await names('2024-02-14')).toEqual(['SDM PREET VIHAR', 'SDM GANDHI NAGAR', 'SDM MAYUR VIHAR'])
    expect(await names('2010-02-14')).toEqual(['SDM PREET VIHAR', 'SDM GANDHI NAGAR'])
    expect((await bench.adapter.offices({ date: '2024-02-14', district: null }, call())).length).toBe(33)
  })

  it('may write only what the contract grants', async () => {
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: bench.opened.url })
    await client.connect()
    for (const statement of [
      "UPDATE CASE_REG SET STS_CD = 'RG'",
      'SELECT DOC_BODY FROM STG_DOC',
      'SELECT GRM_MOB FROM MRG_REG',
      'DELETE FROM STG_APPL',
    ])
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' })
    await client.end()
  })

  it('takes documents of many megabytes', async () => {
    const documents = [
      paper('groom.proofOfAge', 'x'.repeat(12_000_000)),
      paper('bride.proofOfAge', 'y'.repeat(8_000_000)),
    ]
    const filing = marriageFiling({ documents, reference: reference() })
    const of = await bench.filed(filing)
    expect((await bench.caseOf(of)).documents.map(({ size, sha256 }) => [size, sha256])).toEqual(
      documents.map(({ size, sha256 }) => [size, sha256]),
    )
  })

  it('answers to a ping, and calls a wrong password unavailable', async () => {
    await bench.adapter.ping(call())
    const stranger = registrar({ url: bench.opened.url.replace(/:[^:@/]+@/, ':wrong@') })
    await expect(stranger.ping(call())).rejects.toMatchObject({
      code: expect.stringMatching(/^DEPARTMENT_UNAVAILABLE$/),
    })
    await stranger.close()
  })
})
