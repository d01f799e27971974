/** What must hold of departure forms at every moment, read from the documents alone. */
import { workItems } from '../../../functions/core/io/cases/collections'
import { caseAfter, type FoldedEvent } from '../../../functions/core/io/cases/fold'
import { caseHistory } from '../../../functions/core/io/cases/record'
import { outsideCalls } from '../../../functions/core/io/outside/collections'
import { payoutLedger, payoutOrders } from '../../../functions/core/io/payout/collections'
import type { Store, Stored } from '../../../functions/core/io/store/contract'
import { allOf } from '../../../functions/core/io/store/pages'
import { isOver } from '../../../functions/core/pure/case'
import { claimKeys } from '../../../functions/refunds/collections'
import { departureForms, type DepartureFormDoc } from '../../../functions/refunds/departure/collections'
import {
  departureTable,
  FREES_INVOICE,
  type DepartureMove,
} from '../../../functions/refunds/rules/kinds/departure-states'
import { sorted } from './sorted'

const everything = { index: 'id' } as const
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

type Form = Stored<DepartureFormDoc>

const foldFaults = async (store: Store, forms: readonly Form[]): Promise<string[]> => {
  const faults: string[] = []
  for (const { id, doc } of forms) {
    let again: DepartureFormDoc | undefined
    for (const { doc: event } of await caseHistory(store, id))
      again = caseAfter(
        departureTable,
        again,
        event as unknown as FoldedEvent<DepartureMove, DepartureFormDoc>,
      )
    if (JSON.stringify(sorted(again)) !== JSON.stringify(sorted(doc)))
      faults.push(`${id} is not its events’ fold`)
  }
  return faults
}

/** An invoice is on one form at most that stands or was paid, and the store’s key says which. */
const invoiceFaults = async (store: Store, forms: readonly Form[]): Promise<string[]> => {
  const keys = new Map((await allOf(store, claimKeys, everything)).map(({ id, doc }) => [id, doc.caseId]))
  const standing = forms.filter(({ doc: { state } }) => !FREES_INVOICE.includes(state))
  const taken = standing.flatMap(({ id, doc }) => doc.claimKeys.map((key) => ({ key, id })))
  const ended = forms.filter((form) => !standing.includes(form))
  return [
    ...taken.flatMap(({ key, id }) => (keys.get(key) === id ? [] : [`${id} has not its invoice ${key}`])),
    ...taken.flatMap(({ key, id }) =>
      taken.some((other) => other.key === key && other.id !== id) ? [`${key} is claimed twice`] : [],
    ),
    ...ended.flatMap(({ id, doc }) =>
      doc.claimKeys.some((key) => keys.get(key) === id) ? [`${id} ended and keeps its invoice`] : [],
    ),
  ]
}

/** By what moved at the counter, in the shop and through the channel: never more than the net, and all of it once it is paid. */
const moneyFaults = async (store: Store, forms: readonly Form[]): Promise<string[]> => {
  const orders = await allOf(store, payoutOrders, everything)
  const ledger = new Map((await allOf(store, payoutLedger, everything)).map(({ id, doc }) => [id, doc]))
  const calls = new Map((await allOf(store, outsideCalls, everything)).map(({ id, doc }) => [id, doc]))
  return forms.flatMap(({ id, doc }) => {
    const { advanced, charged, paid, net, state, made, refund, fee } = doc
    const theirs = orders.filter(({ doc: { about } }) => about === id)
    const transferred = sum(theirs.map((one) => (ledger.get(one.id)?.state === 'paid' ? one.doc.fen : 0)))
    const open = theirs.filter(({ doc: { callId } }) => calls.get(callId)?.state !== 'refused')
    const ordered = open.length > 0
    const has = advanced - charged + (ordered ? transferred : paid)
    return [
      ...(refund - fee === net ? [] : [`${id}: ${refund} − ${fee} ≠ ${net}`]),
      ...(has < 0 || has > net ? [`${id}: has ${has} of ${net}`] : []),
      ...(charged > advanced ? [`${id}: charged ${charged} of ${advanced}`] : []),
      ...(state === 'paid' && has !== net ? [`${id} is paid, and has ${has} of ${net}`] : []),
      ...(state === 'rejected' && has !== 0 ? [`${id} was refused, and has ${has}`] : []),
      ...(open.length > 1 ? [`${id}: ${open.length} orders that may pay`] : []),
      ...(transferred > 0 && paid > 0 && transferred !== paid ? [`${id}: paid twice`] : []),
      ...(made.includes('prepay') === advanced > 0 ? [] : [`${id}: its advance and its moves differ`]),
    ]
  })
}

/** Who verified did not pay, and nobody acted on a form of their own. */
const personFaults = (forms: readonly Form[]): string[] =>
  forms.flatMap(({ id, doc: { steps, owner, state } }) => {
    const who = (duty: string) => steps.filter((one) => one.duty === duty).map(({ accountId }) => accountId)
    const both = who('customs').filter((one) => who('pay').includes(one))
    return [
      ...(both.length > 0 ? [`${id}: ${both.join()} verified and paid`] : []),
      ...(steps.some(({ accountId }) => accountId === owner) ? [`${id}: its own traveller decided`] : []),
      ...(state === 'paid' && who('customs').length === 0 ? [`${id}: nobody verified`] : []),
    ]
  })

const workFaults = async (store: Store, forms: readonly Form[]): Promise<string[]> => {
  const items = new Map((await allOf(store, workItems, everything)).map(({ id, doc }) => [id, doc]))
  return forms.flatMap(({ id, doc }) => {
    const item = items.get(id)
    if (isOver(departureTable, doc.state)) return item ? [`${id} is over and still work`] : []
    if (!item) return [`${id} is nobody’s work`]
    const fits = item.state === doc.state && item.waits === departureTable.next[doc.state]
    return fits && item.hallId === doc.hallId ? [] : [`${id}: its work says ${item.state}`]
  })
}

/** Every fault, in words; none while all is well. */
export const departureFaults = async (store: Store): Promise<string[]> => {
  const forms = await allOf(store, departureForms, everything)
  return [
    ...(await foldFaults(store, forms)),
    ...(await invoiceFaults(store, forms)),
    ...(await moneyFaults(store, forms)),
    ...personFaults(forms),
    ...(await workFaults(store, forms)),
  ]
}
