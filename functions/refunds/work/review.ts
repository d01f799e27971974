/** What a reviewer sees on one screen: the case, the rules looked at again, the vouchers, whose step it is. */
import { actsFor } from '../../accounts/public'
import { sightOfWork } from '../../core/io/cases/sight'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { fen } from '../../core/pure/money'
import { dayOf } from '../../core/pure/time'
import { hallOnDuty } from '../../halls/public'
import { vouchers } from '../collections'
import { kindRules } from '../rules/kinds'
import { previewOf, showCheck } from './check'
import { approvalsLeft, barredFrom, dutyOf } from './duty'
import { arrearsOf, voucherKnown } from './known'
import { hallCase } from './office'
import type { Case } from './own'
import { caseValues, showCase } from './present'
import { showVoucher } from './show-voucher'

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
    // Of what the office found, nobody filled in a form.
    ...(doc.foundBy === 'authority' ? { unfinished: true as const } : {}),
    arrears: fen(arrears),
    ...(voucher ? { voucher: voucherKnown(voucher, reserved) } : {}),
  }
  const checked = kindRules[doc.kind].check(values, known)
  const { preview: _ofReceipt, ...check } = showCheck(
    { kind: doc.kind, values, known, checked },
    context.language,
  )
  // Of what is proposed, else of all that is claimed; interest and what is owed are today's.
  const approved = doc.proposal?.approved ?? doc.claimed
  const question = {
    kind: doc.kind,
    approved,
    direction: doc.direction,
    paidOn: voucher?.paidOn ?? null,
    arrears,
    on: dayOf(context.now),
    receivedOn: doc.receivedOn,
    foundBy: doc.foundBy,
  }
  const preview = approved > 0 ? { preview: previewOf(question, context.language) } : {}
  return { arrears, check: { ...check, ...preview } }
}

export const reviewCase = async (context: Context, wanted: string) => {
  const one = await hallCase(context, wanted)
  const { id, doc } = one
  const me = callerId(context)
  const { hall } = await hallOnDuty(context, doc.hallId)
  const barred = barredFrom(doc).includes(me) || (await actsFor(context, doc.taxpayerId))
  const place = { hallId: hall.id, region: hall.region }
  const [{ case: shownCase }, { arrears, check }, lines, work] = await Promise.all([
    shown(context, one),
    checkedNow(context, one),
    reader(context.store).query(vouchers, {
      index: 'subject',
      where: { subject: doc.subject },
      order: 'desc',
      limit: MOST_VOUCHERS,
    }),
    sightOfWork(context, { id, duty: dutyOf(doc), place, barred }),
  ])
  return {
    case: shownCase,
    check,
    vouchers: lines.items.map((row) => showVoucher(row.id, row.doc, context.language)),
    arrears,
    work,
    proposal: doc.proposal,
    approvalsLeft: approvalsLeft(doc),
  }
}
