/**
 * CloudBase on this machine: speaks the wire protocol of @cloudbase/node-sdk, so that the real SDK runs against it by
 * `serviceUrl` alone. What it knows, and what it cannot know, of the real service: docs/cloudbase-emulator.md.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Environment, type EnvironmentOptions } from './environment'
import { refused, ServiceError } from './errors'
import { openJournal, type Change } from './kept'
import { managementAnswer } from './management'
import { sdkSignatureProblem, type Signed } from './signature'
import type { StorageAnswer } from './storage'
import type { DocumentLimits } from './documents'
import type { Parameters } from './actions'

export interface EmulatorOptions extends Partial<
  Pick<EnvironmentOptions, 'quota' | 'latency' | 'functions'>
> {
  readonly limits?: Partial<DocumentLimits>
  readonly secretId?: string
  readonly secretKey?: string
  /** The first environment's id. */
  readonly environment?: string
  /** Default: any that is free, on the loopback. */
  readonly port?: number
  /** A file to keep everything in; without it, nothing outlives the emulator. */
  readonly keptIn?: string
}

export interface Emulator {
  readonly url: string
  /** For `init({ serviceUrl })`. */
  readonly serviceUrl: string
  /** Tencent Cloud API 3.0. */
  readonly managementUrl: string
  readonly secretId: string
  readonly secretKey: string
  /** The first environment. */
  readonly main: Environment
  /** An environment by its id; made when there is none. */
  environment(id: string): Environment
  /** Takes an environment and all it holds away. */
  removeEnvironment(id: string): void
  /** Of the first environment. */
  readonly createCollections: Environment['createCollections']
  readonly calls: Environment['calls']
  readonly unindexed: Environment['unindexed']
  readonly forget: Environment['forget']
  stop(): Promise<void>
}

const LIMITS: DocumentLimits = {
  transactionMs: 30_000,
  transactionOperations: 100,
  lockWaitMs: 5_000,
  documentBytes: 16 * 1024 * 1024,
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const send = (response: ServerResponse, body: object): void => {
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(JSON.stringify({ requestId: randomUUID(), ...body }))
}

const parametersOf = (body: Buffer): Parameters => {
  try {
    return JSON.parse(body.toString()) as Parameters
  } catch {
    throw refused.invalidParameter('the body is no JSON')
  }
}

/** Browsers put and fetch files too. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, HEAD, PUT, OPTIONS',
}

const sendObject = (
  response: ServerResponse,
  { status, headers, body }: StorageAnswer,
  withBody: boolean,
): void => {
  response.writeHead(status, { ...CORS, ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(withBody ? body : undefined)
}

const faultAnswer = (error: unknown): object =>
  error instanceof ServiceError
    ? { code: error.code, message: error.message }
    : { code: 'SYS_ERR', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }

export const startEmulator = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const {
    secretId = 'emulator-id',
    secretKey = 'emulator-key',
    environment: first = 'emulator-env',
    port = 0,
    keptIn,
  } = options
  const credentials = { secretId, secretKey }
  const environments = new Map<string, Environment>()
  let url = ''
  let keep: (environment: string, change: Change) => void = () => undefined
  const environment = (id: string): Environment => {
    const found =
      environments.get(id) ??
      new Environment(
        id,
        { ...options, credentials, origin: () => url, limits: { ...LIMITS, ...options.limits } },
        (change) => keep(id, change),
      )
    environments.set(id, found)
    return found
  }
  const main = environment(first)
  const current = function* () {
    for (const [id, each] of environments) for (const change of each.changes()) yield [id, change] as const
  }
  const journal =
    keptIn === undefined
      ? undefined
      : openJournal(keptIn, (id, change) => environment(id).restore(change), current)
  if (journal) keep = journal.keep

  const admin = async (signed: Signed): Promise<object | 'lost'> => {
    const parameters = parametersOf(signed.body)
    const problem = sdkSignatureProblem(signed, credentials)
    if (problem) throw refused.signature(problem)
    const asked = environments.get(String(parameters.envName))
    if (!asked) throw refused.noSuchEnvironment(String(parameters.envName))
    return asked.answer(parameters)
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const signed: Signed = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: await bodyOf(request),
    }
    const [path = '', id = ''] = /^\/([a-z]+)(?:\/([^/?]+))?/.exec(signed.url)?.slice(1) ?? []
    const holder = path === 'files' ? environments.get(id) : undefined
    if (signed.method === 'OPTIONS') sendObject(response, { status: 204, headers: {}, body: '' }, false)
    else if (holder) sendObject(response, holder.storage.object(signed), signed.method !== 'HEAD')
    else if (path === 'management') send(response, managementAnswer(environments, credentials, signed))
    else {
      const answer = await admin(signed).catch(faultAnswer)
      if (answer === 'lost') response.destroy()
      else send(response, answer)
    }
  }

  const server = createServer(
    (request, response) => void handle(request, response).catch(() => response.destroy()),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    serviceUrl: `${url}/admin`,
    managementUrl: `${url}/management`,
    secretId,
    secretKey,
    main,
    environment,
    removeEnvironment: (id) => {
      environments.get(id)?.documents.stop()
      environments.delete(id)
    },
    createCollections: (declarations) => main.createCollections(declarations),
    calls: (match) => main.calls(match),
    unindexed: () => main.unindexed(),
    forget: () => main.forget(),
    stop: async () => {
      for (const each of environments.values()) each.documents.stop()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      keep = () => undefined
      journal?.close()
    },
  }
}
