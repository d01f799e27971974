/** The chain of randomness and the notary of this deployment. */
import { createHash } from 'node:crypto'
import type { Services } from '../../core/io/context'
import { notaryOf, type Notary } from '../draw/notary'
import { RELAYS } from '../draw/relays'
import { notaryAt } from '../draw/signer'
import { fromHex } from '../../core/pure/bytes'
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

/** Derived from the deployment's keyring: the same on every instance, and written nowhere. It shows that the deployment signed, no more. */
export const deploymentNotary = ({ vault }: Pick<Needs, 'vault'>): Notary =>
  notaryOf(createHash('sha256').update(vault.pseudonym('lotteryNotary', 'ed25519'), 'utf8').digest())

export type NotaryHolder = 'deployment' | 'given' | 'notary'

/** Where the key is that signs now. */
export const holderOf = ({ settings }: Pick<Needs, 'settings'>): NotaryHolder => {
  switch (settings.lottery.notary?.kind) {
    case 'given':
      return 'given'
    case 'signer':
      return 'notary'
    default:
      return 'deployment'
  }
}

/** Who signs now: the notary's own signer, her key, or the deployment's where she has none. */
export const notaryHere = (services: Needs): Notary => {
  const { notary } = services.settings.lottery
  switch (notary?.kind) {
    case 'given':
      return notaryOf(fromHex(notary.secret))
    case 'signer':
      return notaryAt(notary)
    default:
      return deploymentNotary(services)
  }
}

/** Who signed a freeze signs its result: what was frozen before the notary had a key is drawn by the deployment's still. */
export const notaryNamed = (services: Needs, publicKey: string): Notary => {
  const own = deploymentNotary(services)
  return own.publicKey === publicKey ? own : notaryHere(services)
}
