/**
 * CloudBase on this machine: speaks the wire protocol of @cloudbase/node-sdk, so that the real SDK runs against it by
 * `serviceUrl` alone. What it knows, and what it cannot know, of the real service: docs/cloudbase-emulator.md.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Environment, type EnvironmentOptions } from './environment'
import { refused, ServiceError } from './errors'
import { sdkSignatureProblem, type Signed } from './signature'
import type { DocumentLimits } from './documents'
import type { Parameters } from './actions'

export interface EmulatorOptions extends Partial<Omit<EnvironmentOptions, 'limits'>> {
  readonly limits?: Partial<DocumentLimits>
  readonly secretId?: string
  readonly secretKey?: string
  /** The first environment's id. */
  readonly environment?: string
  /** Default: any that is free, on the loopback. */
  readonly port?: number
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

const LIMITS: DocumentLimits = { transactionMs: 30_000, transactionOperations: 100, lockWaitMs: 5_000, documentBytes: 16 * 1024 * 1024 }

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

export const startEmulator = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const { secretId = 'emulator-id', secretKey = 'emulator-key', environment: first = 'emulator-env', port = 0 } = options
  const environments = new Map<string, Environment>()
  const environment = (id: string): Environment => {
    const found = environments.get(id) ?? new Environment(id, { ...options, limits: { ...LIMITS, ...options.limits } })
    environments.set(id, found)
    return found
  }
  const main = environment(first)

  const admin = async (signed: Signed): Promise<object | 'lost'> => {
    const parameters = parametersOf(signed.body)
    const problem = sdkSignatureProblem(signed, { secretId, secretKey })
    if (problem) throw refused.signature(problem)
    const asked = environments.get(String(parameters.envName))
    if (!asked) throw refused.noSuchEnvironment(String(parameters.envName))
    return asked.answer(parameters)
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const signed: Signed = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: await bodyOf(request) }
    try {
      const answer = await admin(signed)
      if (answer === 'lost') response.destroy()
      else send(response, answer)
    } catch (error) {
      if (error instanceof ServiceError) send(response, { code: error.code, message: error.message })
      else send(response, { code: 'SYS_ERR', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  }

  const server = createServer((request, response) => void handle(request, response).catch(() => response.destroy()))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url, serviceUrl: `${url}/admin`, managementUrl: `${url}/management`, secretId, secretKey, main, environment,
    removeEnvironment: (id) => {
      environments.get(id)?.documents.stop()
      environments.delete(id)
    },
    createCollections: (declarations) => main.createCollections(declarations),
    calls: (match) => main.calls(match),
    unindexed: () => main.unindexed(),
    forget: () => main.forget(),
    stop: () => {
      for (const each of environments.values()) each.documents.stop()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      return closed
    },
  }
}
