import { formProblems, shownValue, type Values } from '../../../../functions/core/pure/forms'
import { legalDates } from '../../../../functions/core/pure/legal-clock'
import { fen } from '../../../../functions/core/pure/money'
import { currencies } from '../../../../functions/refunds/data/kinds/currencies'
import * as law from '../../../../functions/refunds/data/kinds/export'
import type { Known } from '../../../../functions/refunds/rules/kind'
import { kindLaw } from '../../../../functions/refunds/rules/kinds'
import { exportRule } from '../../../../functions/refunds/rules/kinds/export'
import { termOf } from '../../../../functions/refunds/rules/term'
import { gapsIn } from '../../../harness/dated'
import { saysBoth } from '../../../harness/forms'
import { codesOf, foundIn, stopping, warnings } from '../../../harness/refunds/checks'
import { check, maker, today, trader } from '../../../harness/refunds/export'

const COMMON = [
  'monthAfterExport',
  'ordinaryWindow',
  'lastMonth',
  'refundRate',
  'rateWithinLevy',
  'moneyReceived',
  'receiptProof',
]
const CLOSING = ['recordsKept', 'noInterest', 'neverOffset', 'materials']

describe('refund on exports: every condition', () => {
  it.each([
    ['makers', maker],
    ['trading firms', trader],
  ])('of %s is filled in without a fault, and may be claimed', (_, values) => {
    expect(formProblems(exportRule.form, values, { today })).toEqual([])
    expect(stopping(check(values))).toEqual([])
    expect(warnings(check(values))).toEqual([])
  })

  it('looks at all of them', () => {
    expect(codesOf(check(maker))).toEqual([
      'taxpayerKind',
      'exporterRegistered',
      'exportNotStopped',
      'vatReturnFirst',
      ...COMMON,
      'bondedWithinPrice',
      'somethingToRefund',
      ...CLOSING,
    ])
    expect(codesOf(check(trader))).toEqual([
      'taxpayerKind',
      'exporterRegistered',
      'exportNotStopped',
      ...COMMON,
      'somethingToRefund',
      ...CLOSING,
    ])
  })

  it.each<[string, Values, Values, Partial<Known>]>([
    ['taxpayerKind', trader, {}, { taxpayer: 'person' }],
    [
      'authorityInForce',
      trader,
      { handledBy: 'agent', agentName: '代办公司', authorityUntil: '2026-11-23' },
      {},
    ],
    ['exporterRegistered', trader, { exporterRegistered: false }, {}],
    ['exportNotStopped', trader, { exportStopped: true }, {}],
    ['vatReturnFirst', maker, { returnFiled: false }, {}],
    ['monthAfterExport', trader, { exportedOn: '2026-11-01' }, {}],
    ['rateWithinLevy', trader, { levyRate: '900' }, {}],
    ['moneyReceived', trader, { receipt: 'contract', contractReceiptBy: '2029-09-16' }, {}],
    ['receiptProof', trader, { receipt: 'notYet', exporterClass: '4' }, {}],
    ['receiptProof', trader, { receipt: 'notYet', falseProofOn: '2024-11-25' }, {}],
    ['bondedWithinPrice', maker, { bonded: 71_234_001, refundRate: 1, periodEndCredit: 1 }, {}],
    ['somethingToRefund', maker, { periodEndCredit: 0 }, {}],
    ['somethingToRefund', maker, { creditRefunded: 5_000_000 }, {}],
    ['claimedWithinResult', trader, { claimed: 7_800_001 }, {}],
  ])('stops at %s alone', (code, values, changes, beside) => {
    const checked = check({ ...values, ...changes }, beside)
    expect(stopping(checked).filter((one) => one !== 'somethingToRefund' || code === one)).toEqual([code])
    expect(warnings(checked)).toEqual([])
  })

  it('stops at a rate of zero, by which nothing is refunded either', () =>
    expect(stopping(check({ ...trader, goods: 'solar' }))).toEqual(['refundRate', 'somethingToRefund']))

  it('tells all that fails at once', () => {
    const all = check(
      {
        ...maker,
        exporterRegistered: false,
        exportStopped: true,
        returnFiled: false,
        exportedOn: '2023-01-01',
        refundRate: 1300,
        levyRate: '900',
        receipt: 'notYet',
        bonded: 90_000_000,
      },
      { taxpayer: 'person', arrears: fen(1) },
    )
    expect(stopping(all)).toEqual([
      'taxpayerKind',
      'exporterRegistered',
      'exportNotStopped',
      'vatReturnFirst',
      'lastMonth',
      'rateWithinLevy',
      'moneyReceived',
      'receiptProof',
      'bondedWithinPrice',
      'somethingToRefund',
    ])
    expect(warnings(all)).toEqual(['ordinaryWindow'])
    expect(all.result?.claimable).toBe(0)
  })

  it('says nothing of what is not filled in yet', () =>
    expect(codesOf(check({}))).toEqual(['taxpayerKind', ...CLOSING]))

  it('is no matter of arrears', () => expect(check(trader, { arrears: fen(1) })).toEqual(check(trader)))
})

