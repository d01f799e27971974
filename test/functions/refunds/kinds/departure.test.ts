import { formProblems, type Values } from '../../../../functions/core/pure/forms'
import * as law from '../../../../functions/refunds/data/kinds/departure'
import { nationalities } from '../../../../functions/refunds/data/kinds/nationalities'
import type { Known } from '../../../../functions/refunds/rules/kind'
import { departureCheck, departureRule } from '../../../../functions/refunds/rules/kinds/departure'
import { gapsIn } from '../../../harness/dated'
import { saysBoth } from '../../../harness/forms'
import { codesOf, foundIn, stopping, warnings } from '../../../harness/refunds/checks'
import { check, instant, today, traveller } from '../../../harness/refunds/departure'

describe('departure refund: every condition', () => {
  it.each([
    ['in cash', traveller],
    [
      'by transfer',
      {
        ...traveller,
        mode: 'transfer',
        transferBank: 'BNP Paribas',
        transferAccount: 'FR7630006000011234567890189',
      },
    ],
    ['upon purchase', instant],
    [
      'with a permit',
      Object.fromEntries(
        Object.entries({ ...traveller, documentType: 'taiwanPermit' }).filter(
          ([key]) => key !== 'nationality',
        ),
      ),
    ],
  ])('%s is filled in without a fault, and may be had', (_, values) => {
    expect(formProblems(departureRule.form, values, { today })).toEqual([])
    expect(stopping(check(values))).toEqual([])
    expect(warnings(check(values))).toEqual([])
  })

  it('looks at all of them', () => {
    const common = [
      'foreignTraveller',
      'validDocument',
      'entryKnown',
      'shortStay',
      'boughtAfterEntry',
      'boughtSoonAfterEntry',
      'goodsInScope',
      'ordinaryInvoice',
      'minimumReached',
      'goodsUnused',
      'goodsCarried',
      'leaveAhead',
      'leaveInTime',
    ]
    expect(departureCheck(traveller, { today }).map(({ code }) => code)).toEqual([...common, 'cashAllowed'])
    expect(departureCheck(instant, { today }).map(({ code }) => code)).toEqual([
      ...common,
      'instantShop',
      'ownCard',
      'agreementKept',
    ])
    expect(codesOf(check(traveller))).toEqual(['taxpayerKind', ...common, 'cashAllowed', 'materials'])
  })

  it.each<[string, Values, Partial<Known>]>([
    ['taxpayerKind', {}, { taxpayer: 'enterprise' }],
    ['foreignTraveller', { nationality: 'CHN' }, {}],
    ['foreignTraveller', { nationality: 'XXX' }, {}],
    ['validDocument', { documentUntil: '2026-01-31' }, {}],
    ['entryKnown', { entryShown: false }, {}],
    ['shortStay', { lastEntryOn: '2025-08-01' }, {}],
    ['boughtAfterEntry', { lastEntryOn: '2026-01-11' }, {}],
    ['goodsInScope', { goodsKind: 'forbidden' }, {}],
    ['goodsInScope', { goodsKind: 'exempt' }, {}],
    ['goodsInScope', { goodsKind: 'excluded' }, {}],
    ['ordinaryInvoice', { invoiceKind: 'special' }, {}],
    ['ordinaryInvoice', { invoiceKind: 'none' }, {}],
    ['minimumReached', { amount13: 19_999 }, {}],
    ['goodsUnused', { goodsUnused: false }, {}],
    ['goodsCarried', { goodsCarried: false }, {}],
    ['leaveAhead', { departOn: '2026-01-19' }, {}],
    ['leaveInTime', { departOn: '2026-04-11' }, {}],
    ['cashAllowed', { amount13: 25_000_000 }, {}],
  ])('stops at %s alone: %p', (code, changes, beside) => {
    const checked = check({ ...traveller, ...changes }, beside)
    expect(stopping(checked)).toEqual([code])
    expect(warnings(checked)).toEqual([])
  })

  it.each([
    ['instantShop', { instantShop: false }],
    ['ownCard', { ownCard: false }],
  ])('upon purchase it stops at %s alone', (code, changes) =>
    expect(stopping(check({ ...instant, ...changes }))).toEqual([code]),
  )

  it('stops a purchase long after entry, by which the stay is too long as well', () =>
    expect(stopping(check({ ...traveller, lastEntryOn: '2025-07-10' }))).toEqual([
      'shortStay',
      'boughtSoonAfterEntry',
    ]))

  it('tells all that fails at once', () => {
    const all = check(
      {
        ...traveller,
        nationality: 'CHN',
        documentUntil: '2026-01-01',
        entryShown: false,
        purchasedOn: '2025-10-01',
        invoiceKind: 'none',
        amount13: 0,
        amount9: 19_999,
        goodsKind: 'exempt',
        goodsUnused: false,
        goodsCarried: false,
        departOn: '2025-09-30',
        mode: 'instant',
        instantShop: false,
        ownCard: false,
      },
      { taxpayer: 'enterprise' },
    )
    expect(stopping(all)).toEqual([
      'taxpayerKind',
      'foreignTraveller',
      'validDocument',
      'entryKnown',
      'goodsInScope',
      'ordinaryInvoice',
      'minimumReached',
      'goodsUnused',
      'goodsCarried',
      'leaveAhead',
      'leaveInTime',
      'instantShop',
      'ownCard',
    ])
  })

  it('says nothing of what is not filled in yet', () => expect(departureCheck({}, { today })).toEqual([]))

  it('is told in Chinese and English, whatever was found', () => {
    const cases = [traveller, instant, { ...traveller, amount13: 25_000_000, lastEntryOn: '2025-07-01' }]
    const words = cases.flatMap((values) =>
      departureCheck(values, { today }).flatMap(({ rule, basis, found, code }) => [
        rule,
        basis,
        // It names a port as it was typed.
        ...(found && code !== 'agreementKept' ? [found] : []),
      ]),
    )
    expect(words.filter((one) => !saysBoth(one))).toEqual([])
    expect(foundIn(check(instant), 'agreementKept')).toBe(
      '不晚于2026年2月1日从上海浦东国际机场离境；否则最迟2026年2月4日扣回预付金',
    )
  })
})

