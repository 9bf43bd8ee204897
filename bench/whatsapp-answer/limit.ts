/** The least that a channel can do: a webhook is written to the disk, answered with 200, and one message is sent. `node limit.ts PORT FOLDER META` */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const [port = '', folder = '', meta = ''] = process.argv.slice(2)
const db = new DatabaseSync(join(folder, 'limit.sqlite'))
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE inbox (body TEXT NOT NULL)')
const insert = db.prepare('INSERT INTO inbox (body) VALUES (?)')

createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString()
  insert.run(body)
  response.writeHead(200).end()
  const { from } = JSON.parse(body).entry[0].changes[0].value.messages[0]
  await fetch(`${meta}/v25.0/1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to: `+${from}`, type: 'text', text: { body: 'heard' } }),
  })
}).listen(Number(port), () => console.log('ready'))