describe('when a refund on an export is claimed', () => {
  it.each([
    ['2026-09-30', ['monthAfterExport']],
    ['2026-10-01', []],
    ['2027-04-30', []],
  ])('exported on 2026-09-15, on %s it stops at %p', (on, stops) => {
    expect(stopping(check(trader, { today: on }))).toEqual(stops)
    expect(warnings(check(trader, { today: on }))).toEqual([])
  })

  it.each([
    ['2027-05-01', []],
    ['2029-09-14', []],
    ['2029-09-15', []],
    ['2029-09-16', ['lastMonth']],
  ])('late, on %s it warns, and stops at %p', (on, stops) => {
    const checked = check(trader, { today: on })
    expect(warnings(checked)).toEqual(['ordinaryWindow'])
    expect(stopping(checked)).toEqual(stops)
    expect(foundIn(checked, 'receiptProof')).toBe('申报时要报送收汇材料')
  })

  it('ends on the last day of a month that is shorter', () => {
    const leap = { ...trader, exportedOn: '2024-02-29', receivedOn: '2024-03-01' }
    expect(stopping(check(leap, { today: '2027-02-28' }))).toEqual([])
    expect(stopping(check(leap, { today: '2027-03-01' }))).toEqual(['lastMonth'])
  })

  it.each([
    ['2027-04-30', []],
    ['2027-05-01', ['moneyReceived', 'receiptProof']],
  ])('money that has not come in by %s stops it at %p', (on, stops) =>
    expect(stopping(check({ ...trader, receipt: 'notYet' }, { today: on }))).toEqual(stops),
  )

  it.each([
    ['2027-08-01', '2027-04-30', []],
    ['2027-08-01', '2027-05-01', ['receiptProof']],
    ['2027-08-01', '2027-08-01', ['receiptProof']],
    ['2027-08-01', '2027-08-02', ['moneyReceived', 'receiptProof']],
    // A contract brings it forward by nothing.
    ['2026-10-01', '2027-04-30', []],
    ['2029-09-15', '2026-11-24', []],
    ['2029-09-16', '2026-11-24', ['moneyReceived']],
  ])('by contract until %s, on %s it stops at %p', (contractReceiptBy, on, stops) =>
    expect(stopping(check({ ...trader, receipt: 'contract', contractReceiptBy }, { today: on }))).toEqual(
      stops,
    ),
  )

  it.each(['received', 'deemed', 'notRequired'])(
    'once it is %s, it may still be claimed later',
    (receipt) => {
      const late = { ...trader, receipt, receivedOn: '2027-06-01', deemedReason: '进口商破产' }
      expect(stopping(check(late, { today: '2027-06-02' }))).toEqual([])
    },
  )

  it.each([
    ['2024-11-24', []],
    ['2024-11-25', ['receiptProof']],
  ])('false proof of %s is held against it for 24 months', (falseProofOn, stops) =>
    expect(stopping(check({ ...trader, receipt: 'notYet', falseProofOn }))).toEqual(stops),
  )

  it.each([
    ['1', '2026-12-01'],
    ['2', '2026-12-08'],
    ['3', '2026-12-15'],
    ['4', '2026-12-22'],
  ])('class %s is done by %s', (exporterClass, last) => {
    const term = termOf(kindLaw('export', today), 'taxpayer', { exporterClass })
    expect(legalDates({ term, begunOn: today }, today).target).toEqual({ known: true, value: last })
  })

  it('without a class has the longest term', () => expect(termOf(kindLaw('export', today)).count).toBe(20))
})

