/** The adapter before the stand-in, and an invoice of each kind. */
import type { Log } from '../../../../functions/core/io/log/log'
import type {
  InvoiceVerifier,
  Question,
  Verification,
} from '../../../../functions/invoices/verification/contract'
import { tencentVerifier } from '../../../../functions/invoices/verification/tencent'
import { TEST_NOW } from '../../../harness/context'
import { startInvoices, type InvoicesStandIn, type IssuedInvoice } from '../../../harness/outside/invoices'

/** Of TEST_NOW. */
export const TODAY = '2026-11-24'

export interface Sample {
  readonly question: Question
  readonly issued: IssuedInvoice
}

/** 数电普票. */
export const electronic: Sample = {
  question: {
    kind: '32',
    code: '',
    number: '26512000000375586818',
    issuedOn: '2026-11-20',
    amount: 1070,
    amountOf: 'total',
    checkCode: '',
    on: TODAY,
  },
  issued: {
    kind: '10',
    type: '0910',
    code: '',
    number: '26512000000375586818',
    date: '2026-11-20',
    net: '10.50',
    total: '10.70',
  },
}

const old = (kind: string, checkCode: string): Sample => ({
  question: {
    kind,
    code: '011001700112',
    number: '04138864',
    issuedOn: '2026-10-16',
    amount: 49_890,
    amountOf: 'net',
    checkCode,
    on: TODAY,
  },
  issued: {
    kind,
    type: kind,
    code: '011001700112',
    number: '04138864',
    date: '2026-10-16',
    net: '498.90',
    total: '528.83',
    checkCode,
  },
})
const CHECK_CODE = '17602940807063740560'

/** 专票. */
export const special = old('01', '')
/** 普票. */
export const ordinary = old('04', CHECK_CODE)

/** Other digits of the same invoice. */
const as = ({ question, issued }: Sample, kind: string, change: Partial<IssuedInvoice> = {}): Sample => ({
  question: { ...question, kind },
  issued: { ...issued, ...change },
})

const usedCar: Sample = as(
  { ...special, question: { ...special.question, amountOf: 'total', amount: 52_883 } },
  '15',
  {
    kind: '15',
    type: '15',
  },
)

/** An invoice by each pair of digits, and what is sent for it. */
export const KINDS: readonly (readonly [
  name: string,
  sample: Sample,
  sent: Readonly<Record<string, unknown>>,
])[] = [
  ['01 专票', special, { InvoiceKind: '01', Amount: '498.90' }],
  ['02 货运专票', old('02', ''), { InvoiceKind: '02', Amount: '498.90' }],
  ['03 机动车', old('03', ''), { InvoiceKind: '03', Amount: '498.90' }],
  ['04 普票', ordinary, { InvoiceKind: '04', CheckCode: '740560' }],
  ['08 电子专票', old('08', ''), { InvoiceKind: '08', Amount: '498.90' }],
  ['10 电子普票', old('10', CHECK_CODE), { InvoiceKind: '10', CheckCode: '740560' }],
  ['11 卷票', old('11', CHECK_CODE), { InvoiceKind: '11', CheckCode: '740560' }],
  ['14 通行费', old('14', CHECK_CODE), { InvoiceKind: '14', CheckCode: '740560' }],
  ['15 二手车', usedCar, { InvoiceKind: '15', Amount: '528.83' }],
  ['31 数电专票', as(electronic, '31', { kind: '08', type: '0920' }), { InvoiceKind: '08', Amount: '10.70' }],
  ['32 数电普票', electronic, { InvoiceKind: '10', Amount: '10.70' }],
  ['51 铁路', as(electronic, '51', { type: '83' }), { Amount: '10.70' }],
  ['59 通行费', as(electronic, '59', { type: '8208' }), { Amount: '10.70' }],
  ['61 航空', as(electronic, '61', { type: '61' }), { Amount: '10.70' }],
  ['81 数电专票', as(electronic, '81', { kind: '08', type: '08' }), { InvoiceKind: '08', Amount: '10.70' }],
  ['82 数电普票', as(electronic, '82', { type: '10' }), { InvoiceKind: '10', Amount: '10.70' }],
  ['83', as(electronic, '83', { type: '0930' }), { Amount: '10.70' }],
  ['84 数电二手车', as(electronic, '84', { type: '0940' }), { Amount: '10.70' }],
  ['85 数电纸质专票', as(special, '85', { type: '0901' }), { Amount: '498.90' }],
  ['86 数电纸质普票', as(ordinary, '86', { type: '0904' }), { CheckCode: '740560' }],
  ['87 数电纸质机动车', as(special, '87', { type: '0903' }), { Amount: '498.90' }],
  ['88 数电纸质二手车', as(special, '88', { type: '0915' }), { Amount: '498.90' }],
  ['99, a 数电票 of a kind to come', as(electronic, '99', { type: '0999' }), { Amount: '10.70' }],
]

export interface Bench {
  readonly server: InvoicesStandIn
  readonly time: { now: number }
  readonly logged: unknown[]
  readonly parts: { readonly clock: () => number; readonly log: Log }
  readonly verifier: InvoiceVerifier
  /** Issues the sample, changed or not, and asks for it. */
  verify(sample: Sample, change?: Partial<Question>): Promise<Verification>
  close(): Promise<void>
}

export const openBench = async (): Promise<Bench> => {
  const time = { now: TEST_NOW }
  const clock = (): number => time.now
  const logged: unknown[] = []
  const note = (fields: Readonly<Record<string, unknown>>, message: string): void =>
    void logged.push({ fields, message })
  const parts = { clock, log: { info: note, warn: note, error: note } }
  const server = await startInvoices(clock)
  server.issue(electronic.issued)
  const verifier = tencentVerifier(server.configuration, parts)
  return {
    server,
    time,
    logged,
    parts,
    verifier,
    verify: ({ question, issued }, change = {}) => {
      server.issue(issued)
      return verifier.verify({ ...question, ...change }, new AbortController().signal)
    },
    close: () => server.close(),
  }
}
