import { fen } from '../../../../functions/core/pure/money'
import type { Bonus } from '../../../../functions/refunds/rules/income-tax/items'
import { settle } from '../../../../functions/refunds/rules/income-tax/settle'
import { yearWith, yuan } from './years'

const bonusOf = (amount: string, prepaid: string, choice: Bonus['choice'] = 'cheaper'): Bonus => ({
  amount: yuan(amount),
  prepaid: yuan(prepaid),
  choice,
})

describe('the bonus both ways', () => {
  it('is taxed apart where wages already fill the lower brackets', () => {
    const { bonus, outcome } = settle(
      yearWith({
        income: { wages: yuan('300,000') },
        bonus: bonusOf('36,000', '1,080'),
        prepaid: yuan('31,080'),
      }),
    )
    expect(bonus).toMatchObject({
      advised: 'separate',
      chosen: 'separate',
      separate: { comprehensiveTax: yuan('31,080'), bonusTax: yuan('1,080'), tax: yuan('32,160') },
      merged: { tax: yuan('38,280') },
      saves: yuan('6,120'),
    })
    expect(outcome).toBe('even')
  })
  it('is merged where wages leave deductions unused, and what was withheld from it counts as prepaid', () => {
    const settlement = settle(
      yearWith({ income: { wages: yuan('40,000') }, bonus: bonusOf('50,000', '4,790') }),
    )
    expect(settlement.bonus).toMatchObject({
      advised: 'merged',
      separate: { tax: yuan('4,790') },
      merged: { tax: yuan('900'), balance: yuan('3,890') },
      saves: yuan('3,890'),
    })
    expect(settlement).toMatchObject({ outcome: 'refund', amount: yuan('3,890'), prepaid: yuan('4,790') })
  })
  it('stays apart where both come to the same', () =>
    expect(
      settle(yearWith({ income: { wages: yuan('60,000') }, bonus: bonusOf('36,000', '1,080') })).bonus,
    ).toMatchObject({ advised: 'separate', saves: 0 }))
  it('is settled as chosen, and the other way is still advised', () => {
    const year = { income: { wages: yuan('40,000') } }
    const apart = settle(yearWith({ ...year, bonus: bonusOf('50,000', '4,790', 'separate') }))
    expect(apart.bonus).toMatchObject({ advised: 'merged', chosen: 'separate' })
    expect(apart.outcome).toBe('even')
    const merged = settle(
      yearWith({ income: { wages: yuan('300,000') }, bonus: bonusOf('36,000', '1,080', 'merged') }),
    )
    expect(merged.bonus).toMatchObject({ advised: 'separate', chosen: 'merged' })
    expect(merged.payable).toBe(yuan('38,280'))
  })
  it('is not merged for a lower tax that would have to be paid, where the higher one need not be', () => {
    const { bonus } = settle(
      yearWith({
        income: { wages: yuan('119,000') },
        bonus: bonusOf('36,000.01', '3,390'),
        prepaid: yuan('2,380'),
      }),
    )
    // apart: 3,380 due, 2,380 prepaid, let off for 120,000; merged: 6,980 due, 5,770 prepaid, 1,210 to pay
    expect(bonus).toMatchObject({
      separate: { tax: yuan('6,770'), borne: yuan('5,770') },
      merged: { tax: yuan('6,980'), borne: yuan('6,980') },
      advised: 'separate',
      saves: yuan('1,210'),
    })
  })
  it('can only be merged from 2028 on, as far as is known', () => {
    const settlement = settle(
      yearWith({
        taxYear: 2028,
        income: { wages: yuan('300,000') },
        bonus: bonusOf('36,000', '0', 'separate'),
      }),
    )
    expect(settlement.bonus).toMatchObject({ chosen: 'merged', advised: 'merged' })
    expect(settlement.bonus?.separate).toBeUndefined()
    expect(settlement.findings.map(({ code }) => code)).toContain('bonusNotApart')
    expect(settlement.lines.map(({ key }) => key)).not.toContain('separateTotal')
  })
})

describe('what is remarked', () => {
  it.each([
    ['4,790', []],
    ['4,800', ['多扣 10.00 元']],
    ['0', ['少扣 4,790.00 元']],
  ])('%s withheld from a bonus of 50,000', (prepaid, found) =>
    expect(
      settle(yearWith({ bonus: bonusOf('50,000', prepaid, 'separate') }))
        .findings.filter(({ code }) => code === 'bonusWithheldAmiss')
        .map((finding) => finding.found?.zh),
    ).toEqual(found),
  )
  it('a bonus in a dead zone, with its figures, where it is taxed apart', () => {
    const zone = (choice: Bonus['choice']) =>
      settle(yearWith({ bonus: bonusOf('38,000', '3,590', choice) })).findings.find(
        ({ code }) => code === 'bonusDeadZone',
      )
    expect(zone('separate')).toMatchObject({
      warning: true,
      found: {
        zh: '奖金在 36,000.00 至 38,566.67 元之间：少发 2,000.00 元，到手多 510.00 元',
        en: 'Between 36,000.00 and 38,566.67: 2,000.00 less would leave 510.00 more',
      },
    })
    expect(zone('merged')).toBeUndefined()
  })
  it.each([
    ['4,000.00', false],
    ['4,000.01', true],
  ])('an annuity of %s on wages of 100,000: %s', (annuity, told) =>
    expect(
      settle(
        yearWith({
          income: { wages: yuan('100,000') },
          other: { annuity: yuan(annuity), healthInsurance: fen(0), personalPension: fen(0) },
        }),
      ).findings.some(({ code }) => code === 'annuityHigh'),
    ).toBe(told),
  )
})
