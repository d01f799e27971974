/** What a piece of work opens, and how its function calls its states and kinds. Work of a later version opens nothing here. */
import type { Text } from '../../../../functions/core/pure/text'
import {
  APPEAL_STATE_WORDS,
  CREDIT_CASE_WORDS,
  REVIEW_STATE_WORDS,
} from '../../../../functions/credit/data/words'
import { DEPARTURE_STATES } from '../../../../functions/refunds/data/departure-words'
import { STATE_WORDS } from '../../../../functions/refunds/data/words'
import { REFUND_KINDS } from '../../../../functions/refunds/rules/kind'
import { routes } from '../../../client/routes'
import type { Item } from './items'
import { kindName } from './kinds'

interface Feature {
  readonly address: (item: Pick<Item, 'id' | 'kind' | 'duty'>) => string
  readonly state: (item: Pick<Item, 'kind' | 'state'>) => Text | undefined
  readonly kind: (code: string) => Text | undefined
  /** What one can choose by. */
  readonly kinds: readonly string[]
}

/** A traveller's: it is asked for by its code at customs, and by its number at the agency. */
const DEPARTURE = 'departure'

/** A booking that its hall looks at first. */
const PRE_REVIEW = 'preReview'

const found = (words: Readonly<Record<string, Text>>, code: string): Text | undefined =>
  Object.keys(words).includes(code) ? words[code] : undefined

const FEATURES: Readonly<Record<string, Feature>> = {
  refunds: {
    address: ({ id, kind, duty }) => {
      if (kind !== DEPARTURE) return routes.officeRefund(id)
      return duty === 'customs' ? routes.customs() : routes.refundAgency({ id })
    },
    state: ({ kind, state }) => found(kind === DEPARTURE ? DEPARTURE_STATES : STATE_WORDS, state),
    kind: kindName,
    kinds: REFUND_KINDS,
  },
  credit: {
    address: ({ id, kind }) => (kind === PRE_REVIEW ? routes.officeBooking(id) : routes.officeAppeal(id)),
    state: ({ kind, state }) => found(kind === PRE_REVIEW ? REVIEW_STATE_WORDS : APPEAL_STATE_WORDS, state),
    kind: (code) => found(CREDIT_CASE_WORDS, code),
    kinds: Object.keys(CREDIT_CASE_WORDS),
  },
}

export const addressOf = (item: Pick<Item, 'feature' | 'id' | 'kind' | 'duty'>): string | undefined =>
  FEATURES[item.feature]?.address(item)

export const stateWords = (item: Pick<Item, 'feature' | 'kind' | 'state'>): Text | undefined =>
  FEATURES[item.feature]?.state(item)

export const kindWords = ({ feature, kind }: Pick<Item, 'feature' | 'kind'>): Text | undefined =>
  FEATURES[feature]?.kind(kind)

/** Every sort of case that one can choose by, over all functions. */
export const kindChoices = (): readonly { readonly feature: string; readonly kind: string }[] =>
  Object.entries(FEATURES).flatMap(([feature, { kinds }]) => kinds.map((kind) => ({ feature, kind })))
