/** `PUT /api/files/<id>` with the ticket's token: the bytes go to Files, which checks them. */
import type { IncomingMessage } from 'node:http'
import type { Reply } from '../../functions/core/io/entry/envelope'
import { isPlain } from '../../functions/core/io/entry/http'
import { JSON_HEADERS } from '../../functions/core/io/entry/refusal'
import type { Files } from '../../functions/core/io/files/contract'
import { MAX_FILE } from '../../functions/core/io/files/files'
import { AppError } from '../../functions/core/pure/errors'
import { declaredLength, readBody } from './request-body'

const PATH = /^\/api\/files\/([A-Za-z0-9_-]{1,120})$/

const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer +([\w.-]{1,2000})$/i.exec(header ?? '')?.[1]

/**
 * The token comes as `Authorization: Bearer`, like any other.
 * @throws AppError METHOD, NOT_FOUND, SIGN_IN, UNSUPPORTED, FILE_REFUSED, FILE_CORRUPT
 */
export const acceptUpload = async (files: Files, path: string, request: IncomingMessage): Promise<Reply> => {
  if (request.method !== 'PUT') throw new AppError('METHOD')
  const fileId = PATH.exec(path)?.[1]
  if (fileId === undefined) throw new AppError('NOT_FOUND')
  const token = bearerOf(request.headers.authorization)
  if (token === undefined) throw new AppError('SIGN_IN')
  if (!isPlain(request.headers['content-encoding'])) throw new AppError('UNSUPPORTED')
  if ((declaredLength(request) ?? 0) > MAX_FILE) throw new AppError('FILE_REFUSED')
  const bytes = await readBody(request, MAX_FILE).catch((cause: unknown): never => {
    throw new AppError(
      cause instanceof AppError && cause.code === 'TOO_LARGE' ? 'FILE_REFUSED' : 'FILE_CORRUPT',
      undefined,
      { cause },
    )
  })
  const facts = await files.accept({ fileId, token, bytes })
  return { status: 200, headers: JSON_HEADERS, body: facts }
}
