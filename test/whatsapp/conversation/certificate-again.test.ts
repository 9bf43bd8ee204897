import { describe, expect, it } from '@jest/globals'
import type { ApplicationView } from '../../../subgraphs/whatsapp/conversation/state.ts'
import { outgoingOf } from '../../../subgraphs/whatsapp/flows/outgoing.ts'
import { LANGUAGES } from '../../../vocabulary/catalogue.ts'
import { chat, WORDING } from '../chat.ts'
import { SMALL } from '../small-catalogue.ts'
import { hub } from './kind-hub.ts'

const DONE: ApplicationView = {
  reference: 'DWR-2026-000001',
  service: 'office.wedding',
  title: 'Wedding',
  status: 'CERTIFIED',
  restricted: false,
  due: null,
  history: [{ status: 'CERTIFIED', at: '2026-02-01T10:00:00Z', reason: null }],
  action: null,
  certificate: { code: 'ABCD-EFGH', url: 'https://hub.example/certificates/ABCD-EFGH' },
}
const whoHas = (application: ApplicationView) =>
  chat(
    SMALL,
    hub({
      applications: () => ({ type: 'applications', applications: [application] }),
      application: (of: any) => ({ type: 'application', of, application, answered: true }),
    }),
  )
const sentTo = (asha: ReturnType<typeof chat>) =>
  asha.replies().flatMap((reply) =>
    outgoingOf(reply, {
      host: { vault: null as never, publicUrl: 'https://hub.example' },
      wording: WORDING,
      citizen: 'c',
      services: SMALL,
      language: asha.state().language,
    }),
  )

describe('a certificate that was lost', () => {
  it.each(['send my certificate again', 'प्रमाणपत्र फिर से भेजो', 'mera certificate kahan hai', 'status'])(
    'is sent once more as a file: %s',
    (wish) => {
      const asha = whoHas(DONE)
      asha.writes(wish)
      const { language } = asha.state()
      asha.taps(WORDING.say(language, 'certificate-again'))
      expect(sentTo(asha)).toMatchObject([
        {
          free: null,
          file: { url: DONE.certificate!.url, name: 'DWR-2026-000001.pdf' },
          template: { name: 'certificate_ready' },
        },
      ])
      expect(sentTo(asha)[0]!.file!.caption).toContain('https://hub.example/verify/ABCD-EFGH')
    },
  )
  it('is sent once though the button is pressed twice at once', () => {
    const asha = whoHas(DONE)
    asha.writes('status')
    const { id } = asha.choices()[0]!
    asha.presses(id)
    asha.presses(id)
    expect(asha.replies()).toEqual([])
    asha.waits(60_000)
    asha.presses(id)
    expect(sentTo(asha)).toHaveLength(1)
  })
  it.each([
    ['is not made yet', { ...DONE, status: 'APPROVED', certificate: null }],
    ['may not be shown here', { ...DONE, restricted: true }],
  ])('is not offered, nor sent to a button made by hand, where it %s', (_, application) => {
    const asha = whoHas(application)
    asha.writes('status')
    expect(asha.choices().map(({ id }) => id)).toEqual(['menu'])
    asha.presses('certificate|DWR-2026-000001')
    expect(sentTo(asha).filter(({ file }) => file)).toEqual([])
  })
  it.each(LANGUAGES)('is asked for by a button that fits in %s', (language) => {
    expect([...WORDING.say(language, 'certificate-again')].length).toBeLessThanOrEqual(20)
  })
})
