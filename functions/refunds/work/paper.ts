/** The application and the decision as papers: made of the case as it stands each time they are asked for. */
import { caseHistory } from '../../core/io/cases/record'
import type { Context } from '../../core/io/context'
import { renderPaper, type Block, type Paper, type Row } from '../../core/io/papers'
import { paperPartOf } from '../../core/io/papers/part'
import type { DataKey } from '../../core/io/security/contract'
import { reader } from '../../core/io/store/reader'
import { AppError, type Language } from '../../core/pure/errors'
import { shownSections } from '../../core/pure/form-values'
import { shownValue } from '../../core/pure/form-words'
import { fen } from '../../core/pure/money'
import { say, text, type Text } from '../../core/pure/text'
import { dayOf } from '../../core/pure/time'
import { groupedCode } from '../../core/pure/verification-code'
import { taxpayerNames } from '../../accounts/public'
import { catalogueOf } from '../../halls/public'
import { vouchers, type RefundCaseDoc } from '../collections'
import { APPEAL, REASONS, type ReasonCode } from '../data/reasons'
import { taxName } from '../rules/tax-name'
import { kindLaw, kindRules } from '../rules/kinds'
import { termOf } from '../rules/term'
import { accountAt, showAccount } from './account'
import type { Case } from './own'
import { caseValues } from './present'

interface Told {
  readonly doc: RefundCaseDoc
  readonly id: string
  readonly key: DataKey | undefined
  readonly language: Language
}

const row = (label: Text, value: Row['value']): Row => ({ label, value })

const formBlocks = ({ doc, id, key, language }: Told): Block[] => {
  const values = caseValues(key, id, doc)
  return shownSections(kindRules[doc.kind].form, values).map((section) => ({
    kind: 'rows',
    title: section.title,
    rows: section.fields.map((field) => row(field.label, shownValue(field, values[field.key], language))),
  }))
}

const head = async (context: Context, { doc, id }: Told): Promise<Block> => {
  const name = (await taxpayerNames(context, [doc.taxpayerId])).get(doc.taxpayerId)?.name ?? ''
  const law = kindLaw(doc.kind, doc.receivedOn)
  return {
    kind: 'rows',
    rows: [
      row(text('申请编号', 'Case'), id),
      row(text('申请人', 'Claimant'), name),
      row(text('退税类型', 'Kind of refund'), law.name),
      row(text('收到日期', 'Received'), { day: doc.receivedOn }),
      row(text('申请金额', 'Claimed'), { fen: fen(doc.claimed) }),
      row(
        text('退税方式', 'Way'),
        doc.direction === 'offset' ? text('抵缴', 'Kept as credit') : text('退还', 'Refunded'),
      ),
    ],
  }
}

const voucherBlock = async (context: Context, { doc }: Told): Promise<Block[]> => {
  const voucher =
    doc.voucherId === null ? undefined : await reader(context.store).get(vouchers, doc.voucherId)
  if (!voucher) return []
  return [
    {
      kind: 'rows',
      title: text('完税凭证', 'Voucher of tax paid'),
      rows: [
        row(text('凭证号码', 'Number'), voucher.number),
        row(text('税种', 'Tax'), taxName(voucher.tax)),
        row(text('所属期起', 'Period from'), { day: voucher.from }),
        row(text('所属期止', 'to'), { day: voucher.to }),
        row(text('缴款日期', 'Paid on'), { day: voucher.paidOn }),
        row(text('实缴金额', 'Paid'), { fen: fen(voucher.paid) }),
      ],
    },
  ]
}

const accountBlock = ({ doc, id, key }: Told): Block[] => {
  const account = showAccount(key, accountAt('refundCases', id), doc.account)
  if (!account) return []
  return [
    {
      kind: 'rows',
      title: text('收款账户', 'Account'),
      rows: [
        row(text('开户银行', 'Bank'), account.bank),
        row(text('户名', 'Holder'), account.holder),
        row(text('账号', 'Number'), account.number),
      ],
    },
  ]
}

const lawBlock = ({ doc, id, key }: Told): Block => {
  const law = kindLaw(doc.kind, doc.receivedOn)
  const { basis, unconfirmed, name } = law
  const term = termOf(law, doc.foundBy, caseValues(key, id, doc))
  return { kind: 'law', lines: [{ rule: name, basis, unconfirmed }, term] }
}

