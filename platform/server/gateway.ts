/** One HTTP request: to a procedure, a document, an upload, health and readiness, or the web page. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Entry } from '../../functions/core/io/entry/entry'
import type { Envelope, Reply } from '../../functions/core/io/entry/envelope'
import { BODY_LIMIT, checkRequest, parseBody, procedureOf } from '../../functions/core/io/entry/http'
import { JSON_HEADERS } from '../../functions/core/io/entry/refusal'
import type { Services } from '../../functions/core/io/context'
import { AppError } from '../../functions/core/pure/errors'
import { isOfBoard, type Boards } from './board'
import { isOfCalendar, sendCalendar, withoutSecret, type CalendarCall } from './calendar'
import { corsHeaders } from './cors'
import { sendDocs } from './docs-page'
import type { PageHandler } from './page'
import { acceptPayNotice, isPayNotice } from './pay-notices'
import { sendPublicFile } from './public-file'
import type { Readiness } from './readiness'
import { declaredLength, discard, readBody } from './request-body'
import { sendReply } from './respond'
import { acceptUpload } from './upload'

export interface GatewayOptions {
  readonly entry: Entry
  readonly boards: Boards
  readonly services: Services
  readonly page: PageHandler
  /** Made when first asked for. */
  readonly openapi: () => Promise<unknown>
  readonly readiness: Readiness
  readonly origins: readonly string[]
  /** The last `X-Forwarded-For` is the caller's address: only behind a proxy of one's own. */
  readonly trustProxy: boolean
}

export type Gateway = (request: IncomingMessage, response: ServerResponse) => void

const isOfApi = (path: string): boolean => path === '/api' || path.startsWith('/api/')

/** A file's own address; `/api/files/start` and its like are procedures. */
const isOfFile = (path: string): boolean => path.startsWith('/api/files/fl_')

const allowedMethods = (path: string): string => {
  if (isOfFile(path)) return 'GET, HEAD, PUT'
  if (isOfCalendar(path)) return 'GET, HEAD'
  if (isOfBoard(path)) return 'GET'
  const isDocument = path === '/api/openapi.json' || path === '/api/docs' || path.startsWith('/api/docs/')
  return isOfApi(path) && !isDocument ? 'POST' : 'GET, HEAD'
}

const isFileRead = (path: string, { method }: IncomingMessage): boolean =>
  isOfFile(path) && (method === 'GET' || method === 'HEAD')

const pathOf = (url: string): string => {
  const end = url.search(/[?#]/)
  return end < 0 ? url : url.slice(0, end)
}

/** node:http joins repeated headers with a comma and gives lists for few; those are of no use here. */
const headersOf = (request: IncomingMessage): Envelope['headers'] => request.headers as Envelope['headers']

const addressOf = (request: IncomingMessage, trustProxy: boolean): string | undefined => {
  const forwarded = trustProxy ? request.headers['x-forwarded-for'] : undefined
  return typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : request.socket.remoteAddress
}

export const createGateway = (options: GatewayOptions): Gateway => {
  const { entry, boards, services, page, openapi, readiness, origins, trustProxy } = options

  const callProcedure = async (path: string, request: IncomingMessage): Promise<Reply> => {
    const procedure = procedureOf(path)
    if (procedure === undefined) throw new AppError('NO_PROCEDURE')
    checkRequest({
      method: request.method ?? '',
      contentType: request.headers['content-type'],
      contentEncoding: request.headers['content-encoding'],
      length: declaredLength(request),
    })
    const input = parseBody(await readBody(request, BODY_LIMIT))
    return entry.handle({
      procedure,
      input,
      headers: headersOf(request),
      address: addressOf(request, trustProxy),
    })
  }

  /** What a stream or a file is asked by: no body. */
  const plainCall = (path: string, request: IncomingMessage): CalendarCall => ({
    path,
    method: request.method,
    headers: headersOf(request),
    address: addressOf(request, trustProxy),
  })

  const health = async (): Promise<Reply> => {
    const store = await services.store.health()
    const body = {
      status: store.durable ? 'ok' : 'notDurable',
      demonstration: services.settings.demonstration,
      store,
    }
    return { status: store.durable ? 200 : 503, headers: JSON_HEADERS, body }
  }

  const ready = async (): Promise<Reply> => {
    const reason = await readiness.reason()
    return {
      status: reason ? 503 : 200,
      headers: JSON_HEADERS,
      body: reason ? { status: 'notReady', reason } : { status: 'ready' },
    }
  }

  const documents: Readonly<Record<string, () => Promise<Reply>>> = {
    '/health': health,
    '/ready': ready,
    '/api/openapi.json': async () => ({ status: 200, headers: JSON_HEADERS, body: await openapi() }),
  }

  const reply = async (path: string, request: IncomingMessage): Promise<Reply> => {
    const document = Object.hasOwn(documents, path) ? documents[path] : undefined
    if (document) {
      if (request.method !== 'GET' && request.method !== 'HEAD') throw new AppError('METHOD')
      return document()
    }
    if (isPayNotice(path)) return acceptPayNotice(services, request)
    return isOfFile(path) ? acceptUpload(services.files, path, request) : callProcedure(path, request)
  }

  const refuse = async (
    thrown: unknown,
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const refusal = await entry.refuse(thrown, {
      what: withoutSecret(path),
      language: request.headers['accept-language'],
    })
    const cut: Record<string, string> = request.complete ? {} : { connection: 'close' }
    const allow: Record<string, string> = refusal.status === 405 ? { allow: allowedMethods(path) } : {}
    if (!response.headersSent)
      sendReply(response, refusal, { ...corsHeaders(request, origins), ...cut, ...allow })
    discard(request)
  }

  const answerApi = async (
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    try {
      const cors = origins.length > 0 ? corsHeaders(request, origins) : undefined
      if (request.method === 'OPTIONS' && cors) {
        response.writeHead(204, cors).end()
        return
      }
      if (isFileRead(path, request)) await sendPublicFile(services.files, path, request, response)
      else if (isOfCalendar(path)) await sendCalendar(entry, plainCall(path, request), response)
      else if (isOfBoard(path)) await boards.send(plainCall(path, request), response)
      else sendReply(response, await reply(path, request), cors)
    } catch (thrown) {
      await refuse(thrown, path, request, response)
    }
  }

  const answerPage = async (
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') throw new AppError('METHOD')
      if (path !== '/api/docs' && !path.startsWith('/api/docs/')) page(request, response)
      else if (!sendDocs(path, response)) throw new AppError('NOT_FOUND')
    } catch (thrown) {
      await refuse(thrown, path, request, response)
    }
  }

  return (request, response) => {
    const path = pathOf(request.url ?? '/')
    const isPage =
      path !== '/health' &&
      path !== '/ready' &&
      (!isOfApi(path) || path === '/api/docs' || path.startsWith('/api/docs/'))
    void (isPage ? answerPage : answerApi)(path, request, response)
  }
}
