/** The title book: by which names one asks for invoices. One document an account, so that the limit holds whoever adds. */
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import type { DataKey } from '../../core/io/security/contract'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { titleBooks, type TitleBookDoc } from '../collections'
import { MOST_TITLES } from '../data/limits'
import type { InvoiceTitle } from '../rules/title-fields'

export interface KeptTitle extends InvoiceTitle {
  readonly id: string
  readonly first: boolean
}

const at = (accountId: string, id: string) => `titleBooks|${accountId}|${id}` as const

const openTitles = (key: DataKey, accountId: string, doc: TitleBookDoc | undefined): readonly KeptTitle[] =>
  (doc?.titles ?? []).map(({ id, title }) => ({
    ...(JSON.parse(key.open(at(accountId, id), title)) as InvoiceTitle),
    id,
    first: doc?.first === id,
  }))

/** The one that is offered first before the others, which stand as they were added. */
export const ownTitles = async (context: Context): Promise<readonly KeptTitle[]> => {
  const me = callerId(context)
  const doc = await reader(context.store).get(titleBooks, me)
  if (!doc) return []
  const titles = openTitles(await context.vault.keyOf(me), me, doc)
  return [...titles.filter(({ first }) => first), ...titles.filter(({ first }) => !first)]
}

/** @throws AppError NOT_FOUND */
export const ownTitle = async (context: Context, id: string): Promise<KeptTitle> => {
  const found = (await ownTitles(context)).find((one) => one.id === id)
  if (!found) throw new AppError('NOT_FOUND')
  return found
}

/** @throws AppError NOT_FOUND for a title that is not there any more; TITLES_FULL */
export const saveTitle = async (
  context: Context,
  {
    id: wanted,
    first,
    ...title
  }: InvoiceTitle & { readonly id?: string | undefined; readonly first: boolean },
): Promise<{ readonly title: KeptTitle }> => {
  const me = callerId(context)
  const key = await context.vault.keyOf(me)
  return context.transact(async (tx) => {
    const before: TitleBookDoc = (await tx.get(titleBooks, me)) ?? { v: 1, titles: [], first: null }
    const id = wanted ?? tx.id('ti')
    const known = before.titles.some((one) => one.id === id)
    if (wanted !== undefined && !known) throw new AppError('NOT_FOUND')
    if (!known && before.titles.length >= MOST_TITLES) throw new AppError('TITLES_FULL')
    const kept = { id, title: key.seal(at(me, id), JSON.stringify(title)), at: tx.now }
    const titles = known
      ? before.titles.map((one) => (one.id === id ? { ...kept, at: one.at } : one))
      : [...before.titles, kept]
    const wasFirst = before.first === id
    const now = first ? id : wasFirst ? null : before.first
    tx.put(titleBooks, me, { v: 1, titles, first: now })
    return { title: { ...title, id, first: now === id } }
  })
}

/** @throws AppError NOT_FOUND */
export const removeTitle = (context: Context, id: string): Promise<{ readonly removed: true }> => {
  const me = callerId(context)
  return context.transact(async (tx) => {
    const before = await tx.get(titleBooks, me)
    if (!before?.titles.some((one) => one.id === id)) throw new AppError('NOT_FOUND')
    const titles = before.titles.filter((one) => one.id !== id)
    tx.replace(titleBooks, me, { v: 1, titles, first: before.first === id ? null : before.first })
    return { removed: true }
  })
}
