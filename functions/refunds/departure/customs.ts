/** The customs officer: looks at a form at their own port, whichever port it was meant for, and confirms or refuses it. */
import type { Context } from '../../core/io/context'
import { AppError } from '../../core/pure/errors'
import { dayOf } from '../../core/pure/time'
import { hallOnDuty } from '../../halls/public'
import type { DepartureReasonCode } from '../data/departure-reasons'
import { showFinding, stops } from '../work/findings'
import { decide, findingsOn, formByCode, formById, insistReason, refusal, showDesk } from './desk'
import type { DepartureFormDoc } from './collections'
import type { MovedForm } from './own'
import { openValues } from './values'

export const look = async (
  context: Context,
  { code, hallId }: { readonly code: string; readonly hallId: string },
) => {
  await hallOnDuty(context, hallId, 'customs')
  return showDesk(context, hallId, await formByCode(context, code))
}

export interface Confirmation {
  readonly formId: string
  readonly hallId: string
  readonly outcome: 'verified' | 'refused'
  readonly reasons: readonly DepartureReasonCode[]
  readonly said?: string | undefined
}

/** @throws AppError NOT_ELIGIBLE with what stands against it today */
const insistOpen = async (context: Context, id: string): Promise<void> => {
  const { doc } = await formById(context, id)
  const key = (await context.vault.keysOf([doc.owner])).get(doc.owner)
  // Its traveller was erased, and the form is about to end.
  if (!key) throw new AppError('CASE_STATE')
  const against = findingsOn(openValues(key, id, doc), dayOf(context.now)).filter(stops)
  if (against.length > 0)
    throw new AppError('NOT_ELIGIBLE', {
      findings: against.map((one) => showFinding(one, context.language)),
    })
}

/** @throws AppError NOT_FOUND, CASE_STATE, FOUR_EYES; NOT_ELIGIBLE to verify against the rules; REASON_MISSING to refuse without one */
export const confirm = async (context: Context, wish: Confirmation): Promise<MovedForm> => {
  const { formId: id, hallId, outcome, reasons, said } = wish
  await hallOnDuty(context, hallId, 'customs')
  if (outcome === 'refused') {
    await formById(context, id)
    insistReason('customs', reasons)
    const plan = (doc: DepartureFormDoc) => refusal('refuse', doc, { reasons, said })
    return decide(context, id, { duty: 'customs', hallId, plan })
  }
  await insistOpen(context, id)
  // From here on it is the agency's work at this port.
  const set = { hallId, verifiedOn: dayOf(context.now) }
  return decide(context, id, {
    duty: 'customs',
    hallId,
    plan: () => [{ move: 'verify', set, said: { said } }],
  })
}
