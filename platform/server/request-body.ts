/** A request's body, up to a limit; past it the rest is neither kept nor waited for. */
import type { IncomingMessage } from 'node:http'
import { AppError } from '../../functions/core/pure/errors'

/** How long a client that was refused may go on sending before it is cut off: it needs the time to read why. */
const LINGER_MS = 1_000

/** Lets a refused client finish or be cut off; what it still sends is thrown away. */
export const discard = (request: IncomingMessage): void => {
  if (request.complete) return
  request.resume()
  const timer = setTimeout(() => request.destroy(), LINGER_MS)
  timer.unref()
  request.once('close', () => clearTimeout(timer))
}

/** As `content-length` states it. */
export const declaredLength = (request: IncomingMessage): number | undefined => {
  const text = request.headers['content-length']
  if (text === undefined) return request.headers['transfer-encoding'] === undefined ? 0 : undefined
  return Number(text)
}

/** @throws AppError TOO_LARGE as soon as the limit is passed, MALFORMED when the client breaks off */
export const readBody = (request: IncomingMessage, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else reject(new AppError('TOO_LARGE'))
    })
    request.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    request.once('error', (cause) => reject(new AppError('MALFORMED', undefined, { cause })))
    request.once('aborted', () => reject(new AppError('MALFORMED')))
  })