const application = async (context: Context, told: Told, office: Text): Promise<Paper> => ({
  title: text('退（抵）税申请表', 'Application for a tax refund'),
  office,
  blocks: [
    await head(context, told),
    ...(await voucherBlock(context, told)),
    ...formBlocks(told),
    ...accountBlock(told),
    lawBlock(told),
  ],
  places: [{ kind: 'signature', label: text('申请人', 'Claimant'), day: told.doc.receivedOn }],
})

const DECIDED: readonly string[] = ['approve', 'reject', 'notAccept', 'lapse']

const isReason = (code: unknown): code is ReasonCode =>
  typeof code === 'string' && Object.hasOwn(REASONS, code)

const moneyBlock = ({ doc: { money } }: Told): Block[] => {
  if (!money) return []
  const rows: [Text, number][] = [
    [text('批准退税', 'Approved'), money.approved],
    [text('利息', 'Interest'), money.interest],
    [text('抵缴欠税', 'Offset against arrears'), -money.offset],
    [text('留作抵缴', 'Kept as credit'), -money.credited],
  ]
  return [
    {
      kind: 'table',
      columns: [
        { title: text('项目', 'Item'), share: 3 },
        { title: text('金额（元）', 'Yuan'), share: 2, align: 'right' },
      ],
      rows: rows.filter(([, sum]) => sum !== 0).map(([label, sum]) => [label, { fen: fen(sum) }]),
      total: [text('应付金额', 'To be paid'), { fen: fen(money.payable) }],
    },
  ]
}

const RESULTS: Readonly<Record<string, Text>> = {
  approve: text('准予退税', 'The refund is granted'),
  reject: text('不予退税', 'The refund is refused'),
  notAccept: text('不予受理', 'The application is not accepted'),
  lapse: text('逾期未补正，不予受理', 'Not supplied in time: the application is not accepted'),
}

/** @throws AppError NO_PAPER before anything was decided */
const decision = async (context: Context, told: Told, office: Text): Promise<Paper & { at: number }> => {
  const history = await caseHistory(context.store, told.id)
  const decided = [...history].reverse().find(({ doc }) => DECIDED.includes(doc.move))
  if (!decided) throw new AppError('NO_PAPER')
  const { move, at } = decided.doc
  // What was agreed to is what was proposed last: what was sent back gave no reasons of this decision.
  const agreed = move === 'approve' || move === 'reject'
  const given = agreed ? [...history].reverse().find(({ doc }) => doc.move === 'propose') : decided
  const codes = given?.doc.data.reasons
  const reasons = (Array.isArray(codes) ? codes : []).filter(isReason).map((code) => REASONS[code])
  const { proof } = told.doc
  return {
    title: text('税务事项通知书', 'Notice of decision'),
    office,
    at,
    blocks: [
      await head(context, told),
      ...(await voucherBlock(context, told)),
      { kind: 'paragraph', title: text('决定', 'Decision'), text: RESULTS[move] ?? text(move, move) },
      ...moneyBlock(told),
      ...(reasons.length > 0
        ? [{ kind: 'law' as const, title: text('理由', 'Reasons'), lines: reasons }]
        : []),
      { kind: 'law', title: text('救济途径', 'How to object'), lines: [APPEAL] },
    ],
    places: [{ kind: 'seal', label: text('税务机关', 'Tax office'), name: office, day: dayOf(at) }],
    ...(proof === null ? {} : { proof: { code: groupedCode(proof) } }),
  }
}

/** @throws AppError NO_PAPER; NOT_FOUND for a part that there is not */
export const paperOf = async (
  context: Context,
  { id, doc }: Case,
  { what, place }: { readonly what: 'application' | 'decision'; readonly place: number },
) => {
  const { language, vault, settings } = context
  const key = (await vault.keysOf([doc.owner])).get(doc.owner)
  const hall = (await catalogueOf(context)).halls.get(doc.hallId)?.name ?? text(doc.hallId, doc.hallId)
  const told: Told = { doc, id, key, language }
  const made =
    what === 'application'
      ? { ...(await application(context, told, hall)), at: doc.createdAt }
      : await decision(context, told, hall)
  const { at, ...paper } = made
  const { demonstration } = settings
  const bytes = await renderPaper(paper, { language, now: at, demonstration })
  return paperPartOf({ kind: 'pdf', name: `${say(paper.title, language)} ${id}`, bytes }, place)
}
