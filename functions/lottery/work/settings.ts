/** The chain of randomness and the notary's key of this deployment. */
import { createHash } from 'node:crypto'
import type { Services } from '../../core/io/context'
import { notaryOf, type Notary } from '../draw/notary'
import { RELAYS } from '../draw/relays'
import { isChain, QUICKNET, type Chain } from '../rules/draw/chain'

type Needs = Pick<Services, 'settings' | 'vault'>

/** @throws RangeError for a configured chain that is none: a mistake of the operator's */
export const chainOf = ({ settings }: Pick<Needs, 'settings'>): Chain => {
  const { chain } = settings.lottery
  if (chain === null) return QUICKNET
  if (!isChain(chain)) throw new RangeError('the configured chain is none under its own hash')
  return chain
}

export const relaysOf = ({ settings }: Pick<Needs, 'settings'>): readonly string[] =>
  settings.lottery.relays.length > 0 ? settings.lottery.relays : RELAYS

/** Derived from the deployment's keyring: the same on every instance, and written nowhere. */
export const notaryHere = ({ vault }: Pick<Needs, 'vault'>): Notary =>
  notaryOf(createHash('sha256').update(vault.pseudonym('lotteryNotary', 'ed25519'), 'utf8').digest())
