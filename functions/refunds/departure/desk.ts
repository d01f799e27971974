/** Customs and the agency: what they see of a form, and how each of their steps is taken, audited in the commit that takes it. */
import { auditEntry } from '../../core/io/audit/entry'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import type { DataKey } from '../../core/io/security/contract'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import type { Duty } from '../../core/pure/duties'
import { AppError } from '../../core/pure/errors'
import type { Values } from '../../core/pure/forms'
import { dayOf, type Day } from '../../core/pure/time'
import { hallOnDuty } from '../../halls/public'
import { DEPARTURE_REASONS, type DepartureReasonCode } from '../data/departure-reasons'
import { departureCheck } from '../rules/kinds/departure'
import { departureTable, fitsMode, type DepartureMove } from '../rules/kinds/departure-states'
import { movesOpen } from '../../core/pure/case'
import { showFinding, stops } from '../work/findings'
import { stepsAfter } from '../work/duty'
import { departureForms, type DepartureFormDoc } from './collections'
import { insistOther } from './duty'
import { moveDeparture, type DepartureFacts, type Said } from './move'
import type { Form, MovedForm } from './own'
import { showAccount, showCommon, showGoods, showTraveller } from './present'
import { formCodeIn } from './seal'
import { openValues } from './values'

/** @throws AppError NOT_FOUND for what is no code of a form */
export const formByCode = async (context: Context, given: string): Promise<Form> => {
  const code = formCodeIn(context.vault, given)
  if (code === undefined) throw new AppError('NOT_FOUND')
  const { items } = await reader(context.store).query(departureForms, {
    index: 'code',
    where: { code },
    limit: 1,
  })
  const [form] = items
  if (!form) throw new AppError('NOT_FOUND')
  return { id: form.id, doc: form.doc }
}

/** @throws AppError NOT_FOUND for an unknown one, and where none was named */
export const formById = async (context: Context, id: string): Promise<Form> => {
  if (id === '') throw new AppError('NOT_FOUND')
  const doc = await reader(context.store).get(departureForms, id)
  if (!doc) throw new AppError('NOT_FOUND')
  return { id, doc }
}

/** As if the traveller left today: what was planned, and how it is paid, is not what customs look at. */
export const leavingToday = ({ mode: _mode, ...values }: Values, today: Day): Values => ({
  ...values,
  departOn: today,
})

/** What customs look at, on a day. */
export const findingsOn = (values: Values, today: Day) =>
  departureCheck(leavingToday(values, today), { today })

export const showDesk = async (context: Context, hallId: string, form: Form) => {
  const { id, doc } = form
  const { language } = context
  const key = (await context.vault.keysOf([doc.owner])).get(doc.owner)
  const values = openValues(key, id, doc)
  const findings = findingsOn(values, dayOf(context.now))
  return {
    form: {
      ...(await showCommon(context, form, { values, key })),
      traveller: showTraveller(values, language),
      goods: showGoods(values, language),
      account: showAccount(key, id, doc),
      findings: findings.map((one) => showFinding(one, language)),
      /** Nothing stands against it today. */
      open: !findings.some(stops),
      here: doc.hallId === hallId,
      moves: movesOpen(departureTable, doc, 'officer').filter((move) => fitsMode(move, doc)),
    },
  }
}

/** One move of a step; a step may be two moves in one commit. */
export interface Planned {
  readonly move: DepartureMove
  readonly set?: Partial<DepartureFacts>
  readonly said?: Said
}

interface Deciding {
  readonly duty: Duty
  /** Where it is done. */
  readonly hallId: string
  /** By the form as it stands in this very commit; what else is written goes into the same. @throws AppError what forbids it */
  readonly plan: (doc: DepartureFormDoc, tx: Tx, key: DataKey | undefined) => readonly Planned[]
}

/** @throws AppError NOT_FOUND, CASE_STATE, FOUR_EYES */
export const decide = async (
  context: Context,
  id: string,
  { duty, hallId, plan }: Deciding,
): Promise<MovedForm> => {
  await hallOnDuty(context, hallId, duty)
  const { doc } = await formById(context, id)
  const key = (await context.vault.keysOf([doc.owner])).get(doc.owner)
  const actor = callerId(context)
  return context.transact(async (tx) => {
    const standing = await tx.get(departureForms, id)
    if (!standing) throw new AppError('NOT_FOUND')
    insistOther(standing, actor, duty)
    let after = standing
    for (const { move, set, said = {} } of plan(standing, tx, key)) {
      const steps = stepsAfter(after.steps, { accountId: actor, duty })
      const step = { id, doc: after, move, by: 'officer', actor, set: { ...set, steps }, said, key } as const
      after = await moveDeparture(tx, step)
      const detail = { move, place: after.events, state: after.state, ...figures(said) }
      auditEntry(tx, { actor, action: context.procedure, subject: id, hallId, detail })
    }
    return { id, state: after.state }
  })
}

const figures = ({ reasons = [], fen }: Said) => ({
  reasons: [...reasons],
  ...(fen === undefined ? {} : { fen }),
})

/** @throws AppError REASON_MISSING without one, or with the other desk's alone */
export const insistReason = (by: 'customs' | 'agency', reasons: readonly DepartureReasonCode[]): void => {
  if (reasons.length === 0 || reasons.some((code) => DEPARTURE_REASONS[code].by !== by))
    throw new AppError('REASON_MISSING')
}

/** An advance that stands is taken back with the refusal. */
export const refusal = (
  move: 'refuse' | 'reject',
  { advanced }: DepartureFormDoc,
  said: Said,
): readonly Planned[] => [{ move, set: { charged: advanced }, said }]
