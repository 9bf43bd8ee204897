/** Load over HTTP, from the measuring process. */
import { Agent, request } from 'node:http'
import { body } from './domain.ts'
import { measure, type Round } from './round.ts'

const AT_ONCE = 16

export async function loadOverHttp(port: number, authorization: string, ms: number): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const one = (n: number) =>
    new Promise<void>((resolve, reject) => {
      const text = body(n)
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        accept: 'application/json',
        authorization,
      }
      const sent = request({ agent, port, host: '127.0.0.1', method: 'POST', path: '/graphql', headers }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`a peer answered ${answer.statusCode}`))
        answer.resume()
        answer.on('end', resolve)
      })
      sent.on('error', reject)
      sent.end(text)
    })
  try {
    return await measure(one, AT_ONCE, ms)
  } finally {
    agent.destroy()
  }
}
