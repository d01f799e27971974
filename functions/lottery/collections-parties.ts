/** Documents of a draw's randomness: who committed to secrets before its freeze, and what it was drawn with once that was settled. */
import { defineCollection } from '../core/io/store/collection'
import type { Instant } from '../core/pure/time'
import type { Capacity } from './data/parties'
import type { Beacon } from './rules/draw/beacon'
import type { Reveal } from './rules/draw/reveals'

export type CommittedParty = {
  readonly capacity: Capacity
  /** As the public knows it; part of what the commitment is made of. */
  readonly party: string
  /** Pseudonym of the account that acts for it, in this draw alone. */
  readonly actor: string
  /** Hex. */
  readonly commitment: string
  readonly committedAt: Instant
  /** Sealed under the deployment's own key until the draw is settled; null: not revealed. */
  readonly secret: string | null
}

/** As a document holds it: an interface would not do. */
type Plain<T> = { readonly [K in keyof T]: T[K] }

/** What the draw is made with. Written once, before anything of it is published: whatever is cut off goes on to the same result. */
export type SettledRandomness = {
  /** Stands in the result as the instant of the draw. */
  readonly at: Instant
  readonly beacon: Plain<Beacon> | null
  readonly reveals: readonly Plain<Reveal>[] | null
}

/** Id: the draw's. */
export type DrawRandomnessDoc = {
  readonly v: 1
  /** In the order of capacities: the order in which their secrets are hashed. */
  readonly parties: readonly CommittedParty[]
  readonly settled: SettledRandomness | null
}

export const drawRandomness = defineCollection<DrawRandomnessDoc>({
  name: 'drawRandomness',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'what was drawn can be verified for ever' },
  personal: {
    none: 'offices by their public names; who acted for them stands as a pseudonym, and by name in the audit',
  },
})

/** A secret serves one draw: its commitment stands here under the draw that it was handed in for. Id: the commitment, hex. */
export type UsedCommitmentDoc = { readonly v: 1; readonly drawId: string }

export const usedCommitments = defineCollection<UsedCommitmentDoc>({
  name: 'usedCommitments',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'a secret that was revealed once may never be used again' },
  personal: { none: 'hashes of random numbers' },
})

export const partyCollections = [drawRandomness, usedCommitments] as const
