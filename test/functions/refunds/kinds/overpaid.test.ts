import { fen } from '../../../../functions/core/pure/money'
import { formProblems } from '../../../../functions/core/pure/forms'
import type { Values } from '../../../../functions/core/pure/forms'
import type { Known } from '../../../../functions/refunds/rules/kind'
import { overpaidRule } from '../../../../functions/refunds/rules/kinds/overpaid'
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
  cause: 'overpaid',
  periodFrom: '2025-10',
  periodTo: '2025-10',
  claimed: 40_000,
  direction: 'refund',
  originalAccount: true,
  reason: '同一合同重复缴纳印花税',
  contactName: '林小雨',
  contactPhone: '13800000000',
  handledBy: 'self',
  declared: true,
}
const house: Values = { ...values, cause: 'houseReturned', registered: false, returnedOn: '2026-05-06' }
const check = (changes: Values = {}, known: Known = knownWith()) =>
  overpaidRule.check({ ...values, ...changes }, known)
const ofHouse = (changes: Values = {}, tax = 'deed') =>
  overpaidRule.check({ ...house, ...changes }, knownWith({}, { tax }))

describe('tax levied by mistake or overpaid', () => {
  it('is filled in without a fault, and may be claimed', () => {
    expect(formProblems(overpaidRule.form, values, { today })).toEqual([])
    expect(formProblems(overpaidRule.form, house, { today })).toEqual([])
    expect(stopping(check())).toEqual([])
    expect(warnings(check())).toEqual([])
  })

  it('tells every condition, in the order of the law, each with its rule and basis', () => {
    const { findings } = ofHouse()
    expect(codesOf({ findings })).toEqual([
      'voucher',
      'threeYears',
      'voucherLeft',
      'claimedWithinLeft',
      'taxpayerKind',
      'houseIsDeedTax',
      'houseBeforeRegistration',
      'periodOrder',
      'arrears',
      'materials',
    ])
    for (const { rule, basis } of findings) expect(rule.en && basis.en && rule.zh && basis.zh).toBeTruthy()
  })

  it.each<[string, Values, Known]>([
    ['threeYears', {}, knownWith({}, { paidOn: '2023-11-23' })],
    ['voucherLeft', { claimed: 0 }, knownWith({}, { left: fen(0) })],
    ['claimedWithinLeft', {}, knownWith({}, { left: fen(39_999) })],
    ['authorityInForce', { handledBy: 'agent', authorityUntil: '2026-11-23' }, knownWith()],
    ['periodOrder', { periodFrom: '2025-11' }, knownWith()],
    ['houseIsDeedTax', { ...house }, knownWith({}, { tax: 'stamp' })],
    ['houseBeforeRegistration', { ...house, registered: true }, knownWith({}, { tax: 'deed' })],
  ])('stops at %s alone', (code, changes, known) => {
    expect(stopping(check(changes, known))).toEqual([code])
    expect(warnings(check(changes, known))).toEqual([])
  })

  it('is stopped without a voucher, and then speaks of none', () => {
    const without = check({}, knownWith({ voucher: undefined }))
    expect(stopping(without)).toEqual(['voucher'])
    expect(codesOf(without)).toEqual(['voucher', 'taxpayerKind', 'periodOrder', 'arrears', 'materials'])
    expect(without.result).toBeUndefined()
  })

  it('tells all that fails at once', () => {
    const known = knownWith({ arrears: fen(1) }, { paidOn: '2020-01-01', left: fen(0), tax: 'stamp' })
    const all = check({ ...house, registered: true, periodFrom: '2026-01' }, known)
    expect(stopping(all)).toEqual([
      'threeYears',
      'voucherLeft',
      'claimedWithinLeft',
      'houseIsDeedTax',
      'houseBeforeRegistration',
      'periodOrder',
    ])
    expect(warnings(all)).toEqual(['arrears'])
  })

  it.each([
    ['2023-11-24', '2026-11-23', true],
    ['2023-11-24', '2026-11-24', true],
    ['2023-11-24', '2026-11-25', false],
  ])('paid on %s and claimed on %s: in time is %s', (paidOn, on, ok) =>
    expect(!stopping(check({}, knownWith({ today: on }, { paidOn }))).includes('threeYears')).toBe(ok),
  )

  it.each([
    [59_999, true],
    [60_000, true],
    [60_001, false],
  ])('of 600.00 left, %i fen may be claimed: %s', (claimed, ok) => {
    const result = check({ claimed }, knownWith({}, { left: fen(60_000) }))
    expect(stopping(result)).toEqual(ok ? [] : ['claimedWithinLeft'])
    expect(result.result?.claimable).toBe(60_000)
  })

  it.each([
    [-1, false],
    [0, false],
    [1, true],
  ])('with %i fen left there is something to claim: %s', (left, ok) =>
    expect(!stopping(check({ claimed: 0 }, knownWith({}, { left: fen(left) }))).includes('voucherLeft')).toBe(
      ok,
    ),
  )

  it.each([
    ['2026-11-23', false],
    ['2026-11-24', true],
    ['2026-11-25', true],
  ])('an agent with authority until %s may apply on 2026-11-24: %s', (authorityUntil, ok) => {
    const agent = { handledBy: 'agent', agentName: '某税务师事务所', authorityUntil }
    expect(formProblems(overpaidRule.form, { ...values, ...agent }, { today })).toEqual([])
    expect(stopping(check(agent))).toEqual(ok ? [] : ['authorityInForce'])
    expect(stopping(check({ ...agent, handledBy: 'self' }))).toEqual([])
  })

  it('warns of arrears from the first fen on, and stops nothing', () => {
    expect(warnings(check({}, knownWith({ arrears: fen(0) })))).toEqual([])
    expect(warnings(check({}, knownWith({ arrears: fen(1) })))).toEqual(['arrears'])
    expect(stopping(check({}, knownWith({ arrears: fen(1) })))).toEqual([])
    expect(codesOf(check({}, knownWith({ arrears: undefined })))).not.toContain('arrears')
  })

  it('says what was found', () => {
    expect(foundIn(check({}, knownWith({}, { left: fen(60_000) })), 'voucherLeft')).toBe(
      '已缴 1,000.00 元，已退或在办 400.00 元，尚可退 600.00 元',
    )
    expect(foundIn(check({ claimed: 100_001 }), 'claimedWithinLeft')).toBe(
      '申请 1,000.01 元，最多 1,000.00 元',
    )
    expect(foundIn(ofHouse({}, 'stamp'), 'houseIsDeedTax')).toBe('凭证为印花税')
  })

  it('shows the way from what was paid to what is claimed of it', () =>
    expect(linesOf(check({}, knownWith({}, { left: fen(60_000) })))).toEqual([
      'paid 100000',
      'used -40000',
      'claimable 60000',
      'claimed 40000',
    ]))

  it('asks for papers by the answers', () => {
    expect(foundIn(check(), 'materials')).toBe('请准备：多缴税费证明资料')
    const more = check({ cause: 'decision', originalAccount: false, handledBy: 'agent' })
    expect(foundIn(check({ handledBy: 'guardian' }), 'materials')).toContain('监护关系证明')
    expect(foundIn(more, 'materials')).toBe(
      '请准备：多缴税费证明资料、税务处理决定、复议决定或法院判决、不能退回原缴款账户的书面说明及指定账户、授权委托书',
    )
  })

  it('can be checked before anything is filled in', () => {
    const first = overpaidRule.check({}, knownWith())
    expect(codesOf(first)).toEqual([
      'voucher',
      'threeYears',
      'voucherLeft',
      'taxpayerKind',
      'arrears',
      'materials',
    ])
    expect(first.result?.claimable).toBe(100_000)
  })
})
