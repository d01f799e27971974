/** Answers of `refunds` as the contract shapes them, for the refund screens' tests. */
import { instantOf } from '../../../functions/core/pure/time'
import type {
  CaseFull,
  CaseRow,
  CheckShown,
  DraftFull,
  DraftRow,
  HistoryRow,
  Voucher,
} from '../../../src/packages/refunds/model/answers'

/** Sunday 2026-11-22, 10:00 in Shanghai. */
export const NOW = instantOf('2026-11-22', 600)
export const CASE = `rf_${'1'.repeat(26)}`
export const DRAFT = `rd_${'1'.repeat(26)}`

export const voucher = (change: Partial<Voucher> = {}): Voucher => ({
  id: `pv_${'1'.repeat(26)}`,
  number: '332026110700015201',
  tax: 'deed',
  taxName: '契税',
  from: '2026-10-12',
  to: '2026-10-12',
  paidOn: '2026-10-12',
  paid: 3_150_000,
  left: 3_150_000,
  approved: 0,
  ...change,
})

/** Paid more than three years ago. */
export const oldVoucher = voucher({
  id: `pv_${'2'.repeat(26)}`,
  number: '332023030600010042',
  from: '2023-03-06',
  to: '2023-03-06',
  paidOn: '2023-03-06',
  paid: 900_000,
  left: 900_000,
})

export const spentVoucher = voucher({ id: `pv_${'3'.repeat(26)}`, number: '332026010100000001', left: 0 })

const said = (words: string) => ({ rule: words, basis: '征管法第五十一条', unconfirmed: false })

export const check = (change: Partial<CheckShown> = {}): CheckShown => ({
  kind: 'overpaid',
  open: true,
  findings: [{ code: 'arrears', ok: true, warning: false, ...said('有欠税的先抵缴'), found: '没有欠税' }],
  preview: {
    claimed: 300_000,
    interest: 137,
    arrears: 0,
    offset: 0,
    payable: 300_137,
    lines: [
      { key: 'interest', label: '利息', fen: 137, unconfirmed: true },
      { key: 'paidOut', label: '退到您的账户', fen: 300_137, unconfirmed: false },
    ],
  },
  ...change,
})

export const values = {
  cause: 'overpaid',
  periodFrom: '2026-10',
  periodTo: '2026-10',
  claimed: 300_000,
  direction: 'refund',
  originalAccount: true,
  reason: '同一套房的契税缴了两次',
  contactName: '陈建国',
  contactPhone: '13800000000',
  handledBy: 'self',
}

const material = {
  id: `mt_${'1'.repeat(26)}`,
  code: 'proofOfOverpayment',
  name: '契税完税证明.pdf',
  type: 'application/pdf',
  size: 70_000,
  at: NOW - 86_400_000,
}
export const onFile = { ...material, used: false }

/** Everything is there but the declaration. */
export const draft = (change: Partial<DraftFull> = {}): DraftFull => ({
  id: DRAFT,
  kind: 'overpaid',
  taxpayerId: 'tp_1',
  hallId: 'east',
  voucherId: voucher().id,
  voucher: voucher(),
  values,
  account: { bank: '示范银行城东支行', holder: '陈建国', number: '**** 5678' },
  materials: [material],
  step: 'review',
  changedAt: NOW - 3_600_000,
  expiresAt: NOW + 14 * 86_400_000,
  ...change,
})

export const draftRow = (change: Partial<DraftRow> = {}): DraftRow => ({
  id: DRAFT,
  kind: 'overpaid',
  taxpayerName: '陈*国',
  changedAt: NOW - 3_600_000,
  expiresAt: NOW + 3 * 86_400_000,
  ...change,
})

export const caseRow = (change: Partial<CaseRow> = {}): CaseRow => ({
  id: CASE,
  kind: 'overpaid',
  kindName: '误收多缴退抵税',
  state: 'submitted',
  next: 'officer',
  taxpayerName: '陈*国',
  claimed: 300_000,
  receivedOn: '2026-11-20',
  target: '2026-12-20',
  outer: '2026-12-21',
  paused: false,
  correctionDue: null,
  payable: null,
  changedAt: NOW,
  ...change,
})

export const step = (move: string, change: Partial<HistoryRow> = {}): HistoryRow => ({
  place: 1,
  at: NOW - 86_400_000,
  move,
  by: 'officer',
  mine: false,
  reasons: [],
  ...change,
})

export const oneCase = (change: Partial<CaseFull> = {}): CaseFull => ({
  ...caseRow(),
  taxpayerId: 'tp_1',
  payer: 'person',
  hallId: 'east',
  hallName: '城东办税服务厅',
  foundBy: 'taxpayer',
  direction: 'refund',
  voucher: voucher({ left: 2_850_000 }),
  values: { ...values, declared: true },
  account: { bank: '示范银行城东支行', holder: '陈建国', number: '**** 5678' },
  materials: [material],
  money: null,
  history: [step('submit', { by: 'claimant', mine: true, fen: 300_000 })],
  moves: ['withdraw'],
  term: said('30 日内办理'),
  ...change,
})
