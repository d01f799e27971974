/** Work, one case under review, and what the server answers beside them; the clock stands at 24 November 2026. */
import type { Item } from '../../../src/packages/workbench/model/items'
import type { Review } from '../../../src/packages/workbench/model/steps'
import { DAY, hall, NOW } from '../booking/fixtures'

const { load: _load, openToday: _openToday, ...east } = hall()
export const EAST = { ...east, region: '990102' }
export const onDuty = { halls: [EAST, { ...EAST, id: 'west', name: '城西办税服务厅' }] }

const id = (letter: string): string => `rf_${letter.repeat(26)}`

export const item = (more: Partial<Item> = {}): Item => ({
  id: id('a'),
  feature: 'refunds',
  kind: 'overpaid',
  state: 'submitted',
  waits: 'officer',
  duty: 'review',
  due: '2026-12-20',
  outer: '2026-12-22',
  escalated: false,
  assignee: 'nobody',
  holder: '',
  mayAct: true,
  taxpayerName: '陈*国',
  fen: 120_000,
  openedAt: NOW,
  ...more,
})

/** Approved, and the caller's to pay. */
export const payable = (letter: string, more: Partial<Item> = {}): Item =>
  item({ id: id(letter), state: 'approved', duty: 'pay', ...more })

export const meWith = (grants: readonly object[]) => ({
  accountId: 'ac_1',
  grants,
  taxpayers: [],
  createdAt: NOW,
  demonstration: true,
})
export const grant = (role: 'officer' | 'supervisor', ...duties: readonly string[]) => ({
  role,
  halls: ['east', 'west'],
  duties,
})

export const ageing = {
  asOf: NOW,
  counted: 'all',
  buckets: [
    { key: 'overOuter', cases: 1, fen: 10_000 },
    { key: 'overTarget', cases: 2, fen: 20_000 },
    { key: 'week', cases: 4, fen: 123_456 },
    { key: 'fortnight', cases: 0, fen: 0 },
    { key: 'later', cases: 3, fen: 30_000 },
    { key: 'waiting', cases: 1, fen: 5_000 },
  ],
}

export const CASE = id('a')

export const voucher = (more: object = {}) => ({
  id: `pv_${'v'.repeat(26)}`,
  number: '332026110700015201',
  tax: 'deed',
  taxName: '契税',
  from: '2026-10-12',
  to: '2026-10-12',
  paidOn: '2026-10-12',
  paid: 3_150_000,
  left: 3_030_000,
  approved: 0,
  ...more,
})

const event = (place: number, move: string, more: object = {}) => ({
  place,
  at: NOW - (10 - place) * 3_600_000,
  move,
  by: 'officer' as const,
  mine: false,
  reasons: [],
  ...more,
})

export const events = {
  submit: event(1, 'submit', { by: 'claimant', fen: 120_000 }),
  accept: event(2, 'accept', { mine: true }),
  review: event(3, 'review', { mine: true }),
  asked: event(2, 'askCorrection', { list: [{ code: 'other1', said: '请提供退房协议' }] }),
  propose: event(4, 'propose', {
    fen: 100_000,
    said: '只核实到一笔',
    reasons: [{ rule: '核实的多缴税款少于申请金额', basis: '实施细则 第七十八条', unconfirmed: false }],
  }),
}

const MOVES: Readonly<Record<string, readonly string[]>> = {
  submitted: ['accept', 'notAccept', 'askCorrection'],
  accepted: ['askCorrection', 'review'],
  reviewing: ['askCorrection', 'propose', 'sendBack', 'endorse', 'approve', 'reject'],
  approved: ['order', 'settle'],
}

type Case = Review['case']

