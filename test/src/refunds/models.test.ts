import { formProblems, shownSections } from '../../../functions/core/pure/forms'
import { digitsOf, groupedDigits } from '../../../functions/core/pure/typed-digits'
import { claimRules } from '../../../functions/refunds/rules/kinds/claims'
import { CLAIM_KINDS } from '../../../functions/refunds/rules/kind'
import {
  accountProblems,
  isAnother,
  NOTHING_TYPED,
  readyAccount,
} from '../../../src/packages/refunds/model/account'
import { newClaim, valuesToKeep, withChange, withVoucher } from '../../../src/packages/refunds/model/claim'
import { lawOf, offersOn } from '../../../src/packages/refunds/model/kinds'
import { readCaseId, readOpening } from '../../../src/packages/refunds/model/params'
import { aheadOf, datesOf, hasDecision } from '../../../src/packages/refunds/model/progress'
import { placeOf, stepOfField, stepsOf } from '../../../src/packages/refunds/model/steps'
import { CASE, DRAFT, step, values, voucher } from './fixtures'

const TODAY = '2026-11-22'
const chen = { kind: 'person', name: '陈*国' } as const
const typed = { ...NOTHING_TYPED, bank: '示范银行', holder: '陈建国', number: '6222 0202 0011 2345 678' }

describe('steps', () => {
  const of = (kind: (typeof CLAIM_KINDS)[number], answers = {}) => {
    const law = lawOf(kind, TODAY)
    return stepsOf({ kind, perVoucher: law?.perVoucher ?? false }, claimRules[kind].form, answers)
  }
  test('of a claim on a voucher: the payment, whether it may be, then the form, and the review last', () => {
    expect(of('overpaid').map(({ key }) => key)).toEqual([
      'voucher',
      'check',
      'claim',
      'contact',
      'materials',
      'account',
      'office',
      'review',
    ])
  })
  test('no account is asked for what is kept against taxes to come', () => {
    const keys = of('overpaid', { direction: 'offset' }).map(({ key }) => key)
    expect(keys).not.toContain('account')
  })
  test.each(CLAIM_KINDS)('of %s ask once every section in which something is asked', (kind) => {
    const asked = of(kind).flatMap(({ sections }) => sections)
    expect([...asked].sort()).toEqual(
      shownSections(claimRules[kind].form, {})
        .map(({ key }) => key)
        .sort(),
    )
  })
  test('a field leads to the step that asks it; what none asks, to the review', () => {
    const steps = of('overpaid')
    const at = (field: string) => steps[stepOfField(steps, claimRules.overpaid.form, field)]?.key
    expect([at('cause'), at('periodFrom'), at('claimed'), at('declared'), at('nothing')]).toEqual([
      'check',
      'claim',
      'claim',
      'review',
      'review',
    ])
    expect(placeOf(steps, 'account')).toBe(5)
    expect(placeOf(steps, 'gone')).toBe(0)
  })
})

describe('a claim', () => {
  test('takes the period from the voucher, and nothing where the form has none', () => {
    const claim = withVoucher(newClaim('overpaid', 'tp_1'), claimRules.overpaid.form, voucher())
    expect(claim.values).toEqual({ periodFrom: '2026-10', periodTo: '2026-10' })
    const other = withVoucher(newClaim('incomeTax', 'tp_1'), claimRules.incomeTax.form, voucher())
    expect(other.values).toEqual({})
  })
  test('loses no answer to a tap that came before the last was drawn', () => {
    const seen = { cause: 'overpaid', direction: 'refund' }
    const first = withChange(seen, { seen, made: { ...seen, originalAccount: true } })
    expect(withChange(first, { seen, made: { ...seen, reason: '缴了两次' } })).toEqual({
      ...seen,
      originalAccount: true,
      reason: '缴了两次',
    })
    expect(withChange(first, { seen, made: { cause: 'overpaid' } })).toEqual({
      cause: 'overpaid',
      originalAccount: true,
    })
  })
  test('keeps what is half typed, and not what could turn the writing round', () => {
    const { form } = claimRules.overpaid
    const kept = valuesToKeep(form, { ...values, claimed: '12a', reason: 'a\u202eb', nonsense: 1 }, TODAY)
    expect(kept).toMatchObject({ claimed: '12a', cause: 'overpaid' })
    expect(kept).not.toHaveProperty('reason')
    expect(kept).not.toHaveProperty('nonsense')
    expect(formProblems(form, values, { today: TODAY })).toEqual([{ key: 'declared', problem: 'required' }])
  })
})

