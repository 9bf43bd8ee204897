/** A reply as the messages that it becomes; the token of a form names who it was opened for. */
import type { LanguageCode } from '../../../vocabulary/catalogue.ts'
import type { Host } from '../../subgraph.ts'
import type { Outgoing } from '../chat.ts'
import { formKey } from '../conversation/form/offer.ts'
import type { ChatCatalogue, Reply } from '../conversation/index.ts'
import { certificate } from '../notices/notice.ts'
import { layOut } from '../sending/layout.ts'
import type { Wording } from '../wording.ts'
import { flowName } from './flow-json.ts'
import { sealToken } from './token.ts'

export interface Around {
  readonly host: Pick<Host, 'vault' | 'publicUrl'>
  readonly wording: Wording
  readonly citizen: string
  readonly services: ChatCatalogue
  readonly language: LanguageCode
}

export function outgoingOf(reply: Reply, { host, wording, citizen, services, language }: Around): readonly Outgoing[] {
  if (reply.certificate)
    return [certificate(reply.certificate, reply.certificate, { language }, { wording }, host.publicUrl)]
  const { form } = reply
  const messages = layOut(reply, ({ service: code, language, draft, id }) => {
    const service = services.service(code)
    const flow = service && flowName(service, language, wording)
    return flow ? { flow, token: sealToken(host, { citizen, draft, id, flow, language }) } : null
  })
  const [otherwise] = form ? layOut(form.otherwise) : []
  return messages.map((free) => ({
    free,
    template: null,
    file: null,
    ...(form && otherwise ? { form: { otherwise, key: formKey(form.service, form.language) } } : {}),
  }))
}
