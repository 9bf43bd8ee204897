import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeAtomically } from '../../files.ts'

/** The private key of the business's forms: in PEM, or in the file `where`, which is made where it is not there. */
export function privateKeyAt(where: string): { readonly where: string; readonly publicKey: string } {
  const isPem = where.includes('-----BEGIN')
  const file = isPem ? where : resolve(where)
  if (!isPem && !existsSync(file)) {
    const pair = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
    writeAtomically(file, pair.privateKey)
  }
  const pem = isPem ? where.replaceAll('\\n', '\n') : readFileSync(file, 'utf8')
  const publicKey = createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'pem' })
  return { where: file, publicKey: String(publicKey) }
}
