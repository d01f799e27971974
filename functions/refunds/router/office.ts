/** The office's side; what knows of kinds is loaded with the first call. */
import { filePartOf } from '../../core/io/files/read-parts'
import { dayOf } from '../../core/pure/time'
import { hallOnDuty } from '../../halls/public'
import { ageingOf } from '../work/ageing'
import { readMaterial } from '../work/materials'
import { os } from './os'

const ofOffice = () => import('../work/office')

export const review = os.review.handler(async ({ input, context }) => {
  const { reviewCase } = await import('../work/review')
  return reviewCase(context, input.id)
})

export const caseMaterial = os.caseMaterial.handler(async ({ input, context }) => {
  const { doc } = await (await ofOffice()).hallCase(context, input.id)
  return filePartOf(await readMaterial(context, doc, input.materialId), input.place)
})

const ofFound = () => import('../work/found')

export const lookVouchers = os.lookVouchers.handler(async ({ input, context }) =>
  (await ofFound()).lookVouchers(context, input),
)
export const openFound = os.openFound.handler(async ({ input, context }) =>
  (await ofFound()).openFound(context, input),
)

export const accept = os.accept.handler(async ({ input, context }) =>
  (await ofOffice()).accept(context, input.id),
)
export const notAccept = os.notAccept.handler(async ({ input, context }) =>
  (await ofOffice()).notAccept(context, input),
)
export const askCorrection = os.askCorrection.handler(async ({ input, context }) =>
  (await ofOffice()).askCorrection(context, input),
)
export const startReview = os.startReview.handler(async ({ input, context }) =>
  (await ofOffice()).startReview(context, input.id),
)
export const propose = os.propose.handler(async ({ input, context }) =>
  (await ofOffice()).propose(context, input),
)
export const decide = os.decide.handler(async ({ input: { agree: agrees, ...decision }, context }) => {
  const { agree, sendBack } = await ofOffice()
  return (agrees ? agree : sendBack)(context, decision)
})

export const order = os.order.handler(async ({ input, context }) => {
  const { order: orderCases } = await import('../work/pay')
  return orderCases(context, input.ids)
})

export const ageing = os.ageing.handler(async ({ input, context }) => {
  const { hall } = await hallOnDuty(context, input.hallId)
  return ageingOf(context, hall.id, dayOf(context.now))
})

export const sheet = os.sheet.handler(async ({ input, context }) => {
  const { hall } = await hallOnDuty(context, input.hallId)
  const { casesSheet } = await import('../work/sheet')
  return casesSheet(context, { ...input, hallId: hall.id })
})

export const differences = os.differences.handler(async ({ input, context }) => {
  const { hall } = await hallOnDuty(context, input.hallId, 'pay')
  const { differencesOn } = await import('../work/reconcile')
  return differencesOn(context, hall.id, input.day)
})
