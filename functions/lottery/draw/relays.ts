/** Fetches a round of a chain from its relays, the first that answers with the right one. What they say is checked, so any may be asked. */
import { checkBeacon, type Beacon } from '../rules/draw/beacon'
import type { Chain } from '../rules/draw/chain'

/** Run by different operators. A deployment that reaches none gets its beacon by hand: 96 hex digits, checked just the same. */
export const RELAYS: readonly string[] = [
  'https://api.drand.sh',
  'https://api2.drand.sh',
  'https://api3.drand.sh',
  'https://drand.cloudflare.com',
]

export interface Asked {
  readonly chain: Chain
  readonly round: number
  readonly relays?: readonly string[]
  /** Milliseconds that one relay has. */
  readonly patience?: number
}

export type Fetched =
  | { readonly ok: true; readonly beacon: Beacon }
  /** Why each relay's answer did not do: a status, a fault of the beacon, or the error. */
  | { readonly ok: false; readonly tried: readonly { readonly relay: string; readonly why: string }[] }

/** Of what a relay answers, what a beacon has; checked afterwards. */
const beaconIn = (answer: unknown, chain: Chain): unknown => {
  if (typeof answer !== 'object' || answer === null) return undefined
  const { round, signature, randomness } = answer as Record<string, unknown>
  return { chain: chain.hash, round, signature, randomness }
}

const askOne = async (relay: string, { chain, round, patience = 5000 }: Asked): Promise<unknown> => {
  const response = await fetch(`${relay}/${chain.hash}/public/${round}`, {
    signal: AbortSignal.timeout(patience),
  })
  if (!response.ok) throw new Error(`status ${response.status}`)
  return beaconIn(await response.json(), chain)
}

/** Never throws: a round that cannot be had is an answer, and is asked for again later. */
export const fetchBeacon = async (asked: Asked): Promise<Fetched> => {
  const { verifyBls } = await import('../rules/draw/curves')
  const tried: { relay: string; why: string }[] = []
  for (const relay of asked.relays ?? RELAYS) {
    try {
      const beacon = await askOne(relay, asked)
      const verdict = checkBeacon(beacon, asked, verifyBls)
      if (verdict.ok) return { ok: true, beacon: beacon as Beacon }
      tried.push({ relay, why: verdict.fault })
    } catch (error) {
      tried.push({ relay, why: error instanceof Error ? error.message : String(error) })
    }
  }
  return { ok: false, tried }
}
