/** Cases of one's own; what knows of kinds is loaded with the first call. */
import { filePartOf } from '../../core/io/files/read-parts'
import { readMaterial } from '../work/materials'
import { os } from './os'

const ofOwn = () => import('../work/own')

export const mine = os.mine.handler(async ({ input, context }) => {
  const { listOwn } = await import('../work/list-own')
  return listOwn(context, input)
})

export const waiting = os.waiting.handler(async ({ context }) => {
  const { waitingForMe } = await import('../work/waiting')
  return { items: await waitingForMe(context) }
})

export const get = os.get.handler(async ({ input, context }) => {
  const { getOwn } = await import('../work/list-own')
  return getOwn(context, input.id)
})

export const supply = os.supply.handler(async ({ input, context }) => (await ofOwn()).supply(context, input))
export const fixAccount = os.fixAccount.handler(async ({ input, context }) =>
  (await ofOwn()).fixAccount(context, input),
)
export const withdraw = os.withdraw.handler(async ({ input, context }) =>
  (await ofOwn()).withdraw(context, input.id),
)

export const material = os.material.handler(async ({ input, context }) => {
  const { doc } = await (await ofOwn()).ownCase(context, input.id)
  return filePartOf(await readMaterial(context, doc, input.materialId), input.place)
})

export const paper = os.paper.handler(async ({ input, context }) => {
  const [{ ownCase }, { paperOf }] = await Promise.all([ofOwn(), import('../work/paper')])
  return paperOf(context, await ownCase(context, input.id), input)
})
