import { formProblems, type Values } from '../../../../functions/core/pure/forms'
import { legalDates } from '../../../../functions/core/pure/legal-clock'
import { fen } from '../../../../functions/core/pure/money'
import * as law from '../../../../functions/refunds/data/kinds/vat-credit'
import type { Known } from '../../../../functions/refunds/rules/kind'
import { vatCreditRule } from '../../../../functions/refunds/rules/kinds/vat-credit'
import { gapsIn } from '../../../harness/dated'
import { saysBoth } from '../../../harness/forms'
import { codesOf, linesOf, stopping, warnings } from '../../../harness/refunds/checks'
import { builder, check, maker, other, today, YUAN } from '../../../harness/refunds/vat-credit'

describe('VAT credit: what holds for all', () => {
  it.each([
    ['manufacturing', maker],
    ['real estate', builder],
    ['others', other],
    ['others by quarter', { ...other, cycle: 'quarterly', creditBackQuarter: 1, period: '2026-09' }],
  ])('%s is filled in without a fault', (_, values) =>
    expect(
      formProblems(
        vatCreditRule.form,
        Object.fromEntries(
          Object.entries(values).filter(
            ([key]) => values.cycle !== 'quarterly' || !/^creditBack\d/.test(key),
          ),
        ),
        { today },
      ),
    ).toEqual([]),
  )

  it('looks at every condition', () => {
    expect(stopping(check(maker))).toEqual([])
    expect(warnings(check(maker))).toEqual([])
    expect(codesOf(check(maker))).toEqual([
      'taxpayerKind',
      'generalTaxpayer',
      'creditRating',
      'noFraud',
      'notPunishedTwice',
      'noInstantRefund',
      'group',
      'salesMonths',
      'industryShare',
      'composition',
      'returnFiled',
      'filingPeriod',
      'creditLeft',
      'materials',
    ])
  })

  it.each<[string, Values, Partial<Known>]>([
    ['taxpayerKind', {}, { taxpayer: 'person' }],
    ['authorityInForce', { handledBy: 'agent', agentName: '税务师事务所', authorityUntil: '2026-11-09' }, {}],
    ['generalTaxpayer', { generalTaxpayer: false }, {}],
    ['creditRating', { grade: 'M' }, {}],
    ['creditRating', { grade: 'C' }, {}],
    ['creditRating', { grade: 'D' }, {}],
    ['noFraud', { fraud: true }, {}],
    ['notPunishedTwice', { punished: 2 }, {}],
    ['noInstantRefund', { instantRefund: true }, {}],
    ['salesMonths', { salesMonths: 2 }, {}],
    ['industryShare', { industrySales: 500_000 * YUAN }, {}],
    ['composition', { inputInvoices: 900_000 * YUAN + 1 }, {}],
    ['returnFiled', { returnFiled: false }, {}],
    ['filingPeriod', { period: '2026-09' }, {}],
    [
      'exportDeclared',
      { exporter: true, exportDeclared: false, exportPending: false, exportApproved: 0 },
      {},
    ],
    ['creditLeft', { periodEndCredit: 0 }, {}],
    ['claimedWithinResult', { claimed: 90_000 * YUAN + 1 }, {}],
  ])('stops at %s alone', (code, changes, beside) => {
    expect(stopping(check({ ...maker, ...changes }, beside))).toEqual([code])
    expect(warnings(check({ ...maker, ...changes }, beside))).toEqual([])
  })

  it('tells all that fails at once', () => {
    const all = check(
      {
        ...maker,
        generalTaxpayer: false,
        grade: 'D',
        fraud: true,
        punished: 3,
        instantRefund: true,
        salesMonths: 1,
        industrySales: 0,
        inputAll: 1,
        returnFiled: false,
        period: '2026-01',
        periodEndCredit: 0,
        exporter: true,
        exportDeclared: false,
        exportPending: true,
        exportApproved: 0,
      },
      { taxpayer: 'person', arrears: fen(1) },
    )
    expect(stopping(all)).toEqual([
      'taxpayerKind',
      'generalTaxpayer',
      'creditRating',
      'noFraud',
      'notPunishedTwice',
      'noInstantRefund',
      'salesMonths',
      'industryShare',
      'composition',
      'returnFiled',
      'filingPeriod',
      'exportDeclared',
      'creditLeft',
    ])
    expect(warnings(all)).toEqual(['exportFirst', 'arrears'])
    expect(all.result).toBeUndefined()
  })

  it('says nothing of what is not filled in yet', () =>
    expect(codesOf(check({}))).toEqual(['taxpayerKind', 'materials']))

  it.each([
    [0, []],
    [1, []],
    [2, ['notPunishedTwice']],
  ])('punished %i times: stops at %p', (punished, stops) =>
    expect(stopping(check({ ...maker, punished }))).toEqual(stops),
  )

  it.each([
    ['2026-10', '2026-10-31', false],
    ['2026-10', '2026-11-01', true],
    // 15 November 2026 is a Sunday.
    ['2026-10', '2026-11-16', true],
    ['2026-10', '2026-11-17', false],
    ['2026-10', '2026-12-01', false],
    ['2025-12', '2026-01-05', true],
  ])('the period %s is claimed for on %s: %s', (period, on, ok) =>
    expect(stopping(check({ ...maker, period }, { today: on }))).toEqual(ok ? [] : ['filingPeriod']),
  )

  it('only warns where the calendar of the month is not published', () => {
    const later = check({ ...maker, period: '2030-02' }, { today: '2030-03-05' })
    expect(stopping(later)).toEqual([])
    expect(warnings(later)).toEqual(['filingPeriod'])
  })

  it.each([
    ['2026-09', '2026-10-12', []],
    ['2026-10', '2026-11-10', ['quarterEnd']],
  ])('by quarter, %s is its last month or it stops', (period, on, stops) => {
    const quarterly = { ...other, cycle: 'quarterly', creditBackQuarter: 1, period }
    expect(stopping(check(quarterly, { today: on }))).toEqual(stops)
  })

  it('takes approved export refunds and then arrears off the credit first', () => {
    const values = {
      ...maker,
      exporter: true,
      exportDeclared: true,
      exportPending: true,
      exportApproved: 30_000 * YUAN,
    }
    const checked = check(values, { arrears: fen(20_000 * YUAN) })
    expect(stopping(checked)).toEqual([])
    expect(warnings(checked)).toEqual(['exportFirst', 'arrears'])
    expect(linesOf(checked)).toEqual([
      'periodEndCredit 10000000',
      'exportApproved -3000000',
      'arrears -2000000',
      'creditLeft 5000000',
      'composition 90000000',
      'creditRefund 4500000',
      'claimable 4500000',
      'claimed 4500000',
    ])
  })

  it.each([
    [9_999_999, 1, []],
    [10_000_000, 0, ['creditLeft']],
    [10_000_001, 0, ['creditLeft']],
  ])('arrears of %i fen leave %i of the credit', (arrears, left, stops) => {
    const checked = check(maker, { arrears: fen(arrears) })
    expect(linesOf(checked)).toContain(`creditLeft ${left}`)
    expect(stopping(checked)).toEqual(stops)
  })

  it('does not take input tax that was transferred out off the papers: nobody is asked for it', () => {
    const keys = vatCreditRule.form.sections.flatMap(({ fields }) => fields.map(({ key }) => key))
    expect(keys.filter((key) => key.startsWith('input'))).toHaveLength(8)
  })

  it('lets less be claimed', () =>
    expect(linesOf(check({ ...maker, claimed: 1 })).slice(-2)).toEqual(['claimable 9000000', 'claimed 1']))

  it('is reviewed within ten working days, the day of acceptance being the first', () => {
    const { term } = law.vatCreditLaws[0] ?? { term: law.creditTerms.review }
    expect(legalDates({ term, begunOn: '2026-11-10' }, '2026-11-10').target).toEqual({
      known: true,
      value: '2026-11-23',
    })
    expect(legalDates({ term: law.creditTerms.cleared, begunOn: '2026-11-10' }, '2026-11-10').target).toEqual(
      {
        known: true,
        value: '2026-11-16',
      },
    )
  })
})

