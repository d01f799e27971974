import { formProblems, type Values } from '../../../../functions/core/pure/forms'
import { fen } from '../../../../functions/core/pure/money'
import type { Known } from '../../../../functions/refunds/rules/kind'
import { settlementRule } from '../../../../functions/refunds/rules/kinds/settlement'
import {
  codesOf,
  foundIn,
  knownWith,
  linesOf,
  stopping,
  today,
  warnings,
} from '../../../harness/refunds/checks'

const values: Values = {
  settledTax: 'corporateIncome',
  periodFrom: '2025-01',
  periodTo: '2025-12',
  returnNo: 'A100000-2025',
  returnFiledOn: '2026-05-20',
  prepaid: 500_000,
  payable: 440_000,
  claimed: 60_000,
  direction: 'refund',
  originalAccount: true,
  reason: '年度汇算清缴，预缴多于应缴',
  contactName: '周敏',
  contactPhone: '020-12345678',
  handledBy: 'self',
  declared: true,
}
const corporate = (
  changes: Partial<Known> = {},
  voucherChanges: Partial<NonNullable<Known['voucher']>> = {},
): Known => knownWith({ taxpayer: 'enterprise', ...changes }, { tax: 'corporateIncome', ...voucherChanges })
const check = (changes: Values = {}, known: Known = corporate()) =>
  settlementRule.check({ ...values, ...changes }, known)

describe('settlement: prepaid too much', () => {
  it('is filled in without a fault, and may be claimed', () => {
    expect(formProblems(settlementRule.form, values, { today })).toEqual([])
    expect(stopping(check())).toEqual([])
    expect(warnings(check())).toEqual([])
    expect(codesOf(check())).toEqual([
      'voucher',
      'threeYears',
      'voucherLeft',
      'claimedWithinLeft',
      'taxpayerKind',
      'taxOfVoucher',
      'periodOrder',
      'filedAfterPeriod',
      'prepaidOverPayable',
      'claimedWithinOverpaid',
      'noInterest',
      'arrears',
      'materials',
    ])
  })

  it.each<[string, Values, Known]>([
    ['threeYears', { returnFiledOn: '2023-11-23', periodFrom: '2022-01', periodTo: '2022-12' }, corporate()],
    ['voucherLeft', { claimed: 0 }, corporate({}, { left: fen(0) })],
    ['claimedWithinLeft', {}, corporate({}, { left: fen(59_999) })],
    ['taxpayerKind', {}, corporate({ taxpayer: 'person' })],
    ['taxOfVoucher', {}, corporate({}, { tax: 'vat' })],
    ['periodOrder', { periodFrom: '2026-01' }, corporate()],
    ['filedAfterPeriod', { returnFiledOn: '2025-12-31' }, corporate()],
    ['prepaidOverPayable', { payable: 500_000, claimed: 0 }, corporate()],
    ['claimedWithinOverpaid', { claimed: 60_001 }, corporate()],
  ])('stops at %s alone', (code, changes, known) => {
    expect(stopping(check(changes, known))).toEqual([code])
    expect(warnings(check(changes, known))).toEqual([])
  })

  it('tells all that fails at once', () => {
    const known = knownWith({ arrears: fen(1) }, { tax: 'vat', left: fen(0), paidOn: '2020-01-01' })
    const all = check({ returnFiledOn: '2020-01-31', periodFrom: '2026-01', payable: 500_001 }, known)
    expect(stopping(all)).toEqual([
      'threeYears',
      'voucherLeft',
      'claimedWithinLeft',
      'taxpayerKind',
      'taxOfVoucher',
      'periodOrder',
      'filedAfterPeriod',
      'prepaidOverPayable',
      'claimedWithinOverpaid',
    ])
    expect(warnings(all)).toEqual(['arrears'])
  })

  it.each([
    [499_999, 1, []],
    [500_000, 0, ['prepaidOverPayable']],
    [500_001, 0, ['prepaidOverPayable']],
  ])('payable %i of 500 000 fen prepaid: %i may be claimed', (payable, claimable, stops) => {
    const checked = check({ payable, claimed: 0 })
    expect(checked.result?.claimable).toBe(claimable)
    expect(stopping(checked)).toEqual(stops)
  })

  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
  ])('a year that ended in December is settled from January on: %s %s', (returnFiledOn, ok) =>
    expect(stopping(check({ returnFiledOn }))).toEqual(ok ? [] : ['filedAfterPeriod']),
  )

  it('counts the three years from the return, by which payment is settled, not from each prepayment', () => {
    expect(stopping(check({}, corporate({}, { paidOn: '2023-01-15' })))).toEqual([])
    const { returnFiledOn: _, ...unfiled } = values
    expect(stopping(settlementRule.check(unfiled, corporate({}, { paidOn: '2023-01-15' })))).toEqual([
      'threeYears',
    ])
  })

  it.each([
    ['corporateIncome', 'enterprise', 'corporateIncome', []],
    ['corporateIncome', 'person', 'corporateIncome', ['taxpayerKind']],
    ['corporateIncome', 'enterprise', 'a tax of another version', ['taxOfVoucher']],
    ['businessIncome', 'person', 'individualIncome', []],
    ['businessIncome', 'enterprise', 'individualIncome', []],
    ['landVat', 'person', 'landVat', []],
    ['consumption', 'enterprise', 'consumption', []],
    ['consumption', 'enterprise', 'landVat', ['taxOfVoucher']],
  ] as const)('%s by a(n) %s on a voucher of %s stops at %p', (settledTax, taxpayer, tax, stops) =>
    expect(stopping(check({ settledTax }, knownWith({ taxpayer }, { tax })))).toEqual(stops),
  )

  it('is bound by the voucher too', () => {
    const checked = check({ claimed: 50_000 }, corporate({}, { left: fen(50_000) }))
    expect(linesOf(checked)).toEqual([
      'paid 100000',
      'used -50000',
      'prepaid 500000',
      'payable -440000',
      'over 60000',
      'claimable 50000',
      'claimed 50000',
    ])
  })

  it('asks for no papers: the office has the return', () =>
    expect(foundIn(check(), 'materials')).toBe('不需要上传资料'))
})
