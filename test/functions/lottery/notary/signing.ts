/** A deployment behind its real gateway, and a notary's signer behind its real door: each on a port of its own, one clock for both. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Services } from '../../../../functions/core/io/context'
import { createBoards } from '../../../../platform/server/board'
import { createGateway, type Gateway } from '../../../../platform/server/gateway'
import { makeKeys, type NotaryKeys } from '../../../../scripts/notary/keys'
import { openLedger, type Ledger } from '../../../../scripts/notary/ledger'
import { openDoor, type Door } from '../../../../scripts/notary/service'
import { openWorld, type World } from '../world'

export interface Answered {
  readonly status: number
  readonly body: { readonly signature?: string; readonly code?: string; readonly publicKey?: string }
}

export interface LogLine {
  readonly did: string
  readonly kind?: string
  readonly code?: string
  readonly why?: readonly string[]
}

export interface SignerHere {
  readonly folder: string
  readonly keys: NotaryKeys
  readonly url: string
  /** What was signed and refused, from its file. */
  logged(): readonly LogLine[]
  stop(): Promise<void>
  /** From what is on its disk, on the same port. */
  start(change?: Partial<Door>): Promise<void>
  ask(document: unknown, token?: string): Promise<Answered>
  close(): Promise<void>
}

const listen = async (server: Server, port = 0): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** @param door where the deployment is, whose clock it goes by */
export const openSigner = async (door: Pick<Door, 'deployment' | 'clock'>): Promise<SignerHere> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'notary-keys-'))
  const keys = makeKeys(folder)
  const ledger = (): Ledger => openLedger(folder, door.clock, () => undefined)
  const open = (change: Partial<Door> = {}): Server =>
    openDoor({ ...keys, ...door, ledger: ledger(), allowTestChain: true, relays: [], ...change })
  let server = open()
  const port = await listen(server)
  const url = `http://127.0.0.1:${port}`
  return {
    folder,
    keys,
    url,
    logged: () =>
      readFileSync(path.join(folder, 'signatures.log'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as LogLine),
    stop: () => closed(server),
    start: async (change) => {
      await closed(server)
      server = open(change)
      await listen(server, port)
    },
    ask: async (document, token = keys.token) => {
      const response = await fetch(`${url}/sign`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ document }),
      })
      return { status: response.status, body: (await response.json()) as Answered['body'] }
    },
    close: async () => {
      await closed(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface Signed {
  readonly world: World
  readonly signer: SignerHere
  close(): Promise<void>
}

const gatewayOf = ({ entry, services }: World): Gateway =>
  createGateway({
    entry,
    boards: createBoards(entry),
    services,
    page: (_, response) => void response.end(),
    openapi: () => Promise.resolve({}),
    readiness: { reason: () => Promise.resolve(undefined), stop: () => undefined },
    origins: [],
    trustProxy: false,
  })

/** A world whose draws are signed by the signer. */
export const openSigned = async (): Promise<Signed> => {
  const late: { world?: World; gateway?: Gateway } = {}
  const deployment = createServer((request, response) => late.gateway?.(request, response))
  const port = await listen(deployment)
  const signer = await openSigner({
    deployment: { baseUrl: `http://127.0.0.1:${port}/api`, sleep: () => Promise.resolve() },
    clock: () => late.world?.services.time.now ?? 0,
  })
  const { notary, token } = signer.keys
  const world = await openWorld({
    notary: { kind: 'signer', baseUrl: signer.url, token, publicKey: notary.publicKey },
  })
  Object.assign(late, { world, gateway: gatewayOf(world) })
  return {
    world,
    signer,
    close: async () => {
      await signer.close()
      await closed(deployment)
      await world.close()
    },
  }
}

/** As the deployment was before a notary had a key: it signs by its own. */
export const withoutNotary = (services: Services): Services => ({
  ...services,
  settings: { ...services.settings, lottery: { ...services.settings.lottery, notary: { kind: 'derived' } } },
})
