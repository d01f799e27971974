/** Issuing a departure form: its invoices are claimed, once, in the commit that makes it. */
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import type { DataKey } from '../../core/io/security/contract'
import type { Tx } from '../../core/io/store/transaction'
import { issuePaper } from '../../core/io/verification/certify'
import { AppError } from '../../core/pure/errors'
import type { Values } from '../../core/pure/forms'
import { fen } from '../../core/pure/money'
import { text } from '../../core/pure/text'
import { addDays, dayOf, instantOf, type Day } from '../../core/pure/time'
import { catalogueOf, hallOf } from '../../halls/public'
import { claimKeys } from '../collections'
import { amountOf } from '../rules/kinds/departure'
import type { DepartureAmount } from '../rules/kinds/departure-amount'
import { daysLeft } from '../rules/kinds/departure-days'
import type { DepartureMode } from '../rules/kinds/departure-states'
import { dayIn } from '../rules/kinds/answers'
import { dayWords, yuanWords } from '../rules/kinds/words'
import { showFinding } from '../work/findings'
import { readForm, stopping } from './check'
import { departureForms } from './collections'
import { moveDeparture, type DepartureFacts } from './move'
import type { MovedForm } from './own'
import { accountIn, invoicesIn, sealTraveller, sealValues } from './values'

interface Ready {
  readonly owner: string
  readonly key: DataKey
  readonly values: Values
  readonly amount: DepartureAmount
  readonly purchasedOn: Day
  readonly departOn: Day
  readonly mode: DepartureMode
  readonly port: string
  readonly keys: readonly string[]
}

const modeIn = ({ mode }: Values): DepartureMode =>
  mode === 'transfer' || mode === 'instant' ? mode : 'cash'

/** All that can be refused before anything is written. */
const readyToOpen = async (
  context: Context,
  given: { readonly values: Values; readonly port: string },
): Promise<Ready> => {
  hallOf(await catalogueOf(context), given.port)
  const values = await readForm(context, given)
  const stops = stopping(values, dayOf(context.now))
  const amount = amountOf(values)
  const [purchasedOn, departOn] = [dayIn(values, 'purchasedOn'), dayIn(values, 'departOn')]
  const nothing = !amount || amount.net <= 0
  if (stops.length > 0 || nothing || purchasedOn === undefined || departOn === undefined)
    throw new AppError('NOT_ELIGIBLE', { findings: stops.map((one) => showFinding(one, context.language)) })
  const owner = callerId(context)
  return {
    owner,
    key: await context.vault.keyOf(owner),
    values,
    amount,
    purchasedOn,
    departOn,
    mode: modeIn(values),
    port: given.port,
    keys: invoicesIn(values).map((number) => `ck_${context.vault.pseudonym('claim', `departure|${number}`)}`),
  }
}

/** @throws AppError CLAIMED_BEFORE, with the form that has it where it is the caller's own */
const claimInvoice = async (tx: Tx, key: string, id: string, owner: string): Promise<void> => {
  const before = await tx.get(claimKeys, key)
  if (before) {
    const theirs = (await tx.get(departureForms, before.caseId))?.owner === owner
    throw new AppError('CLAIMED_BEFORE', theirs ? { formId: before.caseId } : {})
  }
  tx.insert(claimKeys, key, { v: 1, caseId: id })
}

/** By the code on it anybody sees that the form is one of ours and stands; never whose it is. */
const issue = (tx: Tx, id: string, { purchasedOn, amount }: Ready, lastDay: Day): string =>
  issuePaper(tx, {
    kind: text('离境退税申请单', 'Departure refund form'),
    subject: `departureForms|${id}`,
    facts: [
      { label: text('购买日期', 'Bought on'), value: dayWords(purchasedOn) },
      { label: text('含税金额', 'Amount, tax included'), value: yuanWords(fen(amount.total)) },
      { label: text('最迟离境', 'Leave by'), value: dayWords(lastDay) },
    ],
    validUntil: instantOf(addDays(lastDay, 1)),
  })

const firstFacts = (ready: Ready, id: string, code: string, lastDay: Day): DepartureFacts => {
  const { owner, key, values, amount, purchasedOn, departOn, mode, port, keys } = ready
  const account = accountIn(values)
  return {
    owner,
    values: sealValues(key, id, values),
    account: account ? sealTraveller(key, id, account) : null,
    preauth: null,
    mode,
    code,
    port,
    hallId: port,
    purchasedOn,
    departOn,
    lastDay,
    claimKeys: keys,
    total: amount.total,
    refund: amount.refund,
    fee: amount.fee,
    net: amount.net,
    advanced: 0,
    charged: 0,
    paid: 0,
    verifiedOn: null,
    steps: [],
    orderId: null,
  }
}

/**
 * @throws AppError FORM_FAULTS; NOT_ELIGIBLE with all that stops it; NOT_FOUND for a port that there is not; CLAIMED_BEFORE when one
 * of its invoices is on another form, whoever has it
 */
export const openDeparture = async (
  context: Context,
  given: { readonly values: Values; readonly port: string },
): Promise<MovedForm> => {
  const ready = await readyToOpen(context, given)
  const { lastDay } = daysLeft(ready.purchasedOn, dayOf(context.now))
  const { owner, key } = ready
  return context.transact(async (tx) => {
    const id = tx.id('df')
    const code = issue(tx, id, ready, lastDay)
    for (const one of ready.keys) await claimInvoice(tx, one, id, owner)
    const step = { id, by: 'claimant', actor: owner, key } as const
    const set = firstFacts(ready, id, code, lastDay)
    const begun = await moveDeparture(tx, { ...step, doc: undefined, move: 'begin', set })
    const doc = await moveDeparture(tx, {
      ...step,
      doc: begun,
      move: 'issueForm',
      set: {},
      said: { fen: begun.net },
    })
    return { id, state: doc.state }
  })
}
