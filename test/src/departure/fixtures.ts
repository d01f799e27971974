/** Answers of the departure refund as the contract shapes them. */
import type { Values } from '../../../functions/core/pure/forms'
import { codeOf } from '../../../functions/core/pure/verification-code'
import { instantOf } from '../../../functions/core/pure/time'
import type { DeskForm, FormFull, FormRow, HistoryRow } from '../../../src/packages/departure/model/answers'

/** Sunday 2026-11-22, 10:00 in Shanghai. */
export const NOW = instantOf('2026-11-22', 600)
export const TODAY = '2026-11-22'
export const CODE = codeOf(new Uint8Array(11).fill(9))
export const ID = `df_${'7'.repeat(26)}`

export const traveller: Values = {
  documentType: 'passport',
  nationality: 'GBR',
  travellerName: 'Emma Carter',
  documentNo: '533401372',
  documentUntil: '2031-05-01',
  entryShown: true,
  lastEntryOn: '2026-11-02',
  shopCode: '3101150001',
  purchasedOn: '2026-11-12',
  invoiceKind: 'ordinary',
  invoiceNo: '26312000000012345678',
  amount13: 113_000,
  amount9: 0,
  goodsKind: 'personal',
  goodsUnused: true,
  goodsCarried: true,
  departOn: '2026-12-01',
  mode: 'cash',
}

export const event = (place: number, move: string, change: Partial<HistoryRow> = {}): HistoryRow => ({
  place,
  at: NOW,
  move,
  by: 'claimant',
  mine: true,
  reasons: [],
  ...change,
})

export const row = (change: Partial<FormRow> = {}): FormRow => ({
  id: ID,
  state: 'formIssued',
  next: 'claimant',
  mode: 'cash',
  purchasedOn: '2026-11-12',
  departOn: '2026-12-01',
  days: { lastDay: '2027-02-10', strictLastDay: '2027-02-09', left: 80, strictLeft: 79, state: 'inTime' },
  total: 113_000,
  net: 10_170,
  changedAt: NOW,
  ...change,
})

const line = (key: string, label: string, fen: number) => ({ key, label, fen, unconfirmed: false })

const common = {
  code: CODE,
  port: 'east',
  portName: 'East Port',
  amount: {
    total: 113_000,
    refund: 12_430,
    fee: 2_260,
    net: 10_170,
    minimum: 20_000,
    cashCeiling: 2_000_000,
    cashAllowed: true,
    lines: [
      { ...line('amount13', 'Goods taxed at 13%: 11% comes back', 12_430), how: '1,130.00 × 11%' },
      line('refund', 'Refund', 12_430),
      line('fee', 'Fee of the agency', -2_260),
      line('net', 'Paid to you', 10_170),
    ],
  },
  advanced: 0,
  charged: 0,
  paid: 0,
  verifiedOn: null,
  verifiedAt: null,
  chargeBy: null,
  history: [event(1, 'begin'), event(2, 'issueForm', { fen: 10_170 })],
  account: null,
}

export const form = (change: Partial<FormFull> = {}): FormFull => ({
  ...row(),
  ...common,
  moves: ['cancel'],
  qr: `SBTF1:${CODE}:Zk9xQmN0c2VhbF9v`,
  values: { ...traveller, declared: true },
  ...change,
})

const rule = { rule: 'Left within 90 days', basis: 'Notice 3 of 2015', unconfirmed: false }

export const desk = (change: Partial<DeskForm> = {}): DeskForm => ({
  ...row(),
  ...common,
  moves: ['verify', 'refuse'],
  traveller: {
    name: 'E*** C***',
    document: 'Passport',
    number: '53***72',
    nationality: 'United Kingdom (GBR)',
    enteredOn: '2026-11-02',
  },
  goods: { shop: '3101150001', invoices: ['26312000000012345678'], kind: 'Personal goods' },
  findings: [{ code: 'leaveInTime', ok: true, warning: false, ...rule }],
  open: true,
  here: true,
  ...change,
})
