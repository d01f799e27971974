/** Reimbursement lists. */
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { text } from '../../core/pure/text'
import { os } from './os'
import { reimbursements, walletInvoices, type ReimbursementDoc } from '../collections'
import * as work from '../work/lists'
import { showList } from '../work/show'
import { shownRows } from './wallet'

export const lists = os.lists.handler(async ({ input, context }) => {
  const owner = callerId(context)
  const key = await context.vault.keyOf(owner)
  const found = await reader(context.store).query(reimbursements, {
    index: 'owner',
    where: { owner },
    order: 'desc',
    ...input,
  })
  return pageAnswer(found, (row) => showList(key, row))
})

/** Its invoices in the order in which they were put on it. */
const itemsOf = async (context: Context, { items }: ReimbursementDoc) => {
  const docs = await reader(context.store).getMany(walletInvoices, items)
  return shownRows(
    context,
    docs.flatMap((doc, i) => (doc ? [{ id: items[i] ?? '', doc }] : [])),
  )
}

const listShown = async (context: Context, id: string, doc: ReimbursementDoc) =>
  showList(await context.vault.keyOf(doc.owner), { id, doc })

export const list = os.list.handler(async ({ input: { id }, context }) => {
  const doc = await work.ownList(context, id)
  return { list: await listShown(context, id, doc), items: [...(await itemsOf(context, doc))] }
})

export const makeList = os.makeList.handler(({ input, context }) => work.makeList(context, input.title))
export const putOnList = os.putOnList.handler(({ input, context }) => work.putOnList(context, input))
export const handIn = os.handIn.handler(({ input, context }) => work.handIn(context, input.id))
export const takeBack = os.takeBack.handler(({ input, context }) => work.takeBack(context, input.id))
export const dropList = os.dropList.handler(({ input, context }) => work.dropList(context, input.id))

export const listSheet = os.listSheet.handler(async ({ input: { id, place }, context }) => {
  const { invoicesSheet } = await import('../work/sheet')
  const doc = await work.ownList(context, id)
  const { title } = await listShown(context, id, doc)
  const rows = await itemsOf(context, doc)
  return invoicesSheet(context, { name: text('报销单', 'Reimbursement'), of: title, rows, place })
})
