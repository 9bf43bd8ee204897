/** What a hub leaves behind in its log and on its disk while people use every service, while much goes wrong, after a crash, and in a backup. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readCatalogue } from '../../vocabulary/catalogue.ts'
import { type Answers, type Citizen, type Given, type Question, textOf } from './citizen.ts'
import { clerkActs, misbehaves, reaches } from './departments.ts'
import { exampleInput, files } from './filing.ts'
import { type Paper, pdf, photo } from './papers.ts'
import { run, worldWithHubProcess } from './processes.ts'
import { filesUnder, type Place, traces } from './traces.ts'
import { until } from './world.ts'

/** Where a hub keeps what it has, beside its folder. */
export interface Kept {
  readonly env: Record<string, string>
  /** All that stands there now. */
  places(): Promise<readonly Place[]>
  /** Whether a place is what holds the most: a search that did not look there proves nothing. */
  isHeart(name: string): boolean
  close(): Promise<void>
}

/** The whole of it, of a hub on one kind of store. */
export function describePrivacy(kind: string, open: () => Promise<Kept>): void {
  describe(`on ${kind}:`, () => {
    let world: Awaited<ReturnType<typeof worldWithHubProcess>>
    let kept: Kept
    beforeAll(async () => {
      kept = await open()
      world = await worldWithHubProcess({ LOG_LEVEL: 'info', ...kept.env })
      today = (await world.control('clock')).now.slice(0, 10)
    })
    afterAll(async () => {
      await world.hubProcess.kill()
      await world[Symbol.asyncDispose]()
      await kept.close()
    })

    const { services } = readCatalogue()
    /** What people gave: texts, days, numbers, and the bytes and names of their files. */
    const given = new Set<string | Buffer>()
    let printed = ''
    let today = ''

    const LATIN = 'Zubaida Qvaxtel'
    const RELATIVE = 'ज़रीना क्वैक्सटेल'
    const ADDRESS = '77 Vyxkal Enclave'
    const TOWN = 'Wexpur Kalan'
    const BORN = '17/3/1991'
    const CAPTION = 'qvaxtel photo'

    function gives(...values: (string | Buffer | Paper)[]): void {
      for (const value of values)
        if (typeof value === 'string' || Buffer.isBuffer(value)) given.add(value)
        // of a file, what is its own: behind the head that every such file has
        else for (const one of [value.name, value.name.replace(/\.\w+$/, ''), value.bytes.subarray(-48)]) given.add(one)
    }
    const papers = (() => {
      let count = 0
      return (accepts: readonly string[] | null): Paper => {
        const takesPictures = !accepts || accepts.some((one) => one.startsWith('image/'))
        const paper = (takesPictures ? photo : pdf)(`paper-of-qvaxtel-${++count}`)
        gives(paper, Buffer.from(`paper-of-qvaxtel-${count}`))
        return paper
      }
    })()

    /** What stands in the clear by design: which service it is, by what number it is known, and on which days it moved. */
    function isPublic(value: string): boolean {
      return (
        value.length < 5 ||
        // days on which a case moves, and by which it is due; those that a person gives are of the past
        (/^\d{4}-\d\d-\d\d/.test(value) && value.slice(0, 10) >= today) ||
        /^DWR-\d{4}-\d{6}$/.test(value) ||
        services.some(({ code, department, mutation }) => [code, department, mutation].includes(value)) ||
        ['image/jpeg', 'application/pdf', 'image/png', 'true', 'false'].includes(value)
      )
    }
    /** All texts in something, at any depth. */
    const textsIn = (value: unknown): string[] =>
      typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(textsIn)
        : value === null || value === undefined || typeof value === 'boolean'
          ? []
          : [String(value)]

    /** A person who sends a paper like no other for each one that is asked for. */
    async function applies(
      service: string,
      own: (question: Question) => Given | undefined,
    ): Promise<[Citizen, string]> {
      const citizen = world.citizen()
      gives(citizen.mobile, citizen.mobile.slice(2))
      const { title, questions } = await citizen.questions(service)
      const answers: Answers = Object.fromEntries(
        questions.flatMap((question): [string, Given][] => {
          const answer = own(question) ?? (question.type === 'DOCUMENT' ? papers(question.accepts) : undefined)
          return answer === undefined ? [] : [[question.path, answer]]
        }),
      )
      const reference = await citizen.appliesFor(service, answers)
      const typed = (await citizen.chat()).filter(({ direction }) => direction === 'in').map(textOf)
      gives(...typed.filter((one) => one !== title && !isPublic(one)))
      return [citizen, reference]
    }
    /** Somebody who has a chat, and fills in the form of a portal. */
    async function fills(service: string): Promise<[Citizen, string]> {
      const citizen = world.citizen()
      gives(citizen.mobile, citizen.mobile.slice(2))
      await citizen.says('hello')
      await citizen.hears()
      const token = await world.token({ citizen: citizen.mobile })
      const filed = await files(world, await exampleInput(world, service, token), token)
      return [citizen, filed.data.apply.reference]
    }
    /** What the department holds of a case is what its citizen gave. */
    async function holds(reference: string, department: string): Promise<void> {
      const { fields } = await world.caseOf(reference, department)
      gives(...textsIn(fields).filter((one) => !isPublic(one)))
    }

    async function expectNoTrace(folder: string, except: readonly string[] = []): Promise<void> {
      const places = [
        ...(await filesUnder(folder, except)),
        ...(await kept.places()),
        { name: 'output', bytes: Buffer.from(printed + world.hubProcess.output()) },
      ]
      expect(places.some(({ name }) => kept.isHeart(name) || /backup/.test(name))).toBe(true)
      expect(traces(given, places)).toEqual([])
    }

    it.each(services.map(({ code, department }) => [code, department] as const))(
      'nothing that was answered for %s, in the chat or by form, stands anywhere',
      async (code, department) => {
        const { questions } = services.find((one) => one.code === code)!
        // WhatsApp lets no more messages go at once: a longer service is filed by its form
        const [citizen, reference] = questions.length < 40 ? await applies(code, () => undefined) : await fills(code)
        await holds(reference, department)
        const token = await world.token({ citizen: citizen.mobile })
        await clerkActs(world, department, reference, { status: 'approved', reason: `${LATIN} is known to us` })
        await reaches(world, token, reference, 'CERTIFIED')
        await citizen.hears(({ message }) => message.type === 'document' || message.type === 'template')
        gives(LATIN)
        await expectNoTrace(world.folder, ['sandbox'])
      },
      120_000,
    )

    /** A service that asks for a name, a date of birth and an address, and looks nothing up. */
    const SERVICE = services.find(
      (one) =>
        ['name', 'dateOfBirth', 'line'].every((part) => one.questions.some(({ path }) => path.endsWith(part))) &&
        !JSON.stringify(one.questions).includes('slot') &&
        one.questions.every(({ path }) => !path.includes('[]')),
    )!
    /** Each kind of text has a value of its own, so that it is known again. */
    function ownAnswer({ path }: Question): Given | undefined {
      if (/relative|father|mother/i.test(path)) return RELATIVE
      if (/name$/i.test(path)) return LATIN
      if (path.endsWith('dateOfBirth')) return BORN
      if (path.endsWith('.line')) return ADDRESS
      if (path.endsWith('.town')) return TOWN
      return undefined
    }

    it('nor while the department talks nonsense, refuses, and asks again; nor while WhatsApp fails', async () => {
      gives(LATIN, 'Qvaxtel', RELATIVE, 'क्वैक्सटेल', ADDRESS, 'Vyxkal', TOWN, BORN, '1991-03-17', CAPTION)
      const [asha, reference] = await applies(SERVICE.code, ownAnswer)
      await holds(reference, SERVICE.department)
      const token = await world.token({ citizen: asha.mobile })
      const form = await exampleInput(world, SERVICE.code, token)
      for (const mode of ['garbage', 'fault', 'half'] as const) {
        await misbehaves(world, SERVICE.department, mode)
        await world.graphql(
          'query ($c: ID!, $a: JSON!) { service(code: $c) { facts(answers: $a) questions { options(answers: $a) { value } } } }',
          { c: SERVICE.code, a: form.input },
          token,
        )
      }
      // what is filed now is not understood, and kept with what came
      await misbehaves(world, SERVICE.department, 'garbage')
      const unlucky = (await files(world, form, token)).data.apply.reference
      await until('the answer not to be understood', async () =>
        world.hubProcess.output().includes(`${unlucky}:submit`),
      )
      await misbehaves(world, SERVICE.department, null)
      await holds(unlucky, SERVICE.department)

      await clerkActs(world, SERVICE.department, reference, {
        status: 'action_required',
        reason: `${RELATIVE} is not on the list`,
        action: { kind: 'ANSWER', text: `Who is ${RELATIVE}?` },
      })
      await asha.hears(/Who is/)
      await asha.says(`${LATIN} knows`)
      gives(`${LATIN} knows`)

      await world.control('whatsapp/rude', { mode: 131000, rate: 1, seed: 3 })
      await asha.says(`${LATIN} ${ADDRESS} ${asha.mobile}`)
      const lost = { id: '404', filename: 'lost-by-qvaxtel.pdf', caption: CAPTION }
      gives('lost-by-qvaxtel')
      await world.control('whatsapp/messages', { from: asha.mobile, raw: { type: 'document', document: lost } })
      await world.control('whatsapp/rude', { mode: null })
      const wrong = await files(
        world,
        { ...form, input: { ...form.input, [Object.keys(form.input)[0]!]: LATIN } },
        token,
      )
      expect(JSON.stringify(wrong.errors ?? wrong.data)).not.toContain(LATIN)
      await world.graphql(`{ me { name: "${LATIN}" } }`, {}, token)
      await fetch(`${world.url}/uploads/${encodeURIComponent(LATIN)}`, { method: 'PUT', body: LATIN })
      expect(world.hubProcess.output()).toMatch(/did not answer|not understood|failed/)

      const answered = async () => {
        const { data } = await world.graphql(
          'query ($r: ID!) { application(reference: $r) { status } }',
          { r: reference },
          token,
        )
        return data.application.status !== 'ACTION_REQUIRED'
      }
      await until('the answer to be taken', answered)
      await clerkActs(world, SERVICE.department, reference, { status: 'rejected', reason: `${LATIN} came too late` })
      await reaches(world, token, reference, 'REJECTED')
      await expectNoTrace(world.folder, ['sandbox'])
    }, 180_000)

    it('nor of what a portal filed for somebody, with papers of its own', async () => {
      const citizen = world.citizen()
      gives(citizen.mobile, citizen.mobile.slice(2))
      const portal = await world.token({ client: 'portal', scope: 'applications:file applications:read' })
      const form = await exampleInput(world, SERVICE.code, portal)
      const paper = papers(['application/pdf'])
      await world.upload(portal, paper.name, paper.mediaType, paper.bytes)
      const filed = await files(world, form, portal, {
        onBehalfOf: { mobileNumber: `+${citizen.mobile}`, name: `${LATIN} the elder` },
        requestId: `counter of ${LATIN}`,
      })
      await holds(filed.data.apply.reference, SERVICE.department)
      await expectNoTrace(world.folder, ['sandbox'])
    }, 60_000)

    it('nor after a crash and a new start, nor on a page, nor in a backup', async () => {
      const asha = world.citizen()
      gives(asha.mobile, 'Qvaxtel of the night')
      await asha.says('Qvaxtel of the night')
      printed += world.hubProcess.output()
      await world.hubProcess.kill()
      await expectNoTrace(world.folder, ['sandbox'])
      await world.startHubProcess()
      await asha.hears()
      const pages = await Promise.all(
        ['readyz', 'metrics', 'healthz'].map(async (page) => (await fetch(`${world.url}/${page}`)).text()),
      )
      expect(traces(given, [{ name: 'pages', bytes: Buffer.from(pages.join()) }])).toEqual([])

      const beside = join(world.folder, 'sandbox', 'backups')
      await mkdir(beside, { recursive: true })
      const backup = run(
        'store',
        ['backup', join(beside, 'hub.backup'), '--env', join(world.folder, 'sandbox', 'hub.env')],
        {
          DATA_DIR: world.folder,
          ...kept.env,
        },
      )
      const code = await new Promise((resolve) => backup.child.once('exit', resolve))
      if (code !== 0) throw new Error(backup.output())
      printed += backup.output()
      await expectNoTrace(beside)
    }, 120_000)
  })
}
