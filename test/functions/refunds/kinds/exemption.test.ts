import { formProblems, type Values } from '../../../../functions/core/pure/forms'
import { fen } from '../../../../functions/core/pure/money'
import type { Known } from '../../../../functions/refunds/rules/kind'
import { exemptionRule } from '../../../../functions/refunds/rules/kinds/exemption'
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
  recognition: 'approval',
  exemptionCode: '0001011604',
  approvalNo: '税减字〔2026〕1号',
  recognisedOn: '2026-02-02',
  benefitFrom: '2025-01',
  benefitTo: '2025-12',
  periodFrom: '2025-10',
  periodTo: '2025-10',
  claimed: 100_000,
  direction: 'refund',
  originalAccount: true,
  reason: '缴税之后减免才批下来',
  contactName: '周敏',
  contactPhone: '020-12345678',
  handledBy: 'self',
  declared: true,
}
const check = (changes: Values = {}, known: Known = knownWith()) =>
  exemptionRule.check({ ...values, ...changes }, known)

describe('exemption after payment', () => {
  it('is filled in without a fault, and may be claimed', () => {
    expect(formProblems(exemptionRule.form, values, { today })).toEqual([])
    expect(stopping(check())).toEqual([])
    expect(warnings(check())).toEqual([])
    expect(codesOf(check())).toEqual([
      'voucher',
      'threeYears',
      'voucherLeft',
      'claimedWithinLeft',
      'taxpayerKind',
      'periodOrder',
      'benefitOrder',
      'periodWithinBenefit',
      'paidBeforeRecognised',
      'noInterest',
      'arrears',
      'materials',
    ])
  })

  it.each<[string, Values, Known]>([
    ['threeYears', {}, knownWith({}, { paidOn: '2023-11-23' })],
    ['voucherLeft', { claimed: 0 }, knownWith({}, { left: fen(0) })],
    ['claimedWithinLeft', {}, knownWith({}, { left: fen(99_999) })],
    ['periodOrder', { periodFrom: '2025-11' }, knownWith()],
    ['periodWithinBenefit', { periodFrom: '2024-12' }, knownWith()],
  ])('stops at %s alone', (code, changes, known) => {
    expect(stopping(check(changes, known))).toEqual([code])
    expect(warnings(check(changes, known))).toEqual([])
  })

  it('stops at an exemption that ends before it begins, within which no period lies', () =>
    expect(stopping(check({ benefitTo: '2024-12' }))).toEqual(['benefitOrder', 'periodWithinBenefit']))

  it.each([
    ['2025-09', '2025-09', false],
    ['2025-10', '2025-10', true],
    ['2025-11', '2025-11', false],
  ])('a period of October lies within %s to %s: %s', (benefitFrom, benefitTo, ok) =>
    expect(stopping(check({ benefitFrom, benefitTo }))).toEqual(ok ? [] : ['periodWithinBenefit']),
  )

  it('has no end when none is given', () => {
    const { benefitTo: _, ...open } = values
    expect(formProblems(exemptionRule.form, open, { today })).toEqual([])
    const checked = exemptionRule.check({ ...open, periodTo: '2026-10' }, knownWith())
    expect(stopping(checked)).toEqual([])
    expect(foundIn(checked, 'periodWithinBenefit')).toBe('减免期限2025年1月至长期')
  })

  it.each([
    ['2025-11-23', ['paidBeforeRecognised']],
    ['2025-11-24', []],
    ['2025-11-25', []],
  ])('tax paid on 2025-11-24 and recognised on %s warns of %p', (recognisedOn, told) => {
    expect(warnings(check({ recognisedOn }))).toEqual(told)
    expect(stopping(check({ recognisedOn }))).toEqual([])
  })

  it('tells all that fails at once', () => {
    const known = knownWith({ arrears: fen(5) }, { paidOn: '2022-01-01', left: fen(0) })
    const all = check({ periodFrom: '2026-01', benefitTo: '2024-01', recognisedOn: '2021-01-01' }, known)
    expect(stopping(all)).toEqual([
      'threeYears',
      'voucherLeft',
      'claimedWithinLeft',
      'periodOrder',
      'benefitOrder',
      'periodWithinBenefit',
    ])
    expect(warnings(all)).toEqual(['paidBeforeRecognised', 'arrears'])
  })

  it('may be claimed up to what was paid', () =>
    expect(linesOf(check())).toEqual(['paid 100000', 'claimable 100000', 'claimed 100000']))

  it.each([
    ['approval', '请准备：减免税批准文件'],
    ['record', '请准备：减免税备案回执'],
    ['refundAfterLevy', '请准备：减免税备案回执'],
    ['later', '请准备：符合减免税条件的证明资料'],
  ])('recognised by %s: %s', (recognition, papers) =>
    expect(foundIn(check({ recognition }), 'materials')).toBe(papers),
  )
})