const caseOf = (more: Partial<Case>): Case => {
  const state = more.state ?? 'submitted'
  return {
    id: CASE,
    kind: 'overpaid',
    kindName: '误收多缴退抵税',
    state,
    next: 'officer',
    taxpayerId: `tp_${'t'.repeat(26)}`,
    payer: 'person',
    taxpayerName: '陈*国',
    claimed: 120_000,
    receivedOn: '2026-11-20',
    target: '2026-12-20',
    outer: '2026-12-22',
    paused: false,
    payable: null,
    changedAt: NOW,
    hallId: 'east',
    hallName: '城东办税服务厅',
    direction: 'refund',
    foundBy: 'taxpayer',
    voucher: voucher() as Case['voucher'],
    values: {
      cause: 'overpaid',
      claimed: 120_000,
      direction: 'refund',
      originalAccount: true,
      reason: '缴了两次',
    },
    account: { bank: '示范银行城东支行', holder: '陈*国', number: '**** 5678', own: false },
    materials: [
      {
        code: 'proofOfOverpayment',
        id: `mt_${'m'.repeat(26)}`,
        name: '完税证明.png',
        type: 'image/png',
        size: 70,
        at: NOW,
      },
    ],
    correctionDue: null,
    money: null,
    history: [events.submit],
    moves: [...(MOVES[state] ?? [])],
    term: { rule: '三十日内办结', basis: '实施细则 第七十八条', unconfirmed: false },
    ...more,
  }
}

interface Change {
  readonly case?: Partial<Case>
  readonly work?: Partial<Review['work']>
  readonly proposal?: Review['proposal']
  readonly approvalsLeft?: number
  readonly arrears?: number
}

const line = (key: string, label: string, fen: number) => ({ key, label, fen, unconfirmed: false })

export const review = (change: Change = {}): Review => ({
  case: caseOf(change.case ?? {}),
  check: {
    kind: 'overpaid',
    open: true,
    findings: [
      {
        code: 'threeYears',
        ok: true,
        warning: false,
        rule: '三年之内',
        basis: '征管法 第五十一条',
        unconfirmed: false,
      },
      {
        code: 'arrears',
        ok: false,
        warning: true,
        rule: '没有欠税',
        basis: '细则 第七十九条',
        unconfirmed: true,
        found: '欠税 10.00 元',
      },
    ],
    result: {
      claimable: 120_000,
      lines: [line('left', '最多可申请', 3_150_000), line('claimed', '本次申请', 120_000)],
    },
    preview: {
      claimed: 120_000,
      interest: 55,
      arrears: 0,
      offset: 0,
      payable: 120_055,
      lines: [line('interest', '利息', 55), line('paidOut', '退到收款账户', 120_055)],
    },
  },
  vouchers: [
    voucher(),
    voucher({ id: `pv_${'w'.repeat(26)}`, number: '332026011500010288', taxName: '车船税' }),
  ] as Review['vouchers'],
  arrears: change.arrears ?? 0,
  work: {
    duty: 'review',
    assignee: 'nobody',
    holder: '',
    escalated: false,
    mayAct: true,
    bar: null,
    ...change.work,
  },
  proposal: change.proposal ?? null,
  approvalsLeft: change.approvalsLeft ?? 0,
})

/** Under review with a proposal, as whoever may approve it sees it. */
export const proposed = (change: Change = {}): Review =>
  review({
    proposal: { outcome: 'approve', approved: 100_000, place: 4 },
    approvalsLeft: 1,
    ...change,
    case: {
      state: 'reviewing',
      history: [events.submit, events.accept, events.review, events.propose],
      ...change.case,
    },
    work: { duty: 'approve', ...change.work },
  })

export const MONEY = { approved: 100_000, interest: 55, offset: 0, credited: 0, payable: 100_055 }

/** Approved, as whoever pays sees it. */
export const approvedCase = (change: Change = {}): Review =>
  review({
    ...change,
    case: { state: 'approved', money: MONEY, payable: MONEY.payable, ...change.case },
    work: { duty: 'pay', ...change.work },
  })

export { DAY, NOW }