describe('an account', () => {
  test('is compared in groups, and sent in digits', () => {
    expect(groupedDigits('6222-0202 0011 2345 678')).toBe('6222 0202 0011 2345 678')
    expect(digitsOf('６２２２ 0202')).toBe('62220202')
    expect(readyAccount(typed, chen)).toEqual({
      bank: '示范银行',
      holder: '陈建国',
      number: '6222020200112345678',
    })
  })
  test('of somebody else is known by the masked name, and needs a reason', () => {
    expect(isAnother({ holder: '陈建国' }, chen)).toBe(false)
    expect(isAnother({ holder: ' 陈建国 ' }, chen)).toBe(false)
    expect(isAnother({ holder: '李四' }, chen)).toBe(true)
    expect(
      isAnother({ holder: '城东示范商贸有限公司' }, { kind: 'enterprise', name: '城东**有限公司' }),
    ).toBe(false)
    const other = { ...typed, holder: '李四' }
    expect(accountProblems(other, chen)).toEqual({ explanation: 'required' })
    expect(readyAccount({ ...other, explanation: '本人账户已注销' }, chen)).toHaveProperty('explanation')
  })
  test('tells everything that is wrong at once', () => {
    expect(accountProblems(NOTHING_TYPED, chen)).toEqual({
      bank: 'required',
      holder: 'required',
      number: 'required',
    })
    expect(accountProblems({ ...typed, number: '12' }, chen)).toEqual({ number: 'digits' })
  })
})

describe('kinds', () => {
  test('are those of the law of the day, what the taxpayer may claim first', () => {
    const person = offersOn(TODAY, 'person')
    expect(person.map(({ kind }) => kind).sort()).toEqual([...CLAIM_KINDS].sort())
    expect(person.filter(({ forThem }) => !forThem).map(({ kind }) => kind)).toEqual(['vatCredit', 'export'])
    expect(lawOf('overpaid', '1990-01-01')).toBeUndefined()
  })
})

describe('links', () => {
  test('are read as far as they are well formed', () => {
    expect(readOpening({ kind: 'overpaid', draft: DRAFT, taxpayer: 'tp_1' })).toEqual({
      kind: 'overpaid',
      draftId: DRAFT,
      taxpayerId: 'tp_1',
    })
    expect(readOpening({ kind: 'departure', draft: 'x', taxpayer: '<b>' })).toEqual({})
    expect([readCaseId({ id: CASE }), readCaseId({ id: DRAFT }), readCaseId({})]).toEqual([
      CASE,
      undefined,
      undefined,
    ])
  })
})

describe('progress', () => {
  test('what is to come ends with the bank, or with an offset where no money moves', () => {
    expect(aheadOf('reviewing', { direction: 'refund', money: null })).toEqual(['approve', 'order', 'pay'])
    expect(aheadOf('reviewing', { direction: 'offset', money: null })).toEqual(['approve', 'settle'])
    expect(aheadOf('paid', { direction: 'refund', money: null })).toEqual([])
  })
  const dates = (today: string, change: { target?: string; outer?: string | null } = {}) =>
    datesOf({ target: '2026-12-20', outer: '2026-12-21', ...change }, today, 'naturalDays')
  test('counts to the target, then to the outer date, and past it', () => {
    expect(dates('2026-12-18')).toMatchObject({ toward: 'target', daysLeft: 2 })
    expect(dates('2026-12-21')).toMatchObject({ toward: 'outer', daysLeft: 0 })
    expect(dates('2026-12-24')).toMatchObject({ toward: 'outer', daysLeft: -3 })
  })
  test('a date that hangs on holidays not published is said to be unknown, and none is made up', () => {
    const unknown = dates('2026-12-18', { target: '9999-12-31', outer: null })
    expect(unknown).toEqual({ unit: 'naturalDays', calendarUnknown: true })
  })
  test('there is a decision to read once one was made, whatever came after it', () => {
    expect(hasDecision({ history: [step('submit'), step('accept')] })).toBe(false)
    expect(hasDecision({ history: [step('approve'), step('bankReject')] })).toBe(true)
  })
})
