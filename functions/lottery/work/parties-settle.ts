/**
 * What a frozen draw is made with: the named round as soon as it can be had; once it counts as not coming, the secrets of all
 * parties; past the time to reveal, the secrets that there are and the later round. Settled by one commit, so that nothing that comes
 * afterwards, a round or a secret, makes another result of it.
 */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { drawRandomness, type DrawRandomnessDoc, type SettledRandomness } from '../collections-parties'
import { DrawRefused } from '../draw/refused'
import { fetchBeacon } from '../draw/relays'
import { checkBeacon, type Beacon } from '../rules/draw/beacon'
import { instantOfRound } from '../rules/draw/chain'
import type { Freeze } from '../rules/draw/documents'
import type { Reveal } from '../rules/draw/reveals'
import { NONE, secretAt } from './parties'
import { relaysOf } from './settings'

export interface ToSettle {
  readonly id: string
  readonly freeze: Freeze
  /** A signature that somebody brought, of the named round or of the later one; checked like any other. */
  readonly given?: Beacon | undefined
}

/** Rounds that can be had: at most one of them is used. */
interface Rounds {
  readonly named?: Beacon
  readonly later?: Beacon
}

/** @throws DrawRefused `randomness` for what is neither of the two rounds */
const broughtIn = async ({ rules }: Freeze, given: Beacon): Promise<Rounds> => {
  const { verifyBls } = await import('../rules/draw/curves')
  const { chain, round, fallback } = rules
  const named = checkBeacon(given, { chain, round }, verifyBls)
  if (named.ok) return { named: given }
  if (fallback === null) throw new DrawRefused('randomness', named.fault)
  const later = { ...given, round: fallback.round }
  const verdict = checkBeacon(later, { chain, round: fallback.round }, verifyBls)
  if (!verdict.ok) throw new DrawRefused('randomness', named.fault)
  return { later }
}

const fetched = async (services: Services, { rules }: Freeze, round: number): Promise<Beacon | undefined> => {
  if (services.clock() < instantOfRound(rules.chain, round)) return undefined
  const answer = await fetchBeacon({ chain: rules.chain, round, relays: relaysOf(services) })
  if (answer.ok) return answer.beacon
  services.log.warn({ round, tried: answer.tried }, 'a round of the beacon cannot be had yet')
  return undefined
}

/** The named round is asked for to the last: it comes before everything else. */
const roundsNow = async (services: Services, freeze: Freeze): Promise<Rounds> => {
  const { round, fallback } = freeze.rules
  const named = await fetched(services, freeze, round)
  if (named) return { named }
  const later = fallback && (await fetched(services, freeze, fallback.round))
  return later ? { later } : {}
}

const revealsIn = (
  { vault }: Pick<Services, 'vault'>,
  id: string,
  { parties }: DrawRandomnessDoc,
): readonly Reveal[] =>
  parties.flatMap(({ party, capacity, secret }) =>
    secret === null ? [] : [{ party, secret: vault.own.open(secretAt(id, capacity), secret) }],
  )

const chosenOf = (
  services: Services,
  { id, freeze }: ToSettle,
  { doc, rounds }: { readonly doc: DrawRandomnessDoc; readonly rounds: Rounds },
): Omit<SettledRandomness, 'at'> | undefined => {
  const { fallback } = freeze.rules
  if (rounds.named) return { beacon: rounds.named, reveals: null }
  if (fallback === null || services.clock() < fallback.from) return undefined
  const reveals = revealsIn(services, id, doc)
  if (reveals.length === fallback.parties.length) return { beacon: null, reveals }
  return rounds.later ? { beacon: rounds.later, reveals } : undefined
}

/**
 * @returns what the draw is made with, once and for all; undefined while there is nothing yet
 * @throws DrawRefused `randomness` for a signature brought that is of neither round
 */
export const settleRandomness = async (
  services: Services,
  wanted: ToSettle,
): Promise<SettledRandomness | undefined> => {
  const { id, freeze, given } = wanted
  const standing = await reader(services.store).get(drawRandomness, id)
  if (standing?.settled) return standing.settled
  const rounds = given ? await broughtIn(freeze, given) : await roundsNow(services, freeze)
  return transact(services, async (tx) => {
    const doc = (await tx.get(drawRandomness, id)) ?? NONE
    if (doc.settled) return doc.settled
    const chosen = chosenOf(services, wanted, { doc, rounds })
    if (!chosen) return undefined
    const settled = { at: tx.now, ...chosen }
    tx.put(drawRandomness, id, { ...doc, settled })
    return settled
  })
}
