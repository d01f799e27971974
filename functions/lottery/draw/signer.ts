/**
 * The notary's signer, asked over HTTP: `POST /sign` with an unsigned document. What it answers is checked by her public key, so that
 * nothing else can stand in for it. It may take its time over a result (202): then the draw waits where it stands.
 */
import type { Signed, Notary } from './notary'
import { isSignedBy } from './notary'
import { outsideHttp, type OutsideReply } from '../../core/io/outside/http'
import type { SignedDocument, Unsigned } from '../rules/draw/documents'
import { isHex } from '../../core/pure/bytes'
import { DrawRefused } from './refused'

export interface SignerAddress {
  readonly baseUrl: string
  readonly token: string
  /** Hex. */
  readonly publicKey: string
  /** Milliseconds that it has for an answer. */
  readonly patience?: number
}

/** It cannot be reached, or is still looking at the files: nothing was refused, and the same is asked again later. */
export class NotaryAway extends Error {
  override readonly name = 'NotaryAway'
}

/** Its door answers within half of it, with a word to come again if need be: one that is silent does not hold up other draws. */
const PATIENCE = 10_000

const saidIn = ({ body }: OutsideReply): { readonly signature?: unknown; readonly code?: unknown } =>
  typeof body === 'object' && body !== null ? body : {}

const refusalOf = (reply: OutsideReply): Error => {
  const { code } = saidIn(reply)
  const told = typeof code === 'string' ? code.slice(0, 60) : `status ${reply.status}`
  if (code === 'tooLate')
    return new DrawRefused('tooLate', 'the notary’s signer: the round is not ahead any more')
  if (reply.status === 202 || reply.status >= 500) return new NotaryAway(`the notary’s signer: ${told}`)
  return new DrawRefused('notary', `the notary’s signer refuses: ${told}`)
}

/** @throws RangeError for an address that is not to be used */
export const notaryAt = ({ baseUrl, token, publicKey, patience = PATIENCE }: SignerAddress): Notary => {
  const http = outsideHttp({ baseUrl, headers: { authorization: `Bearer ${token}` } })
  const ask = async (document: object): Promise<OutsideReply> => {
    const request = { method: 'POST', path: ['sign'], body: { document } } as const
    try {
      return await http({ ...request, signal: AbortSignal.timeout(patience) })
    } catch (cause) {
      throw new NotaryAway('the notary’s signer cannot be reached', { cause })
    }
  }
  return {
    publicKey,
    sign: async <T extends SignedDocument>(document: Unsigned<T>): Promise<Signed<T>> => {
      const reply = await ask(document)
      const { signature } = saidIn(reply)
      if (reply.status !== 200) throw refusalOf(reply)
      const signed = { ...document, signature: isHex(signature, 64) ? signature : '00'.repeat(64) }
      if (!isSignedBy(publicKey, signed as unknown as SignedDocument))
        throw new DrawRefused('notary', 'the notary’s signer answered with what is no signature of hers')
      return signed
    },
  }
}
