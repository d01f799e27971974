/** What a move tells the traveller: one notice, in the commit that makes it true. */
import { notify } from '../../core/io/notices/notify'
import type { Tx } from '../../core/io/store/transaction'
import type { DeclaredNotice } from '../../core/pure/notices'
import { notices } from '../data/departure-notices'
import type { DepartureMove } from '../rules/kinds/departure-states'
import type { DepartureFormDoc } from './collections'

const TOLD: Partial<Record<DepartureMove, DeclaredNotice>> = {
  issueForm: notices.departureIssued,
  prepay: notices.departurePrepaid,
  verify: notices.departureVerified,
  refuse: notices.departureRejected,
  reject: notices.departureRejected,
  settle: notices.departureSettled,
  payCash: notices.departurePaid,
  order: notices.departureOrdered,
  pay: notices.departurePaid,
  bankReject: notices.departureBankRejected,
  charge: notices.departureCharged,
  chargeAtPort: notices.departureCharged,
  expire: notices.departureExpired,
}

const factsOf = ({ purchasedOn, lastDay, departOn, hallId }: DepartureFormDoc) => ({
  day: purchasedOn,
  untilDay: lastDay,
  promisedDay: departOn,
  hallId,
})

export const tell = (tx: Tx, id: string, doc: DepartureFormDoc, move: DepartureMove): void => {
  const notice = TOLD[move]
  if (notice) notify(tx, { notice, accountId: doc.owner, facts: factsOf(doc), about: id })
}

/** Once, however often time looks. */
export const remind = (
  tx: Tx,
  id: string,
  doc: DepartureFormDoc,
  which: 'departureLastDays' | 'departurePromise',
): void =>
  notify(tx, {
    notice: notices[which],
    accountId: doc.owner,
    facts: factsOf(doc),
    about: id,
    once: `${id}.${which}`,
  })
