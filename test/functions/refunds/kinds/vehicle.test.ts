import fc from 'fast-check'
import { formProblems, type Values } from '../../../../functions/core/pure/forms'
import { fen } from '../../../../functions/core/pure/money'
import { addDays } from '../../../../functions/core/pure/time'
import type { Known } from '../../../../functions/refunds/rules/kind'
import { vehicleRule } from '../../../../functions/refunds/rules/kinds/vehicle'
import { purchaseRefund, vesselRefund } from '../../../../functions/refunds/rules/kinds/vehicle-amounts'
import {
  codesOf,
  foundIn,
  knownWith,
  linesOf,
  stopping,
  today,
  warnings,
} from '../../../harness/refunds/checks'

const common: Values = {
  eventOn: '2026-09-15',
  vin: 'LSVAA4182E2184841',
  direction: 'refund',
  originalAccount: true,
  reason: '车辆有质量问题，退回经销商',
  contactName: '林小雨',
  contactPhone: '13800000000',
  handledBy: 'self',
  declared: true,
}
const bought: Values = { ...common, vehicleTax: 'vehiclePurchase', event: 'returned', claimed: 90_000 }
const yearly: Values = {
  ...common,
  vehicleTax: 'vehicleVessel',
  event: 'stolen',
  yearTax: 48_000,
  periodFrom: '2026-01',
  periodTo: '2026-12',
  claimed: 16_000,
}
const purchaseKnown = (changes: Partial<NonNullable<Known['voucher']>> = {}, other: Partial<Known> = {}) =>
  knownWith(other, { tax: 'vehiclePurchase', ...changes })
const vesselKnown = (changes: Partial<NonNullable<Known['voucher']>> = {}, other: Partial<Known> = {}) =>
  knownWith(other, { tax: 'vehicleVessel', paidOn: '2026-01-10', ...changes })
const ofPurchase = (changes: Values = {}, known = purchaseKnown()) =>
  vehicleRule.check({ ...bought, ...changes }, known)
const ofVessel = (changes: Values = {}, known = vesselKnown()) =>
  vehicleRule.check({ ...yearly, ...changes }, known)

describe('vehicle purchase tax', () => {
  it('is filled in without a fault, and may be claimed', () => {
    expect(formProblems(vehicleRule.form, bought, { today })).toEqual([])
    expect(stopping(ofPurchase())).toEqual([])
    expect(codesOf(ofPurchase())).toEqual([
      'voucher',
      'threeYears',
      'voucherLeft',
      'claimedWithinLeft',
      'taxpayerKind',
      'taxOfVoucher',
      'purchaseReturned',
      'eventAfterPayment',
      'valueLeft',
      'claimedWithinFormula',
      'arrears',
      'materials',
    ])
  })

  it.each([
    ['2024-11-24', '2025-11-23', 100_000],
    ['2024-11-24', '2025-11-24', 90_000],
    ['2024-11-24', '2025-11-25', 90_000],
    ['2024-11-24', '2026-11-23', 90_000],
    ['2024-11-24', '2026-11-24', 80_000],
    ['2024-02-29', '2025-02-27', 100_000],
    ['2024-02-29', '2025-02-28', 90_000],
    ['2019-07-01', '2029-06-30', 10_000],
    ['2019-07-01', '2029-07-01', 0],
    ['2019-07-01', '2030-07-01', 0],
    ['2026-11-24', '2026-11-24', 100_000],
  ])('of 1 000.00 paid on %s, %s gives back %i fen', (paidOn, on, refund) =>
    expect(purchaseRefund(fen(100_000), paidOn, on).line.fen).toBe(refund),
  )

  it('is explained', () =>
    expect(purchaseRefund(fen(1_234_567), '2024-11-24', '2026-11-24').line).toMatchObject({
      fen: 987_654,
      how: { zh: '12,345.67 × (1 − 10% × 2)' },
    }))

  it.each<[string, Values, Known]>([
    ['voucherLeft', { claimed: 0 }, purchaseKnown({ left: fen(0) })],
    ['claimedWithinLeft', { claimed: 80_000 }, purchaseKnown({ left: fen(79_999) })],
    ['taxOfVoucher', {}, purchaseKnown({ tax: 'vehicleVessel' })],
    ['purchaseReturned', { event: 'stolen' }, purchaseKnown()],
    ['eventAfterPayment', { eventOn: '2025-11-23' }, purchaseKnown()],
    ['claimedWithinFormula', { claimed: 90_001 }, purchaseKnown()],
  ])('stops at %s alone', (code, changes, known) => {
    expect(stopping(ofPurchase(changes, known))).toEqual([code])
    expect(warnings(ofPurchase(changes, known))).toEqual([])
  })

  it.each([
    ['2025-11-23', ['eventAfterPayment']],
    ['2025-11-24', []],
    ['2025-11-25', []],
  ])('tax paid on 2025-11-24 for a vehicle given back on %s stops at %p', (eventOn, stops) =>
    expect(stopping(ofPurchase({ eventOn }))).toEqual(stops),
  )

  it('stops at three years alone, though the formula would still give something', () =>
    expect(stopping(ofPurchase({ claimed: 70_000 }, purchaseKnown({ paidOn: '2023-11-23' })))).toEqual([
      'threeYears',
    ]))

  it('tells all that fails at once', () => {
    const known = purchaseKnown({ tax: 'vat', left: fen(0), paidOn: '2016-11-24' }, { arrears: fen(1) })
    const all = ofPurchase({ event: 'lost', eventOn: '2016-11-23' }, known)
    expect(stopping(all)).toEqual([
      'threeYears',
      'voucherLeft',
      'claimedWithinLeft',
      'taxOfVoucher',
      'purchaseReturned',
      'eventAfterPayment',
      'valueLeft',
      'claimedWithinFormula',
    ])
    expect(warnings(all)).toEqual(['arrears'])
    expect(all.result?.claimable).toBe(0)
  })

  it('shows its way, bound by what is left of the voucher', () =>
    expect(linesOf(ofPurchase({}, purchaseKnown({ left: fen(85_000) })))).toEqual([
      'paid 100000',
      'used -15000',
      'purchaseRefund 90000',
      'claimable 85000',
      'claimed 85000',
    ]))

  it('never gives more than was paid, nor less than nothing, and less with each year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), fc.integer({ min: 0, max: 6000 }), (paid, days) => {
        const on = addDays('2019-07-01', days)
        const now = purchaseRefund(fen(paid), '2019-07-01', on).line.fen
        expect(now).toBeGreaterThanOrEqual(0)
        expect(now).toBeLessThanOrEqual(paid)
        expect(purchaseRefund(fen(paid), '2019-07-01', addDays(on, 1)).line.fen).toBeLessThanOrEqual(now)
      }),
    )
  })
})

