/** Subscribers as portals have them: SSE over fetch, and graphql-ws. */
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { until, type World } from './world.ts'

export interface Heard {
  id: string
  status: string
  application: { reference: string; service?: { title: string } | null }
}
const SUBSCRIPTION = `subscription ($reference: ID, $after: ID) {
  applicationChanged(reference: $reference, after: $after) { id status application { reference service { title } } } }`

export interface Subscriber {
  readonly heard: Heard[]
  readonly errors: any[]
  /** Resolves once `count` events were heard. */
  hears(count: number): Promise<Heard[]>
  end(): void
}
const subscriber = (heard: Heard[], errors: any[], end: () => void): Subscriber => ({
  heard,
  errors,
  hears: (count) =>
    until(`${count} events`, async () => {
      if (errors.length) throw new Error(`the subscription failed: ${JSON.stringify(errors)}`)
      return heard.length >= count && heard
    }),
  end,
})

export function overSse(world: World, token: string, variables: object = {}): Subscriber {
  const heard: Heard[] = []
  const errors: any[] = []
  const ended = new AbortController()
  const run = async () => {
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      signal: ended.signal,
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: SUBSCRIPTION, variables }),
    })
    let text = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
        const data = /^data: ?(.+)$/m.exec(text.slice(0, at))?.[1]
        text = text.slice(at + 2)
        if (!data?.startsWith('{')) continue
        const result = JSON.parse(data)
        if (result.errors) errors.push(...result.errors)
        if (result.data?.applicationChanged) heard.push(result.data.applicationChanged)
      }
    }
  }
  run().catch((error) => ended.signal.aborted || errors.push(error))
  return subscriber(heard, errors, () => ended.abort())
}

export function overWebSocket(world: World, token: string, variables: object = {}): Subscriber {
  const heard: Heard[] = []
  const errors: any[] = []
  const client = createClient({
    url: `${world.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  })
  client.subscribe<{ applicationChanged: Heard }>(
    { query: SUBSCRIPTION, variables: variables as Record<string, unknown> },
    {
      next: (result) => {
        if (result.errors) errors.push(...result.errors)
        if (result.data?.applicationChanged) heard.push(result.data.applicationChanged)
      },
      error: (error) => errors.push(...[error].flat()),
      complete: () => undefined,
    },
  )
  return subscriber(heard, errors, () => void client.dispose())
}
