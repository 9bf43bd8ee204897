import { describe, expect, it } from '@jest/globals'
import type { ApplicationView } from '../../../subgraphs/whatsapp/conversation/state.ts'
import { type Notice, tellOf } from '../../../subgraphs/whatsapp/notices/notice.ts'
import { LANGUAGES } from '../../../vocabulary/catalogue.ts'
import { chat, WORDING } from '../chat.ts'
import { SMALL } from '../small-catalogue.ts'
import { hub } from './kind-hub.ts'

const REFERENCE = 'DWR-2026-000002'
const HIDDEN: ApplicationView = {
  reference: REFERENCE,
  service: 'town.birth',
  title: 'Birth certificate',
  status: 'CERTIFIED',
  restricted: true,
  due: '2026-12-07',
  history: [{ status: 'CERTIFIED', at: '2026-02-01T10:00:00Z', reason: 'Given to Asha.' }],
  action: {
    kind: 'ANSWER',
    text: 'In which hospital was the child born?',
    due: null,
    place: null,
    question: null,
    options: null,
  },
  certificate: { code: 'ABCD-EFGH', url: 'https://hub.example/certificates/ABCD-EFGH' },
}
const OWN: ApplicationView = {
  ...HIDDEN,
  reference: 'DWR-2026-000001',
  title: 'Wedding',
  status: 'IN_REVIEW',
  restricted: false,
  action: null,
  certificate: null,
}
const whoHas = (...applications: ApplicationView[]) =>
  chat(
    SMALL,
    hub({
      applications: () => ({ type: 'applications', applications }),
      application: (of) => ({
        type: 'application',
        of,
        application: applications.find(({ reference }) => reference === of.reference) ?? null,
        answered: true,
      }),
    }),
  )

describe('what was filed at a counter and is not linked to the chat', () => {
  it('stands in the list by its number and its status alone', () => {
    const asha = whoHas(OWN, HIDDEN)
    asha.put({ ...asha.state(), sent: [{ key: 'k', reference: REFERENCE, person: 'Ravi' }] })
    asha.writes('status')
    expect(asha.choices().map(({ title, description }) => [title, description])).toEqual([
      ['Wedding', 'DWR-2026-000001 · Being checked'],
      [REFERENCE, 'Certificate ready'],
    ])
  })
  it.each([['status'], [`show|${REFERENCE}`], [`respond|${REFERENCE}`], [`certificate|${REFERENCE}`]])(
    'is shown by its number and its status, and says how it is opened: %s',
    (way) => {
      const asha = whoHas(HIDDEN)
      const said = way === 'status' ? asha.writes(way) : asha.presses(way)
      expect(said).toBe(
        `${REFERENCE}\nCertificate ready\n\nTo see more, write here *link* and the six digits on the slip from the counter. Write it like this: *link 123456*.\n[Menu]`,
      )
    },
  )
  it('is opened by the six digits, as it says', () => {
    const asha = whoHas(HIDDEN)
    asha.writes('status')
    asha.writes('123456')
    expect(asha.operations.at(-1)).toEqual({ kind: 'link', code: '123456' })
  })

  const NOTICE: Notice = {
    id: `${REFERENCE}.3`,
    name: 'in-review',
    status: 'IN_REVIEW',
    reason: null,
    reference: REFERENCE,
    service: 'town.birth',
    restricted: true,
    title: 'Birth certificate',
    department: 'The Office',
    action: null,
    certificate: null,
  }
  it.each(LANGUAGES.flatMap((language) => ['in-review', 'delayed'].map((name) => [language, name] as const)))(
    'has its number once in news that come late, in %s: %s',
    (language, name) => {
      const asha = chat(SMALL)
      const told = tellOf({ ...NOTICE, name }, { ...asha.state(), language }, asha.world(), 'https://example.org')
      const [{ parameters }] = told.messages[0]!.template!.components as any
      const given = Object.fromEntries(parameters.map((one: any) => [one.parameter_name, one.text]))
      const text = WORDING.say(language, 'template-application-update', given)
      expect(text.split(REFERENCE)).toHaveLength(2)
      expect(text).not.toContain('Birth certificate')
      if (language === 'en' && name === 'in-review')
        expect(text).toBe(
          `News about your application ${REFERENCE} (filed for you): Being checked. Write to us here to know more.`,
        )
    },
  )
})