describe('vehicle and vessel tax', () => {
  it('is filled in without a fault, and may be claimed', () => {
    expect(formProblems(vehicleRule.form, yearly, { today })).toEqual([])
    expect(stopping(ofVessel())).toEqual([])
    expect(codesOf(ofVessel())).toEqual([
      'voucher',
      'threeYears',
      'voucherLeft',
      'claimedWithinLeft',
      'taxpayerKind',
      'taxOfVoucher',
      'periodOrder',
      'periodInOneYear',
      'eventInPeriod',
      'claimedWithinFormula',
      'arrears',
      'materials',
    ])
  })

  it.each([
    ['2026-01-01', 48_000],
    ['2026-01-31', 48_000],
    ['2026-02-01', 44_000],
    ['2026-08-31', 20_000],
    ['2026-09-01', 16_000],
    ['2026-12-31', 4000],
  ])('of 480.00 a year, what happened on %s gives back %i fen', (eventOn, refund) =>
    expect(vesselRefund(fen(48_000), eventOn, today).fen).toBe(refund),
  )

  it('is rounded to the fen once', () =>
    expect(vesselRefund(fen(100), '2026-06-01', today)).toMatchObject({
      fen: 58,
      how: { zh: '1.00 × 7 ÷ 12' },
    }))

  it.each<[string, Values, Known]>([
    [
      'threeYears',
      { periodFrom: '2023-01', periodTo: '2023-12', eventOn: '2023-09-02' },
      vesselKnown({ paidOn: '2023-01-10' }),
    ],
    ['voucherLeft', { claimed: 0 }, vesselKnown({ left: fen(0) })],
    ['claimedWithinLeft', {}, vesselKnown({ left: fen(15_999) })],
    ['taxOfVoucher', {}, vesselKnown({ tax: 'vehiclePurchase' })],
    ['periodInOneYear', { periodFrom: '2025-12' }, vesselKnown()],
    ['eventInPeriod', { periodTo: '2026-08' }, vesselKnown()],
    ['claimedWithinFormula', { claimed: 16_001 }, vesselKnown()],
  ])('stops at %s alone', (code, changes, known) => {
    expect(stopping(ofVessel(changes, known))).toEqual([code])
    expect(warnings(ofVessel(changes, known))).toEqual([])
  })

  it('stops at a period turned round, in which nothing can have happened', () =>
    expect(stopping(ofVessel({ periodFrom: '2026-12', periodTo: '2026-01' }))).toEqual([
      'periodOrder',
      'eventInPeriod',
    ]))

  it.each([
    ['2026-09', '2026-09', true],
    ['2026-10', '2026-12', false],
    ['2026-01', '2026-08', false],
  ])('what happened in September lies within %s to %s: %s', (periodFrom, periodTo, ok) =>
    expect(stopping(ofVessel({ periodFrom, periodTo }))).toEqual(ok ? [] : ['eventInPeriod']),
  )

  it('tells all that fails at once', () => {
    const known = vesselKnown({ tax: 'vat', left: fen(0), paidOn: '2021-01-10' }, { arrears: fen(1) })
    const all = ofVessel({ periodFrom: '2027-01', claimed: 16_001 }, known)
    expect(stopping(all)).toEqual([
      'threeYears',
      'voucherLeft',
      'claimedWithinLeft',
      'taxOfVoucher',
      'periodOrder',
      'periodInOneYear',
      'eventInPeriod',
      'claimedWithinFormula',
    ])
    expect(warnings(all)).toEqual(['arrears'])
  })

  it.each([
    ['stolen', '公安机关出具的被盗抢证明'],
    ['scrapped', '报废车船回收或注销证明'],
    ['lost', '车船灭失的证明'],
    ['returned', '生产企业或经销商开具的退车证明、机动车销售统一发票（红字）'],
  ])('%s asks for: %s', (event, papers) =>
    expect(foundIn(ofVessel({ event }), 'materials')).toBe(`请准备：${papers}`),
  )

  it('may be either tax until one is chosen', () => {
    expect(stopping(vehicleRule.check({}, vesselKnown()))).toEqual([])
    expect(stopping(vehicleRule.check({}, purchaseKnown()))).toEqual([])
    expect(stopping(vehicleRule.check({}, knownWith()))).toEqual(['taxOfVoucher'])
  })
})
