/** What must hold of refunds at every moment, read from the documents alone. */
import { caseEvents, workItems } from '../../functions/core/io/cases/collections'
import { caseAfter, type FoldedEvent } from '../../functions/core/io/cases/fold'
import { caseHistory } from '../../functions/core/io/cases/record'
import { outsideCalls } from '../../functions/core/io/outside/collections'
import { payoutLedger, payoutOrders } from '../../functions/core/io/payout/collections'
import type { Store, Stored } from '../../functions/core/io/store/contract'
import { allOf } from '../../functions/core/io/store/pages'
import { isOver } from '../../functions/core/pure/case'
import {
  claimKeys,
  refundCases,
  vouchers,
  type RefundCaseDoc,
  type VoucherDoc,
} from '../../functions/refunds/collections'
import { departureForms } from '../../functions/refunds/departure/collections'
import { GIVES_BACK, refundTable, type RefundMove } from '../../functions/refunds/rules/states'
import { sorted } from './refunds/sorted'

const everything = { index: 'id' } as const
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

type Case = Stored<RefundCaseDoc>

/** The case as its events make it, from nothing. */
const folded = async (store: Store, id: string): Promise<RefundCaseDoc | undefined> => {
  let doc: RefundCaseDoc | undefined
  for (const { doc: event } of await caseHistory(store, id))
    doc = caseAfter(refundTable, doc, event as unknown as FoldedEvent<RefundMove, RefundCaseDoc>)
  return doc
}

const foldFaults = async (store: Store, cases: readonly Case[]): Promise<string[]> => {
  const faults: string[] = []
  for (const { id, doc } of cases) {
    const again = await folded(store, id)
    if (JSON.stringify(sorted(again)) !== JSON.stringify(sorted(doc)))
      faults.push(`${id} is not its events’ fold`)
  }
  return faults
}

/** Of a voucher, what a case has of it. */
const has = ({
  state,
  money,
  claimed,
}: RefundCaseDoc): { readonly open: number; readonly approved: number } => {
  if (GIVES_BACK.includes(state)) return { open: 0, approved: 0 }
  return money ? { open: 0, approved: money.approved } : { open: claimed, approved: 0 }
}

const voucherFaults = (all: readonly Stored<VoucherDoc>[], cases: readonly Case[]): string[] =>
  all.flatMap(({ id, doc: { paid, left, approved } }) => {
    const theirs = cases.filter(({ doc }) => doc.voucherId === id).map(({ doc }) => has(doc))
    const open = sum(theirs.map((one) => one.open))
    const granted = sum(theirs.map((one) => one.approved))
    return [
      ...(left < 0 || approved < 0 || approved > paid
        ? [`${id}: left ${left}, approved ${approved} of ${paid}`]
        : []),
      ...(paid === left + open + granted ? [] : [`${id}: ${paid} ≠ ${left} + ${open} + ${granted}`]),
      ...(approved === granted ? [] : [`${id}: says ${approved} approved, cases say ${granted}`]),
    ]
  })

/** Money moves once a case, and never more than was decided. */
const paymentFaults = async (store: Store, cases: readonly Case[]): Promise<string[]> => {
  const orders = await allOf(store, payoutOrders, everything)
  const ledger = new Map((await allOf(store, payoutLedger, everything)).map(({ id, doc }) => [id, doc]))
  const calls = new Map((await allOf(store, outsideCalls, everything)).map(({ id, doc }) => [id, doc]))
  const faults: string[] = []
  for (const { id, doc } of cases) {
    const theirs = orders.filter(({ doc: { about } }) => about === id)
    const moved = sum(theirs.map((order) => (ledger.get(order.id)?.state === 'paid' ? order.doc.fen : 0)))
    const open = theirs.filter(({ doc: { callId } }) => calls.get(callId)?.state !== 'refused')
    const payable = doc.money?.payable ?? 0
    if (moved > payable) faults.push(`${id}: ${moved} moved of ${payable}`)
    if (doc.state === 'paid' && moved !== payable)
      faults.push(`${id} is paid, and ${moved} of ${payable} moved`)
    if (open.length > 1) faults.push(`${id}: ${open.length} orders that may pay`)
    if (doc.state === 'ordered' && !theirs.some((order) => order.id === doc.orderId))
      faults.push(`${id} has no order`)
    const { money } = doc
    if (money && money.approved + money.interest !== money.offset + money.credited + money.payable)
      faults.push(`${id}: its money does not add up`)
  }
  return faults
}

/** Reviewing, approving and paying are different people, and none of them the claimant. */
const personFaults = (cases: readonly Case[]): string[] =>
  cases.flatMap(({ id, doc: { steps, owner, filedBy, claimants, money } }) => {
    const who = (duty: string): string[] =>
      steps.filter((one) => one.duty === duty).map(({ accountId }) => accountId)
    const apart = [...who('review'), ...who('approve'), ...who('pay')]
    const twice = apart.filter((one, at) => apart.indexOf(one) < at)
    return [
      ...(twice.length > 0 ? [`${id}: ${twice.join()} acted twice`] : []),
      ...([owner, filedBy, ...claimants].some((one) => apart.includes(one))
        ? [`${id}: its own claimant decided`]
        : []),
      ...(money && who('approve').length === 0 ? [`${id}: nobody approved`] : []),
    ]
  })

const workFaults = async (store: Store, cases: readonly Case[]): Promise<string[]> => {
  const items = new Map((await allOf(store, workItems, everything)).map(({ id, doc }) => [id, doc]))
  return cases.flatMap(({ id, doc }) => {
    const item = items.get(id)
    if (isOver(refundTable, doc.state)) return item ? [`${id} is over and still work`] : []
    if (!item) return [`${id} is nobody’s work`]
    return item.state === doc.state && item.waits === refundTable.next[doc.state]
      ? []
      : [`${id}: its work says ${item.state}`]
  })
}

const keyFaults = async (store: Store, cases: readonly Case[]): Promise<string[]> => {
  const keys = new Map((await allOf(store, claimKeys, everything)).map(({ id, doc }) => [id, doc.caseId]))
  return cases.flatMap(({ id, doc: { claimKey, state } }) => {
    if (claimKey === null) return []
    const ended = GIVES_BACK.includes(state)
    if (ended) return keys.get(claimKey) === id ? [`${id} ended and keeps its key`] : []
    return keys.get(claimKey) === id ? [] : [`${id} has lost its key`]
  })
}

/** Every fault, in words; none while all is well. */
export const refundFaults = async (store: Store): Promise<string[]> => {
  const cases = await allOf(store, refundCases, everything)
  const events = await allOf(store, caseEvents, everything)
  const forms = await allOf(store, departureForms, everything)
  const known = new Set([...cases, ...forms].map(({ id }) => id))
  return [
    ...events.filter(({ doc }) => !known.has(doc.caseId)).map(({ id }) => `${id} happened to no case`),
    ...(await foldFaults(store, cases)),
    ...voucherFaults(await allOf(store, vouchers, everything), cases),
    ...(await paymentFaults(store, cases)),
    ...personFaults(cases),
    ...(await workFaults(store, cases)),
    ...(await keyFaults(store, cases)),
  ]
}
