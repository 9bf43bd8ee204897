import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWTPayload,
  SignJWT,
} from 'jose'
import { readJsonFile, writeAtomically } from '../files.ts'

export interface SigningKey {
  /** The public half, as it is published. */
  readonly jwks: JSONWebKeySet
  sign(claims: JWTPayload, type: string): Promise<string>
}

/** The RS256 key in a file; made when there is none. */
export async function openSigningKey(file: string): Promise<SigningKey> {
  let jwk = readJsonFile(file)
  if (!jwk) {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true })
    jwk = await exportJWK(privateKey)
    jwk.kid = await calculateJwkThumbprint(jwk)
    writeAtomically(file, JSON.stringify(jwk))
  }
  const key = await importJWK(jwk, 'RS256')
  const published = { kty: jwk.kty, n: jwk.n, e: jwk.e, kid: jwk.kid, alg: 'RS256', use: 'sig' }
  return {
    jwks: { keys: [published] },
    sign: (claims, type) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: jwk.kid, typ: type }).sign(key),
  }
}
