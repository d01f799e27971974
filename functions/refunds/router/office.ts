/** The office's side. */
import type { Context } from '../../core/io/context'
import { workItems } from '../../core/io/cases/collections'
import { filePartOf } from '../../core/io/files/read-parts'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { fen } from '../../core/pure/money'
import { mayAct } from '../../core/pure/duties'
import { dayOf } from '../../core/pure/time'
import { hallOnDuty } from '../../halls/public'
import { vouchers } from '../collections'
import { ruleOf } from '../rules/rule-of'
import { ageingOf } from '../work/ageing'
import { showCheck } from '../work/check'
import { approvalsLeft, barredFrom, dutyOf } from '../work/duty'
import { arrearsOf, voucherKnown } from '../work/known'
import { readMaterial } from '../work/materials'
import {
  accept as acceptCase,
  agree,
  askCorrection as ask,
  hallCase,
  notAccept as refuse,
  propose as proposeCase,
  sendBack,
  startReview as begin,
} from '../work/office'
import type { Case } from '../work/own'
import { order as orderCases } from '../work/pay'
import { caseValues, showCase, showVoucher } from '../work/present'
import { differencesOn } from '../work/reconcile'
import { casesSheet } from '../work/sheet'
import { os } from './os'

const shown = async (context: Context, one: Case) => ({
  case: await showCase(context, { ...one, by: 'officer', me: callerId(context) }),
})

const MOST_VOUCHERS = 20

/** What the case has taken of its voucher counts as left for itself. */
const checkedNow = async (context: Context, { id, doc }: Case) => {
  const key = (await context.vault.keysOf([doc.owner])).get(doc.owner)
  const values = caseValues(key, id, doc)
  const voucher =
    doc.voucherId === null ? undefined : await reader(context.store).get(vouchers, doc.voucherId)
  const arrears = await arrearsOf(context, doc.subject)
  const reserved = doc.money === null ? doc.claimed : 0
  const known = {
    today: doc.receivedOn,
    taxpayer: doc.payer,
    arrears: fen(arrears),
    ...(voucher ? { voucher: voucherKnown(voucher, reserved) } : {}),
  }
  const checked = ruleOf(doc.kind).check(values, known)
  return { arrears, check: showCheck({ kind: doc.kind, values, known, checked }, context.language) }
}

export const review = os.review.handler(async ({ input, context }) => {
  const one = await hallCase(context, input.id)
  const { id, doc } = one
  const me = callerId(context)
  const [{ case: shownCase }, { arrears, check }, lines, work, { hall }] = await Promise.all([
    shown(context, one),
    checkedNow(context, one),
    reader(context.store).query(vouchers, {
      index: 'subject',
      where: { subject: doc.subject },
      order: 'desc',
      limit: MOST_VOUCHERS,
    }),
    reader(context.store).get(workItems, id),
    hallOnDuty(context, doc.hallId),
  ])
  const duty = dutyOf(doc)
  const grants = context.caller.kind === 'account' ? context.caller.grants : []
  const holds = mayAct({ grants, duty, place: { hallId: hall.id, region: hall.region } })
  const assignee = !work || work.assignee === '' ? 'nobody' : work.assignee === me ? 'me' : 'other'
  return {
    case: shownCase,
    check,
    vouchers: lines.items.map((row) => showVoucher(row.id, row.doc, context.language)),
    arrears,
    work: {
      duty,
      assignee: assignee,
      escalated: work?.escalated ?? false,
      mayAct: holds && assignee !== 'other' && !barredFrom(doc).includes(me) && work?.waits === 'officer',
    },
    proposal: doc.proposal,
    approvalsLeft: approvalsLeft(doc),
  }
})

export const caseMaterial = os.caseMaterial.handler(async ({ input, context }) => {
  const { doc } = await hallCase(context, input.id)
  return filePartOf(await readMaterial(context, doc, input.materialId), input.place)
})

export const accept = os.accept.handler(({ input, context }) => acceptCase(context, input.id))
export const notAccept = os.notAccept.handler(({ input, context }) => refuse(context, input))
export const askCorrection = os.askCorrection.handler(({ input, context }) => ask(context, input))
export const startReview = os.startReview.handler(({ input, context }) => begin(context, input.id))
export const propose = os.propose.handler(({ input, context }) => proposeCase(context, input))
export const decide = os.decide.handler(({ input: { id, agree: agrees, said }, context }) =>
  (agrees ? agree : sendBack)(context, id, said),
)
export const order = os.order.handler(({ input, context }) => orderCases(context, input.ids))

export const ageing = os.ageing.handler(async ({ input, context }) => {
  const { hall } = await hallOnDuty(context, input.hallId)
  return ageingOf(context, hall.id, dayOf(context.now))
})

export const sheet = os.sheet.handler(async ({ input, context }) => {
  const { hall } = await hallOnDuty(context, input.hallId)
  return casesSheet(context, { ...input, hallId: hall.id })
})

export const differences = os.differences.handler(async ({ input, context }) => {
  const { hall } = await hallOnDuty(context, input.hallId, 'pay')
  return differencesOn(context, hall.id, input.day)
})
