/** Reimbursement lists. An invoice is on one open list of its owner, and is handed in once for all users. */
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { allOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { reimbursedInvoices, reimbursements, walletInvoices, type ReimbursementDoc } from '../collections'
import { MOST_LISTS_OPEN, MOST_ON_A_LIST } from '../data/limits'
import { reimbursedIdOf } from './keys'
import { factsIn, showList, type Reimbursement } from './show'

/** @throws AppError NOT_FOUND for an unknown one, and for another's alike */
export const ownList = async (context: Context, id: string): Promise<ReimbursementDoc> => {
  const doc = await reader(context.store).get(reimbursements, id)
  if (doc?.owner !== callerId(context)) throw new AppError('NOT_FOUND')
  return doc
}

/** What a call is answered, and its repeats. */
export interface Changed {
  readonly list: Reimbursement
}

export const makeList = async (context: Context, title: string): Promise<Changed> => {
  const owner = callerId(context)
  const key = await context.vault.keyOf(owner)
  const all = await allOf(context.store, reimbursements, { index: 'owner', where: { owner } })
  if (all.filter(({ doc }) => doc.state === 'open').length >= MOST_LISTS_OPEN)
    throw new AppError('TOO_MANY_LISTS')
  return context.transact((tx) => {
    const id = tx.id('rl')
    const doc: ReimbursementDoc = {
      v: 1,
      owner,
      title: key.seal(`reimbursements|${id}|title`, title),
      state: 'open',
      items: [],
      fen: 0,
      createdAt: tx.now,
      handedInAt: null,
    }
    tx.insert(reimbursements, id, doc)
    return Promise.resolve({ list: showList(key, { id, doc }) })
  })
}

type Change = (tx: Tx, doc: ReimbursementDoc) => Promise<ReimbursementDoc>

const changeList = async (context: Context, id: string, change: Change): Promise<Changed> => {
  const { owner } = await ownList(context, id)
  const key = await context.vault.keyOf(owner)
  return context.transact(async (tx) => {
    const before = await tx.get(reimbursements, id)
    if (!before) throw new AppError('NOT_FOUND')
    const doc = await change(tx, before)
    tx.replace(reimbursements, id, doc)
    return { list: showList(key, { id, doc }) }
  })
}

const insistOpen = ({ state }: ReimbursementDoc): void => {
  if (state !== 'open') throw new AppError('LIST_CLOSED')
}

/** @throws AppError NOT_FOUND, LIST_CLOSED, LIST_FULL; ON_A_LIST for an invoice that is on another */
export const putOnList = (
  context: Context,
  { id, on, invoices }: { readonly id: string; readonly on: boolean; readonly invoices: readonly string[] },
): Promise<Changed> => {
  const me = callerId(context)
  return changeList(context, id, async (tx, before) => {
    insistOpen(before)
    let { items, fen } = before
    for (const one of new Set(invoices)) {
      const doc = await tx.get(walletInvoices, one)
      if (doc?.owner !== me) throw new AppError('NOT_FOUND')
      if (on && doc.listId !== null && doc.listId !== id) throw new AppError('ON_A_LIST')
      if ((doc.listId === id) === on) continue
      items = on ? [...items, one] : items.filter((other) => other !== one)
      fen += on ? doc.fen : -doc.fen
      tx.replace(walletInvoices, one, { ...doc, listId: on ? id : null })
    }
    if (items.length > MOST_ON_A_LIST) throw new AppError('LIST_FULL')
    return { ...before, items, fen }
  })
}

/** Under which names its invoices are handed in once for all. */
const guardsOf = async (context: Context, id: string): Promise<ReadonlyMap<string, string>> => {
  const { owner, items } = await ownList(context, id)
  const key = await context.vault.keyOf(owner)
  const docs = await reader(context.store).getMany(walletInvoices, items)
  return new Map(
    docs.flatMap((doc, i) => {
      const item = items[i] ?? ''
      return doc ? [[item, reimbursedIdOf(context.vault, factsIn(key, { id: item, doc }))]] : []
    }),
  )
}

/** @throws AppError NOT_FOUND, LIST_CLOSED, LIST_EMPTY; REIMBURSED_BEFORE with every invoice that was, and whether by oneself */
export const handIn = async (context: Context, id: string): Promise<Changed> => {
  const guards = await guardsOf(context, id)
  const me = callerId(context)
  return changeList(context, id, async (tx, before) => {
    insistOpen(before)
    if (before.items.length === 0) throw new AppError('LIST_EMPTY')
    const taken: { id: string; own: boolean }[] = []
    for (const item of before.items) {
      const guard = guards.get(item)
      if (guard === undefined) throw new AppError('BUSY')
      const other = await tx.get(reimbursedInvoices, guard)
      if (other) taken.push({ id: item, own: other.owner === me })
      else tx.insert(reimbursedInvoices, guard, { v: 1, owner: me, listId: id, at: tx.now })
    }
    if (taken.length > 0) throw new AppError('REIMBURSED_BEFORE', { invoices: taken })
    return { ...before, state: 'handedIn', handedInAt: tx.now }
  })
}

/** A list that is open already stays so. */
export const takeBack = async (context: Context, id: string): Promise<Changed> => {
  const guards = await guardsOf(context, id)
  return changeList(context, id, async (tx, before) => {
    for (const guard of guards.values())
      if ((await tx.get(reimbursedInvoices, guard))?.listId === id) tx.remove(reimbursedInvoices, guard)
    return { ...before, state: 'open', handedInAt: null }
  })
}

/** @throws AppError NOT_FOUND, LIST_CLOSED */
export const dropList = async (context: Context, id: string): Promise<{ readonly removed: true }> => {
  await ownList(context, id)
  return context.transact(async (tx) => {
    const before = await tx.get(reimbursements, id)
    if (!before) throw new AppError('NOT_FOUND')
    insistOpen(before)
    for (const item of before.items) {
      const doc = await tx.get(walletInvoices, item)
      if (doc) tx.replace(walletInvoices, item, { ...doc, listId: null })
    }
    tx.remove(reimbursements, id)
    return { removed: true }
  })
}
