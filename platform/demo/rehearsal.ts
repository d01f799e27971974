/** Randomness for the demonstration's draws: a chain of its own, and a relay that gives out each round when its time has come. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Instant } from '../../functions/core/pure/time'
import { roundAt } from '../../functions/lottery/rules/draw/chain'
import { ownChain } from './chain'

export interface Rehearsal {
  /** What the server is told of it. */
  readonly environment: Readonly<Record<string, string>>
  close(): Promise<void>
}

const ROUND = /^\/([0-9a-f]{64})\/public\/(\d{1,12})$/

export const startRehearsal = async (clock: () => Instant = Date.now): Promise<Rehearsal> => {
  const own = ownChain('shuibang-demonstration')
  const { chain } = own
  const relay = createServer((request, response) => {
    const [, hash, round = ''] = ROUND.exec(request.url ?? '') ?? []
    const known = hash === chain.hash && Number(round) >= 1 && Number(round) <= roundAt(chain, clock())
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(known ? own.sign(Number(round)) : { message: 'no such round' }))
  })
  await new Promise<void>((resolve, reject) => {
    relay.once('error', reject)
    relay.listen(0, '127.0.0.1', resolve)
  })
  // The server that it serves keeps the process alive.
  relay.unref()
  const { port } = relay.address() as AddressInfo
  return {
    environment: { LOTTERY_CHAIN: JSON.stringify(chain), LOTTERY_RELAYS: `http://127.0.0.1:${port}` },
    close: () =>
      new Promise((resolve) => {
        relay.close(() => resolve())
        relay.closeAllConnections()
      }),
  }
}
