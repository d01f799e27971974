/** What a piece of work opens, and how its function calls its states and kinds. Work of a later version opens nothing here. */
import type { Text } from '../../../../functions/core/pure/text'
import { STATE_WORDS } from '../../../../functions/refunds/data/words'
import { CLAIM_KINDS } from '../../../../functions/refunds/rules/kind'
import type { RefundState } from '../../../../functions/refunds/rules/states'
import { routes } from '../../../client/routes'
import { kindName } from './kinds'

interface Feature {
  readonly address: (id: string) => string
  readonly state: (code: string) => Text | undefined
  readonly kind: (code: string) => Text | undefined
  /** What one can choose by. */
  readonly kinds: readonly string[]
}

const isState = (code: string): code is RefundState => Object.keys(STATE_WORDS).includes(code)

const FEATURES: Readonly<Record<string, Feature>> = {
  refunds: {
    address: routes.officeRefund,
    state: (code) => (isState(code) ? STATE_WORDS[code] : undefined),
    kind: kindName,
    kinds: CLAIM_KINDS,
  },
}

interface Named {
  readonly feature: string
  readonly id: string
}

export const addressOf = ({ feature, id }: Named): string | undefined => FEATURES[feature]?.address(id)

export const stateWords = ({
  feature,
  state,
}: {
  readonly feature: string
  readonly state: string
}): Text | undefined => FEATURES[feature]?.state(state)

export const kindWords = ({
  feature,
  kind,
}: {
  readonly feature: string
  readonly kind: string
}): Text | undefined => FEATURES[feature]?.kind(kind)

/** Every sort of case that one can choose by, over all functions. */
export const kindChoices = (): readonly { readonly feature: string; readonly kind: string }[] =>
  Object.entries(FEATURES).flatMap(([feature, { kinds }]) => kinds.map((kind) => ({ feature, kind })))