describe('refund rates', () => {
  it.each([
    ['solar', '2024-11-30', '出口退税率 13%'],
    ['solar', '2024-12-01', '出口退税率 9%'],
    ['solar', '2026-03-31', '出口退税率 9%'],
    ['solar', '2026-04-01', '出口退税率 0%'],
    ['battery', '2026-03-31', '出口退税率 9%'],
    ['battery', '2026-04-01', '出口退税率 6%'],
    ['battery', '2026-12-31', '出口退税率 6%'],
    ['battery', '2027-01-01', '出口退税率 0%'],
  ])('of %s exported on %s: %s', (goods, exportedOn, found) =>
    expect(foundIn(check({ ...trader, goods, exportedOn }, { today: '2027-02-01' }), 'refundRate')).toBe(
      found,
    ),
  )

  it('of other goods is the one entered, with where it comes from', () => {
    const finding = check(trader).findings.find(({ code }) => code === 'refundRate')
    expect(finding).toMatchObject({
      basis: { zh: '申请人填报：退税率文库 2026A 版' },
      found: { zh: '填报的退税率 13%' },
      unconfirmed: true,
    })
    const { rateBasis: _, ...without } = trader
    expect(check(without).result).toBeUndefined()
  })

  it('are known by name alone: what every object has is no group of goods', () => {
    const checked = check({ ...trader, goods: 'toString', refundRate: 1300 })
    expect(checked.result).toBeUndefined()
  })
})

describe('the law of refunds on exports', () => {
  it('has one row for every day', () => {
    expect(gapsIn(law.exportRates.solar, '2019-04-01')).toEqual([])
    expect(gapsIn(law.exportRates.battery, '2019-04-01')).toEqual([])
    expect(gapsIn(law.exportWindows)).toEqual([])
    expect(gapsIn(law.receiptRules)).toEqual([])
    expect(gapsIn(law.exportLaws)).toEqual([])
  })

  it('names each currency once, in both languages', () => {
    expect(new Set(currencies.map(({ code }) => code)).size).toBe(currencies.length)
    expect(currencies.filter(({ code, name }) => !/^[A-Z]{3}$/.test(code) || !saysBoth(name))).toEqual([])
  })

  it('is told in both languages', () => {
    const conditions = Object.values(law).flatMap((one) =>
      typeof one === 'object' && 'rule' in one ? [one.rule, one.basis] : [],
    )
    const terms = Object.values(law.exportTerms).flatMap(({ rule, basis }) => [rule, basis])
    const rows = [
      ...Object.values(law.exportRates).flat(),
      ...law.levyRates,
      ...law.exportWindows,
      ...law.receiptRules,
    ]
    const cases = [
      maker,
      trader,
      { ...trader, goods: 'solar' },
      { ...maker, receipt: 'notYet', exporterClass: '4' },
    ]
    const found = cases
      .map((values) => check(values))
      .flatMap(({ findings, result }) => [
        ...findings.flatMap(({ rule, found: words }) => (words ? [rule, words] : [rule])),
        ...(result?.lines ?? []).map(({ label }) => label),
      ])
    const words = [...conditions, ...terms, ...rows.flatMap(({ rule, basis }) => [rule, basis]), ...found]
    expect(conditions.length).toBeGreaterThan(20)
    expect(words.filter((one) => !saysBoth(one))).toEqual([])
  })

  it('asks class 4 alone for proof of money received, and an agent’s exporter for its proof', () => {
    const papers = (changes: Values) => foundIn(check({ ...trader, ...changes }), 'materials') ?? ''
    expect(papers({ exporterClass: '4' })).toContain('、收汇材料')
    expect(papers({})).not.toContain('、收汇材料、')
    expect(papers({ agencyExport: true })).toContain('《代理出口货物证明》')
    expect(papers({})).not.toContain('《代理出口货物证明》')
  })
})

it('a price in another currency is not shown as yuan', () => {
  const fields = exportRule.form.sections.flatMap(({ fields: all }) => all)
  const shown = (key: string, value: number) =>
    fields
      .filter((field) => field.key === key)
      .flatMap((field) => [shownValue(field, value, 'zh-CN'), shownValue(field, value, 'en')])
  expect(shown('fob', 10_000_000)).toEqual(['100,000.00 成交币种', '100,000.00 of that currency'])
  expect(shown('fx', 7_123_400)).toEqual([
    '7,123,400 元/100 外币 ×10000',
    '7,123,400 yuan for 100 units, times 10 000',
  ])
})
