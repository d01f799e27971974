import fc from 'fast-check'
import { fen, type Fen } from '../../../../functions/core/pure/money'
import { settle } from '../../../../functions/refunds/rules/income-tax/settle'
import {
  withheldByPlatform,
  withheldFromBonus,
  withheldFromPayment,
  withheldFromWages,
  withheldInAll,
  type WageMonth,
} from '../../../../functions/refunds/rules/income-tax/withholding'
import { LABOUR, YEARLY } from '../../../harness/income-tax/oracle-law'
import { bonusTaxOf, progressive } from '../../../harness/income-tax/oracle'
import { minus, most, percent, rounded, times, whole } from '../../../harness/income-tax/rational'
import { yearWith, yuan } from './years'

const DAY = '2025-12-15'
const month = (income: string, special = '0', additional = '0'): WageMonth => ({
  income: yuan(income),
  special: yuan(special),
  additional: yuan(additional),
  other: fen(0),
})
const months = (count: number, each: WageMonth): readonly WageMonth[] =>
  Array.from({ length: count }, () => each)

describe('wages, withheld from cumulatively', () => {
  it('30,000 a month, 4,500 and 2,000 deducted: 27,480.00 in the year', () => {
    const withheld = withheldFromWages(months(12, month('30,000', '4,500', '2,000')), DAY)
    expect(withheld).toEqual(
      [
        '555',
        '625',
        '1,850',
        '1,850',
        '1,850',
        '1,850',
        '1,850',
        '2,250',
        '3,700',
        '3,700',
        '3,700',
        '3,700',
      ].map(yuan),
    )
    expect(withheldInAll(withheld)).toBe(yuan('27,480.00'))
  })
  it('refunds nothing in the year when the balance turns negative, and withholds again once it is used up', () => {
    const withheld = withheldFromWages(
      [month('20,000'), month('0'), month('0'), month('0'), month('20,000'), month('20,000')],
      DAY,
    )
    expect(withheld).toEqual([yuan('450'), 0, 0, 0, yuan('0'), yuan('450')].map((tax) => fen(tax)))
  })
  it('of a whole year at one employer is what the settlement finds due', () => {
    const amount = fc.integer({ min: 0, max: 8_000_000 }).map(fen)
    fc.assert(
      fc.property(fc.array(amount, { minLength: 12, maxLength: 12 }), (incomes) => {
        const rising = [...incomes].sort((a, b) => a - b)
        const withheld = withheldFromWages(
          rising.map((income): WageMonth => ({ income, special: fen(0), additional: fen(0), other: fen(0) })),
          DAY,
        )
        const wages = fen(rising.reduce<number>((sum, income) => sum + income, 0))
        const { payable } = settle(yearWith({ income: { wages } }))
        expect(withheldInAll(withheld)).toBe(payable)
      }),
    )
  })
})

describe('pay for labour', () => {
  it('from a platform is withheld cumulatively since October 2025', () => {
    const pay = { income: yuan('10,000'), exempt: fen(0), other: fen(0) }
    expect(withheldByPlatform([pay, pay, pay], '2025-12-31')).toEqual(['90', '90', '90'].map(yuan))
    expect(withheldByPlatform([{ ...pay, income: yuan('6,250') }], '2025-10-01')).toEqual([0])
    expect(withheldByPlatform([{ ...pay, income: yuan('100,000') }], '2025-10-01')).toEqual([yuan('4,980')])
    expect(() => withheldByPlatform([pay], '2025-09-30')).toThrow(RangeError)
  })
  it('takes off exempt income and other deductions', () => {
    const pay = { income: yuan('20,000'), exempt: yuan('1,000'), other: yuan('500') }
    expect(withheldByPlatform([pay], '2026-01-31')).toEqual([yuan('285')])
  })
  it('of one payment is that of its slices', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000_000 }), (payment) => {
        const costs = payment <= 400_000 ? whole(80_000) : times(whole(payment), percent(20))
        const taxable = most(minus(whole(payment), costs), whole(0))
        const tax = (kind: 'labour' | 'manuscript' | 'royalty'): Fen =>
          withheldFromPayment(kind, fen(payment), DAY)
        expect(BigInt(tax('labour'))).toBe(rounded(progressive(taxable, LABOUR)))
        expect(BigInt(tax('royalty'))).toBe(rounded(times(taxable, percent(20))))
        expect(BigInt(tax('manuscript'))).toBe(rounded(times(taxable, percent(14))))
      }),
    )
  })
})

it('a bonus is withheld from as it is taxed apart', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200_000_000 }), (bonus) =>
      expect(withheldFromBonus(fen(bonus), 2025)).toBe(Number(bonusTaxOf(BigInt(bonus)))),
    ),
  )
  expect(withheldFromBonus(fen(100), 2028)).toBeUndefined()
  expect(rounded(progressive(whole(3_600_000), YEARLY))).toBe(108_000n)
})
