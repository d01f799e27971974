/** The departure refund; what knows of it is loaded with the first call. */
import { os } from './os'

const ofOwn = () => import('../departure/own')
const ofCustoms = () => import('../departure/customs')
const ofAgency = () => import('../departure/agency')

export const departureCheck = os.departureCheck.handler(async ({ input, context }) => {
  const { checkDeparture } = await import('../departure/check')
  return checkDeparture(context, input)
})

export const openDeparture = os.openDeparture.handler(async ({ input, context }) => {
  const { openDeparture: open } = await import('../departure/open')
  return open(context, input)
})

export const myDepartures = os.myDepartures.handler(async ({ input, context }) =>
  (await ofOwn()).listOwn(context, input),
)

export const departure = os.departure.handler(async ({ input, context }) =>
  (await ofOwn()).getOwn(context, input.formId),
)

export const departurePaper = os.departurePaper.handler(async ({ input, context }) => {
  const [{ ownForm }, { formPaper }] = await Promise.all([ofOwn(), import('../departure/paper')])
  return formPaper(context, await ownForm(context, input.formId), input.place)
})

export const cancelDeparture = os.cancelDeparture.handler(async ({ input, context }) =>
  (await ofOwn()).cancel(context, input.formId),
)

export const fixDepartureAccount = os.fixDepartureAccount.handler(async ({ input, context }) =>
  (await ofOwn()).fixAccount(context, input),
)

export const customsLook = os.customsLook.handler(async ({ input, context }) =>
  (await ofCustoms()).look(context, input),
)

export const customsConfirm = os.customsConfirm.handler(async ({ input, context }) =>
  (await ofCustoms()).confirm(context, input),
)

export const agencyLook = os.agencyLook.handler(async ({ input, context }) =>
  (await ofAgency()).look(context, input),
)

export const departurePrepay = os.departurePrepay.handler(async ({ input, context }) =>
  (await ofAgency()).prepay(context, input),
)

export const departureAudit = os.departureAudit.handler(async ({ input, context }) =>
  (await ofAgency()).audit(context, input),
)

export const departurePay = os.departurePay.handler(async ({ input, context }) =>
  (await ofAgency()).pay(context, input),
)