describe('departure refund: each bound', () => {
  it.each([
    [19_999, 0, false],
    [20_000, 0, true],
    [20_001, 0, true],
    [0, 20_000, true],
    [10_000, 9999, false],
    [10_000, 10_000, true],
  ])('%i and %i fen in one shop on one day: %s', (amount13, amount9, ok) =>
    expect(stopping(check({ ...traveller, amount13, amount9 }))).toEqual(ok ? [] : ['minimumReached']),
  )

  it.each([
    [18_181_818, true],
    [18_181_819, true],
    [18_181_823, false],
  ])('a refund on %i fen is paid in cash: %s', (amount13, ok) => {
    const checked = check({ ...traveller, amount13 })
    expect(stopping(checked)).toEqual(ok ? [] : ['cashAllowed'])
    expect(stopping(check({ ...traveller, amount13, mode: 'transfer' }))).toEqual([])
  })

  it.each([
    ['2026-01-31', true],
    ['2026-02-01', false],
    ['2026-02-02', false],
  ])('a document until %s, left on 2026-02-01, is not valid: %s', (documentUntil, fails) =>
    expect(stopping(check({ ...traveller, documentUntil }))).toEqual(fails ? ['validDocument'] : []),
  )

  it.each([
    ['2025-08-03', [], []],
    ['2025-08-02', [], ['shortStay']],
    ['2025-08-01', ['shortStay'], []],
  ])('entered on %s, it stops at %p and warns of %p', (lastEntryOn, stops, warned) => {
    // Left on 2026-02-01: 182, 183 and 184 days.
    const checked = check({ ...traveller, lastEntryOn })
    expect(stopping(checked)).toEqual(stops)
    expect(warnings(checked)).toEqual(warned)
  })

  it.each([
    ['2026-01-09', []],
    ['2026-01-10', []],
    ['2026-01-11', ['boughtAfterEntry']],
  ])('entered on %s and bought on 2026-01-10, it stops at %p', (lastEntryOn, stops) =>
    expect(stopping(check({ ...traveller, lastEntryOn }))).toEqual(stops),
  )

  it.each([
    ['2025-07-11', false],
    ['2025-07-10', true],
    ['2025-07-09', true],
  ])('entered on %s and bought on 2026-01-10 is too long after: %s', (lastEntryOn, late) =>
    expect(stopping(check({ ...traveller, lastEntryOn }))).toEqual(
      late ? ['shortStay', 'boughtSoonAfterEntry'] : ['shortStay'],
    ),
  )

  it.each([
    ['2026-04-07', [], []],
    ['2026-04-08', [], ['leaveInTime']],
    ['2026-04-09', [], ['leaveInTime']],
    ['2026-04-10', [], ['leaveInTime']],
    ['2026-04-11', ['leaveInTime'], []],
  ])('bought on 2026-01-10 and left on %s, it stops at %p and warns of %p', (departOn, stops, warned) => {
    const checked = check({ ...traveller, departOn })
    expect(stopping(checked)).toEqual(stops)
    expect(warnings(checked)).toEqual(warned)
  })

  it('is over by the calendar too, whatever was planned', () =>
    expect(stopping(check(traveller, { today: '2026-04-11' }))).toEqual(['leaveAhead', 'leaveInTime']))

  it('is long over for a purchase before the law that we have', () => {
    const old = check({ ...traveller, purchasedOn: '2019-03-31', lastEntryOn: '2019-03-01' })
    expect(stopping(old)).toContain('leaveInTime')
    expect(old.result).toBeUndefined()
  })

  it.each([
    ['2025-04-25', ['minimumReached']],
    ['2025-04-26', []],
  ])('200 yuan on %s: stops at %p', (purchasedOn, stops) => {
    const bought = {
      ...traveller,
      purchasedOn,
      lastEntryOn: '2025-04-20',
      departOn: '2025-05-10',
      amount13: 20_000,
    }
    expect(stopping(check(bought, { today: '2025-05-01' }))).toEqual(stops)
  })
})

