/** The signer's door: `POST /sign` for who has the token, `GET /key` for anybody. Plain HTTP: TLS is the proxy's or the tunnel's in front. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { signedMessage, type SignedDocument } from '../../functions/lottery/rules/draw/documents'
import { documentIn, judge, keyOf, type Judgement, type Refusal, type Signing } from './judge'

export interface Door extends Signing {
  readonly token: string
  /** Milliseconds after which a caller is told to come again, while the files are looked at. */
  readonly answerWithin?: number
}

interface Answer {
  readonly status: number
  readonly body: object
}

/** A result of ten million entries names a few hundred thousand winners. */
const MOST_BYTES = 32 * 2 ** 20
/** Half of what the deployment waits (functions/lottery/draw/signer.ts), so that it is told to come again, and not left hanging. */
const ANSWER_WITHIN = 5000

/** It is asked a few times a day: no connection is kept for the next time, which may be after a restart. */
const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store', connection: 'close' }

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const isCaller = ({ headers }: IncomingMessage, token: string): boolean =>
  timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > MOST_BYTES) return undefined
    chunks.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

const refused = (code: Refusal): Answer => ({ status: code === 'notPublished' ? 503 : 409, body: { code } })
const looking: Answer = { status: 202, body: { code: 'looking' } }
const messageOf = (document: SignedDocument): string =>
  Buffer.from(signedMessage(document)).toString('base64')

const later = (ms: number): { readonly done: Promise<undefined>; readonly stop: () => void } => {
  let timer: NodeJS.Timeout | undefined
  const done = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  return { done, stop: () => clearTimeout(timer) }
}

interface Look {
  readonly message: string
  readonly outcome: Promise<Judgement>
}

/** @returns what answers a document, one after the other for a draw */
export const signerOf = (door: Door): ((value: unknown) => Promise<Answer>) => {
  const { ledger } = door
  const underWay = new Map<string, Look>()
  /** Outcomes that nobody waited for any more: told to who asks the same again. */
  const untold = new Map<string, Look>()

  const lookAt = async (key: string, document: SignedDocument): Promise<Judgement> => {
    const judgement = await judge(document, door)
    if (!judgement.ok) return judgement
    const kept = ledger.keep(key, judgement.signed)
    return messageOf(kept) === messageOf(document)
      ? { ok: true, signed: kept }
      : { ok: false, code: 'otherDocument' }
  }

  const begin = (key: string, document: SignedDocument): Look => {
    const outcome = lookAt(key, document).finally(() => underWay.delete(key))
    const look = { message: messageOf(document), outcome }
    underWay.set(key, look)
    return look
  }

  /** Undefined: still looked at. */
  const waitFor = async (key: string, look: Look): Promise<Judgement | undefined> => {
    const { done, stop } = later(door.answerWithin ?? ANSWER_WITHIN)
    try {
      const judgement = await Promise.race([look.outcome, done])
      if (!judgement) untold.set(key, look)
      return judgement
    } finally {
      stop()
    }
  }

  /** What is looked at, or was without being told; undefined: another document of the draw is. */
  const lookFor = (key: string, document: SignedDocument): Look | undefined => {
    const message = messageOf(document)
    const before = untold.get(key)
    untold.delete(key)
    const look = underWay.get(key) ?? (before?.message === message ? before : begin(key, document))
    return look.message === message ? look : undefined
  }

  const refusedAs = (code: Refusal, more: Readonly<Record<string, unknown>> = {}): Answer => {
    ledger.log({ did: 'refused', code, ...more })
    return refused(code)
  }

  return async (value) => {
    const wanted = typeof value === 'object' && value !== null ? (value as { document?: unknown }) : {}
    const document = documentIn(wanted.document)
    if (!document) return refusedAs('malformed')
    const { kind } = document
    const key = keyOf(document, ledger)
    if (key === undefined) return refusedAs('notSigned', { kind })
    const about = { kind, draw: key }
    const answered = (did: string, { signature }: SignedDocument): Answer => {
      ledger.log({ did, ...about, signature })
      return { status: 200, body: { signature } }
    }
    const before = ledger.find(key)
    if (before) untold.delete(key)
    if (before && messageOf(before) === messageOf(document)) return answered('signed again', before)
    if (before) return refusedAs('otherDocument', about)
    const look = lookFor(key, document)
    const judgement = look && (await waitFor(key, look))
    if (!judgement) return looking
    if (judgement.ok) return answered('signed', judgement.signed)
    return refusedAs(judgement.code, { ...about, why: judgement.why })
  }
}

export const openDoor = (door: Door): Server => {
  const sign = signerOf(door)
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    if (request.method === 'GET' && request.url === '/key')
      return { status: 200, body: { publicKey: door.notary.publicKey } }
    if (request.method !== 'POST' || request.url !== '/sign')
      return { status: 404, body: { code: 'notFound' } }
    if (!isCaller(request, door.token)) {
      door.ledger.log({ did: 'refused', code: 'stranger', from: request.socket.remoteAddress })
      return { status: 401, body: { code: 'stranger' } }
    }
    return sign(await bodyOf(request))
  }
  return createServer((request, response) => {
    void answer(request)
      .catch((error: unknown): Answer => {
        door.ledger.log({ did: 'failed', why: error instanceof Error ? error.message : String(error) })
        return { status: 500, body: { code: 'failed' } }
      })
      .then(({ status, body }) => {
        response.writeHead(status, HEADERS)
        response.end(JSON.stringify(body))
        // What was too long to read is not waited for.
        if (!request.complete) request.destroy()
      })
  })
}
