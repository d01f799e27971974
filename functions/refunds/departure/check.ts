/** Looking at a departure refund: faults of its form first, then every condition at once, how much, and the days left. */
import type * as z from 'zod/mini'
import type { Context } from '../../core/io/context'
import { AppError, type Language } from '../../core/pure/errors'
import { formProblems } from '../../core/pure/form-problems'
import { tidyValues } from '../../core/pure/form-values'
import { problemText } from '../../core/pure/form-words'
import type { Values } from '../../core/pure/forms'
import type { Finding } from '../../core/pure/law'
import { say, type Text } from '../../core/pure/text'
import { dayOf, type Day } from '../../core/pure/time'
import { catalogueOf, hallOf } from '../../halls/public'
import type * as schemas from '../schemas-departure'
import { departureForm } from '../data/kinds/departure-form'
import { amountOf, departureCheck } from '../rules/kinds/departure'
import { policyOf, type DepartureAmount } from '../rules/kinds/departure-amount'
import { dayIn } from '../rules/kinds/answers'
import { daysLeft } from '../rules/kinds/departure-days'
import { showFinding, showLine, stops } from '../work/findings'

export type CheckShown = z.infer<typeof schemas.departureCheckShown>

interface Given {
  readonly values: Values
  /** The port by which one means to leave; where it is promised, the form says its name. */
  readonly port?: string | undefined
  readonly unfinished?: boolean | undefined
}

/** @throws AppError FORM_FAULTS with each fault at its field */
const insistForm = (values: Values, today: Day, language: Language, unfinished: boolean): void => {
  const faults = formProblems(departureForm, values, { today })
    .filter(({ problem }) => !unfinished || problem !== 'required')
    .map((fault) => ({
      key: fault.key,
      problem: fault.problem,
      words: say(problemText(departureForm, fault), language),
    }))
  if (faults.length > 0) throw new AppError('FORM_FAULTS', { faults })
}

/** @throws AppError NOT_FOUND for a port that there is not */
const portName = async (context: Context, port: string | undefined): Promise<Text | undefined> =>
  port === undefined ? undefined : hallOf(await catalogueOf(context), port).name

/**
 * The answers as they are kept.
 * @throws AppError FORM_FAULTS; NOT_FOUND for a port that there is not
 */
export const readForm = async (
  context: Context,
  { values, port, unfinished = false }: Given,
): Promise<Values> => {
  const { language } = context
  const name = await portName(context, port)
  const given = name && values.mode === 'instant' ? { ...values, promisedPort: say(name, language) } : values
  insistForm(given, dayOf(context.now), language, unfinished)
  return tidyValues(departureForm, given)
}

/** What stands against it on a day; a warning does not. */
export const stopping = (values: Values, today: Day): readonly Finding[] =>
  departureCheck(values, { today }).filter(stops)

export const showAmount = (amount: DepartureAmount, language: Language) => ({
  total: amount.total,
  refund: amount.refund,
  fee: amount.fee,
  net: amount.net,
  minimum: amount.minimum,
  cashCeiling: amount.cashCeiling,
  cashAllowed: amount.cashAllowed,
  lines: amount.lines.map((one) => showLine(one, language)),
})

/** As they stand on a day; null for a purchase before the law that we have. */
export const showDays = (purchasedOn: Day | undefined, on: Day) => {
  if (purchasedOn === undefined || !policyOf(purchasedOn)) return null
  const { lastDay, strictLastDay, left, strictLeft, state } = daysLeft(purchasedOn, on)
  return { lastDay, strictLastDay, left, strictLeft, state }
}

export const checkDeparture = async (context: Context, given: Given): Promise<{ check: CheckShown }> => {
  const { language } = context
  const today = dayOf(context.now)
  const values = await readForm(context, given)
  const findings = departureCheck(values, { today })
  const amount = amountOf(values)
  return {
    check: {
      open: !findings.some(stops),
      findings: findings.map((one) => showFinding(one, language)),
      amount: amount ? showAmount(amount, language) : null,
      days: showDays(dayIn(values, 'purchasedOn'), today),
    },
  }
}
