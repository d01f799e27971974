/** A campaign's rules in words: the very sentences by which entries are judged, and what it says of its prizes. Pure. */
import type { Text } from '../../../../functions/core/pure/text'
import { dayOf, type Instant } from '../../../../functions/core/pure/time'
import { termsAt, type Campaign } from '../../../../functions/lottery/rules/campaign'
import {
  eligibility,
  type Entrant,
  type EntrantInvoice,
  type EntryCounts,
} from '../../../../functions/lottery/rules/eligibility'
import type { Source } from '../../../../functions/lottery/rules/plan'

export interface ToldRule extends Source {
  readonly code: string
  readonly rule: Text
}

const NOBODY: Entrant = { realName: null, bornOn: null, stop: null, ownDailyCap: null }
const NO_ENTRIES: EntryCounts = {
  today: 0,
  thisMonth: 0,
  inAll: 0,
  todayEverywhere: 0,
  entered: 'no',
  dayOpen: null,
}

/** Rules are the same whatever invoice is asked about. */
const anyInvoice = (now: Instant): EntrantInvoice => ({
  facts: {
    kind: '32',
    code: '',
    number: '0'.repeat(20),
    issuedOn: dayOf(now),
    amount: 0,
    amountOf: 'total',
    checkCode: '',
  },
  total: 0,
  buyerName: null,
  issuerRegion: null,
  industry: null,
  issuedByProxy: null,
  state: 'unknown',
  verifiedAt: null,
  issuedAt: null,
})

/** Who may enter what, of the day of `now`. */
export const entryRules = (campaign: Campaign, now: Instant): readonly ToldRule[] =>
  eligibility(campaign, anyInvoice(now), NOBODY, NO_ENTRIES, now).reasons.map(
    ({ code, rule, basis, unconfirmed }) => ({ code, rule, basis, unconfirmed }),
  )

export type PrizeRule = Source &
  (
    | { readonly code: 'winsPerInvoice' | 'secondCheck' | 'notice' | 'payWithin'; readonly n: number }
    | { readonly code: 'claimWin' | 'claimNotice'; readonly n: number }
    | { readonly code: 'redrawPool' | 'redrawNext' }
  )

/** What becomes of a prize, of the day of `now`; each is said by `prizeRule.<code>`. */
export const prizeRules = (campaign: Campaign, now: Instant): readonly PrizeRule[] => {
  const { winsPerInvoice, secondCheck, notice, claim, payWithin, redraw } = termsAt(campaign, now)
  const counted = (code: 'winsPerInvoice' | 'secondCheck' | 'notice' | 'payWithin', of: typeof payWithin) =>
    of ? [{ code, n: of.value, basis: of.basis, unconfirmed: of.unconfirmed }] : []
  const { basis, unconfirmed } = claim
  return [
    ...counted('winsPerInvoice', winsPerInvoice),
    ...counted('secondCheck', secondCheck),
    ...counted('notice', notice),
    {
      code: claim.value.from === 'win' ? 'claimWin' : 'claimNotice',
      n: claim.value.days,
      basis,
      unconfirmed,
    },
    ...counted('payWithin', payWithin),
    {
      code: redraw.value === 'pool' ? 'redrawPool' : 'redrawNext',
      basis: redraw.basis,
      unconfirmed: redraw.unconfirmed,
    },
  ]
}
