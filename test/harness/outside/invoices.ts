/**
 * Tencent Cloud's invoice verification as a real HTTP server: it checks what the real one says that it checks (signature, clock, host,
 * content type, action, version, region, fields), answers as it does, errors with status 200, and does mischief that the test names.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TencentVerifierConfiguration } from '../../../functions/core/io/invoice-verifier'
import { openBureau, type IssuedInvoice, type Told } from './invoices-bureau'
import { signatureProblem, type Credentials } from './invoices-tc3'

export type { IssuedInvoice } from './invoices-bureau'

export type InvoiceMischief =
  | 'none'
  /** The request never arrives. */
  | 'lostRequest'
  /** It arrives, and nothing ever comes back. */
  | 'silent'
  /** Told with half a reply. */
  | 'cut'
  | 'fails'
  /** A page of whatever stands before it. */
  | 'page'
  | 'redirect'
  | 'tooLong'
  | 'notJson'
  | 'otherShape'
  | 'noInvoice'
  /** Says so itself: the codes and messages repeat everything that it was sent. */
  | 'repeats'
  /** An error of this code. */
  | { readonly code: string }
  /** Answers with other fields. */
  | { readonly answer: Readonly<Record<string, unknown>> }

/** The real service's own name, by which its own client asks. */
export const OCR_HOST = 'ocr.tencentcloudapi.com'
const REGIONS = ['ap-beijing', 'ap-guangzhou', 'ap-hongkong', 'ap-shanghai']

export const CREDENTIALS: Credentials = {
  secretId: 'AKID8hushIdOfTheTest4567890abcdefghi',
  secretKey: 'hushKeyOfTheTest0123456789abcdef',
}

export interface InvoicesStandIn {
  readonly configuration: TencentVerifierConfiguration
  readonly port: number
  readonly issue: (invoice: IssuedInvoice) => void
  /** Questions that were signed and of the right address, as they arrived. */
  readonly asked: readonly Readonly<Record<string, unknown>>[]
  /** Codes of refusals, in their order. */
  readonly refused: readonly string[]
  mischief: InvoiceMischief
  /** Resolves when the next request has arrived. */
  arrival(): Promise<void>
  close(): Promise<void>
}

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const objectIn = (bytes: Buffer): Readonly<Record<string, unknown>> | undefined => {
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? (body as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

export const startInvoices = async (clock: () => number): Promise<InvoicesStandIn> => {
  const bureau = openBureau(clock)
  const asked: Readonly<Record<string, unknown>>[] = []
  const refused: string[] = []
  let arrived: (() => void) | undefined

  const addressProblem = (request: IncomingMessage): string | undefined => {
    const { headers } = request
    if (request.method !== 'POST' || request.url !== '/') return 'UnsupportedProtocol'
    if (headers.host !== `127.0.0.1:${standIn.port}` && headers.host !== OCR_HOST) return 'NoSuchProduct'
    if (!/^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? ''))
      return 'InvalidRequest'
    if (headers['x-tc-action'] !== 'VatInvoiceVerifyNew') return 'InvalidAction'
    if (headers['x-tc-version'] !== '2018-11-19') return 'NoSuchVersion'
    return REGIONS.includes(String(headers['x-tc-region'])) ? undefined : 'UnsupportedRegion'
  }
  const judged = (request: IncomingMessage, bytes: Buffer): Told => {
    const problem =
      addressProblem(request) ?? signatureProblem(request, bytes, CREDENTIALS, Math.floor(clock() / 1000))
    if (problem !== undefined) return { code: problem }
    const body = objectIn(bytes)
    if (!body) return { code: 'InvalidParameter' }
    asked.push(body)
    return bureau.answer(body)
  }
  const send = (response: ServerResponse, told: Told, message = '说明'): void => {
    const RequestId = randomUUID()
    if ('code' in told) refused.push(told.code)
    const body =
      'code' in told
        ? { Response: { Error: { Code: told.code, Message: message }, RequestId } }
        : { Response: { ...told.answer, RequestId } }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  const misbehave = (
    how: Exclude<InvoiceMischief, 'none' | object>,
    request: IncomingMessage,
    response: ServerResponse,
    bytes: Buffer,
  ): void => {
    const json = (text: string, status = 200): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(text)
    const everything = `${JSON.stringify(request.headers)} ${bytes.toString('utf8')} ${CREDENTIALS.secretKey}`
    switch (how) {
      case 'lostRequest':
        return void request.socket.destroy()
      case 'silent':
        return
      case 'cut':
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' })
        response.write('{"Response":{"Invoice":{"Number":"26')
        return void setImmediate(() => request.socket.destroy())
      case 'fails':
        return json('{"Response":{"Error":{"Code":"ResourceNotFound.NoInvoice","Message":""}}}', 500)
      case 'page':
        return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>')
      case 'redirect':
        return void response.writeHead(307, { location: '/elsewhere' }).end()
      case 'tooLong':
        return json(JSON.stringify({ Response: { Padding: 'x'.repeat(2 * 1024 * 1024) } }))
      case 'notJson':
        return json('{"Response":')
      case 'otherShape':
        return json('{"Response":{"Invoice":{"Number":26,"IsAbandoned":false}}}')
      case 'noInvoice':
        return json('{"Response":{"RequestId":"f3cd280c-6d3a-41c5-8493-4ed98f8b2755"}}')
      case 'repeats':
        return send(response, { code: `AuthFailure.${everything}` }, everything)
    }
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const bytes = await bytesOf(request)
    arrived?.()
    const { mischief } = standIn
    if (typeof mischief === 'object') return send(response, mischief)
    if (mischief !== 'none') return misbehave(mischief, request, response, bytes)
    return send(response, judged(request, bytes))
  }

  const http = createServer((request, response) => {
    response.on('error', () => undefined)
    handle(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const standIn: InvoicesStandIn = {
    configuration: {
      name: 'tencent',
      baseUrl: `http://127.0.0.1:${port}`,
      ...CREDENTIALS,
      region: 'ap-guangzhou',
    },
    port,
    issue: bureau.issue,
    asked,
    refused,
    mischief: 'none',
    arrival: () =>
      new Promise((resolve) => {
        arrived = resolve
      }),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
  return standIn
}