describe('the law of departure refunds', () => {
  it('has one row for every day', () => {
    for (const field of ['amount13', 'amount9']) {
      expect(
        gapsIn(
          law.departureRates.filter((row) => row.field === field),
          '2019-04-01',
        ),
      ).toEqual([])
    }
    expect(gapsIn(law.departurePolicies, '2019-04-01')).toEqual([])
    expect(gapsIn(law.agencyFees, '2019-04-01')).toEqual([])
    expect(gapsIn(law.departureLaws, '2025-04-26')).toEqual([])
  })

  it('is told in both languages', () => {
    const conditions = Object.values(law).filter((one) => 'rule' in one)
    const rows = [...law.departurePolicies, ...law.departureRates, ...law.agencyFees, ...conditions]
    expect(conditions.length).toBeGreaterThan(15)
    expect(rows.flatMap(({ rule, basis }) => [rule, basis]).filter((words) => !saysBoth(words))).toEqual([])
  })

  it('keeps the fee unconfirmed: agencies set their own', () =>
    expect(law.agencyFees.map(({ unconfirmed }) => unconfirmed)).toEqual([true]))

  it('knows the 193 members of the United Nations and its two observers, each once', () => {
    const codes = nationalities.map(({ code }) => code)
    expect(codes).toHaveLength(195)
    expect(new Set(codes).size).toBe(195)
    expect(codes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([])
    expect(codes).not.toContain('HKG')
    expect(nationalities.filter(({ name }) => !saysBoth(name))).toEqual([])
    const names = nationalities.flatMap(({ name }) => [name.zh, name.en])
    expect(new Set(names).size).toBe(390)
  })
})
