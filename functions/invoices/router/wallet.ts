/** The wallet. */
import type { Context } from '../../core/io/context'
import { filePartOf } from '../../core/io/files/read-parts'
import { callerId } from '../../core/io/identity/caller'
import type { Stored } from '../../core/io/store/contract'
import { allOf, pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { text } from '../../core/pure/text'
import { os } from './os'
import { knownInvoices, walletInvoices, walletYears, type WalletInvoiceDoc } from '../collections'
import { isCategory } from '../data/categories'
import { insistSound } from '../work/findings'
import { standingAnswer, unknownInvoice } from '../work/known'
import { keptFileOf, placeOf, setInvoiceFile } from '../work/invoice-file'
import { factsIn, ownNames, showKnown, showWalletInvoice, type WalletInvoice } from '../work/show'
import { changeInvoice, keepInvoice, ownInvoice, removeInvoice } from '../work/wallet'

/** Rows with what is known of each. */
export const shownRows = async (
  context: Context,
  rows: readonly Pick<Stored<WalletInvoiceDoc>, 'id' | 'doc'>[],
): Promise<readonly WalletInvoice[]> => {
  const key = await context.vault.keyOf(callerId(context))
  const known = await reader(context.store).getMany(
    knownInvoices,
    rows.map(({ doc }) => doc.invoiceId),
  )
  return rows.map((row, i) => showWalletInvoice(context, key, row, known[i]))
}

export const keep = os.keep.handler(({ input, context }) => {
  insistSound(input.facts, context)
  return keepInvoice(context, input)
})

export const mine = os.mine.handler(async ({ input: { category, month, ...page }, context }) => {
  const owner = callerId(context)
  const range = month === undefined ? {} : { range: { gte: `${month}-01`, lte: `${month}-31` } }
  const found = await reader(context.store).query(walletInvoices, {
    ...(category === undefined
      ? { index: 'owner', where: { owner } }
      : { index: 'category', where: { owner, category } }),
    ...range,
    order: 'desc',
    ...page,
  })
  const shown = await shownRows(context, found.items)
  return { ...pageAnswer(found, (row) => row.id), items: [...shown] }
})

export const get = os.get.handler(async ({ input: { id }, context }) => {
  const doc = await ownInvoice(context, id)
  const [invoice] = await shownRows(context, [{ id, doc }])
  if (!invoice) throw new AppError('NOT_FOUND')
  const facts = factsIn(await context.vault.keyOf(doc.owner), { id, doc })
  const known =
    (await reader(context.store).get(knownInvoices, doc.invoiceId)) ?? unknownInvoice(facts, context.now)
  const outcome = standingAnswer(context.vault, known, facts, context.now) ?? 'unasked'
  const names = await ownNames(context)
  return {
    invoice,
    file: await keptFileOf(context, doc.fileId),
    known: showKnown(context, { id: doc.invoiceId, doc: known, outcome, cached: true }, names),
  }
})

export const change = os.change.handler(({ input, context }) => changeInvoice(context, input))

export const remove = os.remove.handler(({ input, context }) => removeInvoice(context, input.id))

export const file = os.file.handler(async ({ input: { id, place }, context }) => {
  const { fileId } = await ownInvoice(context, id)
  if (fileId === null) throw new AppError('NOT_FOUND')
  return filePartOf(await context.files.readAttached({ fileId, to: placeOf(id) }), place)
})

export const setFile = os.setFile.handler(async ({ input: { id, fileId }, context }) => {
  const { owner } = await ownInvoice(context, id)
  return setInvoiceFile(context, { id, fileId, owner })
})

export const months = os.months.handler(async ({ input: { year }, context }) => {
  const doc = await reader(context.store).get(walletYears, `${callerId(context)}.${year}`)
  const sums = Object.entries(doc?.sums ?? {}).flatMap(([key, [count, fen]]) => {
    const [category = '', month = ''] = key.split('_')
    return isCategory(category) && count > 0 ? [{ month: `${year}-${month}`, category, count, fen }] : []
  })
  return { sums: sums.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)) }
})

export const sheet = os.sheet.handler(async ({ input: { year, place }, context }) => {
  const { invoicesSheet } = await import('../work/sheet')
  const rows = await allOf(context.store, walletInvoices, {
    index: 'owner',
    where: { owner: callerId(context) },
    range: { gte: `${year}-01-01`, lte: `${year}-12-31` },
  })
  const shown = await shownRows(context, rows)
  return invoicesSheet(context, { name: text('票夹', 'Wallet'), of: year, rows: shown, place })
})
