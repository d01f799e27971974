/** Who stands for a draw: whose key signed it, which parties committed to secrets for it, and what became of those. Pure. */
import type { Source } from '../../../../functions/lottery/rules/draw/documents'
import type { Notary } from './answers'
import type { ToldDraw } from './told-draw'

/**
 * `now`: by who signs now, in the server's words. `own`: by the deployment's own key, before a notary had one. `other`: by a key that
 * signs no more.
 */
export type Signer = 'now' | 'own' | 'other'

export const signerOf = (
  key: string,
  { publicKey, deploymentKey }: Pick<Notary, 'publicKey' | 'deploymentKey'>,
): Signer => {
  if (key === publicKey) return 'now'
  return key === deploymentKey ? 'own' : 'other'
}

/** `committed`: not drawn yet. `notNeeded`: the named round came. */
export type PartyState = 'committed' | 'notNeeded' | 'revealed' | 'missing' | 'wrong'

export interface ToldParties {
  readonly parties: readonly { readonly party: string; readonly state: PartyState }[]
  /** By what the draw was made; undefined: it is not drawn yet. */
  readonly source: Source | undefined
  /** When secrets count, should the named round not have come by then; null: no parties committed. */
  readonly reveal: { readonly from: number; readonly by: number } | null
}

/** As freeze and result tell it; undefined where nothing is frozen, and where none committed and none was needed. */
export const toldParties = ({ freeze, result }: ToldDraw): ToldParties | undefined => {
  const fallback = freeze?.rules.fallback ?? null
  if (!freeze || (fallback === null && result)) return undefined
  const stateOf = (party: string): PartyState => {
    if (!result) return 'committed'
    if (result.source === 'beacon') return 'notNeeded'
    return result.silent.find((silent) => silent.party === party)?.fault ?? 'revealed'
  }
  return {
    parties: (fallback?.parties ?? []).map(({ party }) => ({ party, state: stateOf(party) })),
    source: result?.source,
    reveal: fallback && { from: fallback.from, by: fallback.revealBy },
  }
}
