/** Every form in every language of the channel, as Meta takes it. */
import type { Service } from '../conversation/state.ts'
import type { Wording } from '../wording.ts'
import { flowJson, flowName } from './flow-json.ts'

/** The body of `POST /<account>/flows`, but for the endpoint. */
export interface FlowCreation {
  readonly name: string
  readonly categories: readonly ['OTHER']
  /** Flow JSON, as text. */
  readonly flow_json: string
}

export const flowCreations = (services: readonly Service[], wording: Wording): readonly FlowCreation[] =>
  services.flatMap((service) =>
    wording.languages.flatMap(({ code }): FlowCreation[] => {
      const json = flowJson(service, code, wording)
      const name = flowName(service, code, wording)
      return json && name ? [{ name, categories: ['OTHER'], flow_json: JSON.stringify(json) }] : []
    }),
  )
