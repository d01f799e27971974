/** Cases of one's own, as lists and one by one. */
import { actingFor, taxpayerNames } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { refundCases } from '../collections'
import { ownCase } from './own'
import { showCase, showRow } from './present'

interface Wish {
  readonly taxpayerId?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export const listOwn = async (context: Context, { taxpayerId: wanted, ...page }: Wish) => {
  const { taxpayerId } = await actingFor(context, { scope: 'refunds', taxpayerId: wanted })
  const found = await reader(context.store).query(refundCases, {
    index: 'taxpayer',
    where: { taxpayerId },
    order: 'desc',
    ...page,
  })
  const name = (await taxpayerNames(context, [taxpayerId])).get(taxpayerId)?.name ?? ''
  return pageAnswer(found, (row) => showRow(context, { ...row, name }))
}

export const getOwn = async (context: Context, id: string) => {
  const one = await ownCase(context, id)
  return { case: await showCase(context, { ...one, by: 'claimant', me: callerId(context) }) }
}
