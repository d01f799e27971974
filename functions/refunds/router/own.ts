/** Cases of one's own. */
import { actingFor, taxpayerNames } from '../../accounts/public'
import { filePartOf } from '../../core/io/files/read-parts'
import { callerId } from '../../core/io/identity/caller'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { refundCases } from '../collections'
import { readMaterial } from '../work/materials'
import { fixAccount as fix, ownCase, supply as give, withdraw as leave } from '../work/own'
import { paperOf } from '../work/paper'
import { showCase, showRow } from '../work/present'
import { waitingForMe } from '../work/waiting'
import { os } from './os'

export const mine = os.mine.handler(async ({ input: { taxpayerId: wanted, ...page }, context }) => {
  const { taxpayerId } = await actingFor(context, { scope: 'refunds', taxpayerId: wanted })
  const found = await reader(context.store).query(refundCases, {
    index: 'taxpayer',
    where: { taxpayerId },
    order: 'desc',
    ...page,
  })
  const name = (await taxpayerNames(context, [taxpayerId])).get(taxpayerId)?.name ?? ''
  return pageAnswer(found, (row) => showRow(context, { ...row, name }))
})

export const waiting = os.waiting.handler(async ({ context }) => ({ items: await waitingForMe(context) }))

export const get = os.get.handler(async ({ input, context }) => {
  const one = await ownCase(context, input.id)
  return { case: await showCase(context, { ...one, by: 'claimant', me: callerId(context) }) }
})
export const supply = os.supply.handler(({ input, context }) => give(context, input))
export const fixAccount = os.fixAccount.handler(({ input, context }) => fix(context, input))
export const withdraw = os.withdraw.handler(({ input, context }) => leave(context, input.id))

export const material = os.material.handler(async ({ input, context }) => {
  const { doc } = await ownCase(context, input.id)
  return filePartOf(await readMaterial(context, doc, input.materialId), input.place)
})

export const paper = os.paper.handler(async ({ input, context }) =>
  paperOf(context, await ownCase(context, input.id), input),
)
