/** The search for traces finds them: a search that finds nothing proves nothing otherwise. */
import { expect, it } from '@jest/globals'
import { traces } from './traces.ts'

const place = (bytes: Buffer | string) => [{ name: 'here', bytes: Buffer.from(bytes as string) }]

it.each<[string, string | Buffer, string | Buffer]>([
  ['as it is', 'Zubaida Qvaxtel', 'xx Zubaida Qvaxtel yy'],
  ['in another case', 'Zubaida Qvaxtel', 'ZUBAIDA QVAXTEL'],
  [
    'in JSON with escapes',
    'ज़रीना क्वैक्सटेल',
    JSON.stringify('ज़रीना क्वैक्सटेल').replace(
      /[\u0080-\uffff]/g,
      (u) => `\\u${u.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  ],
  ['in base64, wherever it begins', '919876501234', Buffer.from('ab919876501234').toString('base64')],
  ['in base64, one further', '919876501234', Buffer.from('a919876501234z').toString('base64url')],
  ['in hex', '919876501234', Buffer.from('919876501234').toString('hex')],
  ['in an address', 'Qvaxtel & Sons', `https://x/?q=${encodeURIComponent('Qvaxtel & Sons')}`],
  ['in a name of a file of Windows', 'Qvaxtel', Buffer.from('Qvaxtel', 'utf16le')],
  ['as another way to write the day', '1991-03-17', '17 Mar 1991'],
  ['as a day of digits', '1991-03-17', 'born 19910317.'],
  ['as a PIN code alone', '110092', '{"pin":"110092"}'],
  ['as bytes', Buffer.from('0011aabbccddeeff00112233', 'hex'), Buffer.from('990011aabbccddeeff0011223399', 'hex')],
])('%s', (_, value, written) => {
  expect(traces([value], place(written))).not.toEqual([])
})

it('a short number within a longer one, or within a hash, is none', () => {
  expect(traces(['110092'], place('1764110092123 ab110092cd x110092'))).toEqual([])
})
