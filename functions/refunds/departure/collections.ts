/** Departure forms (离境退税申请单). What names the traveller is sealed; amounts, days and codes stand open. */
import { defineCollection } from '../../core/io/store/collection'
import type { CaseHead } from '../../core/pure/case'
import type { DoneStep } from '../../core/pure/duties'
import { CASES_KEPT } from '../../core/pure/kept'
import { text } from '../../core/pure/text'
import type { Day, Instant } from '../../core/pure/time'
import type { DepartureMode, DepartureState } from '../rules/kinds/departure-states'

/**
 * The fold of its events. Id: `df_…`. Amounts in fen; always `0 ≤ advanced − charged + paid ≤ net`, and `= net` once it is paid.
 */
export type DepartureFormDoc = CaseHead<DepartureState> & {
  readonly v: 1
  readonly owner: string
  /** Sealed JSON of the form's values: name, number of the document, invoices. */
  readonly values: string
  /** Sealed; null unless it is transferred. */
  readonly account: string | null
  /** Sealed: the number of the card's pre-authorisation. */
  readonly preauth: string | null
  readonly mode: DepartureMode
  /** Twelve characters by which customs and anybody find the form. */
  readonly code: string
  /** The port by which one means to leave; of 即买即退 the one that was promised. */
  readonly port: string
  /** Whose work it is: the port's, and once it is verified that of the place where it was. */
  readonly hallId: string
  readonly purchasedOn: Day
  /** The day of leaving, as planned or promised. */
  readonly departOn: Day
  /** The last on which one may leave. */
  readonly lastDay: Day
  /** `ck_…` of every invoice: whoever claims it, it is claimed once. */
  readonly claimKeys: readonly string[]
  readonly total: number
  readonly refund: number
  readonly fee: number
  readonly net: number
  /** Given in the shop; taken back from the card; paid at the port. */
  readonly advanced: number
  readonly charged: number
  readonly paid: number
  readonly verifiedOn: Day | null
  /** Who verified, and who paid, in office. */
  readonly steps: readonly DoneStep[]
  readonly orderId: string | null
  readonly createdAt: Instant
  readonly changedAt: Instant
  readonly endedAt: Instant | null
  readonly expiresAt: Instant | null
}

export const departureForms = defineCollection<DepartureFormDoc>({
  name: 'departureForms',
  v: 1,
  indexes: { owner: ['owner', 'createdAt'], code: ['code'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [{ index: 'owner', names: 'account' }],
    beside: { steps: 'who verified and who paid, in office' },
    export: {
      what: text('您的离境退税申请单', 'Your departure refund forms'),
      show: ({ id, doc }, { open }) => ({
        id,
        state: doc.state,
        values: open('values', doc.values),
        ...(doc.account === null ? {} : { account: open('account', doc.account) }),
        ...(doc.preauth === null ? {} : { preauth: open('preauth', doc.preauth) }),
        code: doc.code,
        port: doc.port,
        purchasedOn: doc.purchasedOn,
        departOn: doc.departOn,
        total: doc.total,
        refund: doc.refund,
        fee: doc.fee,
        net: doc.net,
        advanced: doc.advanced,
        charged: doc.charged,
        paid: doc.paid,
        verifiedOn: doc.verifiedOn,
      }),
    },
    erase: { keep: CASES_KEPT, event: true },
  },
})