describe('the law of VAT credit', () => {
  it('has one row for every day since September 2025', () => {
    expect(gapsIn(law.creditPolicies, '2025-09-01')).toEqual([])
    expect(gapsIn(law.vatCreditLaws, '2025-09-01')).toEqual([])
    expect(() => check(maker, { today: '2025-08-31' })).toThrow(RangeError)
  })

  it('is told in both languages', () => {
    const conditions = Object.values(law).flatMap((one) =>
      typeof one === 'object' && 'rule' in one ? [one.rule, one.basis] : [],
    )
    const terms = Object.values(law.creditTerms).flatMap(({ rule, basis }) => [rule, basis])
    const found = [
      maker,
      builder,
      other,
      { ...maker, industrySales: 0 },
      { ...maker, industrySales: 2e8, inputAll: 1 },
      { ...builder, periodEndCredit: 0 },
    ]
      .flatMap((values) => check(values, { arrears: fen(1) }).findings)
      .flatMap(({ rule, basis, found: words }) => (words ? [rule, basis, words] : [rule, basis]))
    const labels = [builder, other].flatMap((values) =>
      (check(values).result?.lines ?? []).map(({ label }) => label),
    )
    const all = [...conditions, ...terms, ...found, ...labels, ...Object.values(law.groupNames)]
    expect(conditions.length).toBeGreaterThan(20)
    expect(all.filter((words) => !saysBoth(words))).toEqual([])
  })
})
