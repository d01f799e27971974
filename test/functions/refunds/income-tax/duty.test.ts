import { fen } from '../../../../functions/core/pure/money'
import type { YearItems } from '../../../../functions/refunds/rules/income-tax/items'
import { settle } from '../../../../functions/refunds/rules/income-tax/settle'
import { yearWith, yuan } from './years'

const year = (
  wages: string,
  prepaid: string,
  filing: Partial<YearItems['filing']> = {},
  rest: Partial<YearItems> = {},
): YearItems => yearWith({ ...rest, income: { wages: yuan(wages) }, prepaid: yuan(prepaid), filing })

describe('who must file', () => {
  it.each([
    // 120,000.00: 3,480.00 due; 120,000.01: the same to the fen
    ['a supplement at income of exactly the limit', year('120,000.00', '0'), 'exempt', 'lowIncome'],
    ['a supplement above the limit of income', year('120,000.01', '0'), 'mustFile', 'supplementDue'],
    ['a supplement of exactly 400.00', year('120,000.01', '3,080.00'), 'exempt', 'smallSupplement'],
    ['a supplement of 400.01', year('120,000.01', '3,079.99'), 'mustFile', 'supplementDue'],
    ['nothing either way', year('120,000.01', '3,480.00'), 'exempt', 'nothingDue'],
    ['a refund that is claimed', year('120,000.01', '3,480.01'), 'mustFile', 'refundClaimed'],
    [
      'a refund that is not wanted',
      year('120,000.01', '3,480.01', { wantsRefund: false }),
      'exempt',
      'noRefundWanted',
    ],
    ['a refund at 60,000.00 of income', year('60,000.00', '0.01'), 'simplified', 'simplifiedRefund'],
    ['a refund at 60,000.01 of income', year('60,000.01', '0.01'), 'mustFile', 'refundClaimed'],
    ['low income without tax prepaid', year('60,000.00', '0'), 'exempt', 'nothingDue'],
    [
      'a simplified refund, earlier years open',
      year('60,000.00', '1', { earlierYearsSettled: false }),
      'mustFile',
      'refundClaimed',
    ],
    [
      'low income, not withheld from',
      year('120,000.00', '0', { withheldProperly: false }),
      'mustFile',
      'notWithheld',
    ],
    [
      '400.00, not withheld from',
      year('120,000.01', '3,080', { withheldProperly: false }),
      'mustFile',
      'notWithheld',
    ],
    [
      'nothing either way, not withheld from',
      year('60,000.00', '0', { withheldProperly: false }),
      'mustFile',
      'notWithheld',
    ],
    [
      'no refund wanted, not withheld from',
      year('90,000', '8,000', { wantsRefund: false, withheldProperly: false }),
      'mustFile',
      'notWithheld',
    ],
  ] as const)('%s', (_, items, duty, reason) => {
    const settlement = settle(items)
    expect([settlement.duty, settlement.reason]).toEqual([duty, reason])
    expect(settlement.findings[0]).toMatchObject({ code: reason, ok: true })
    expect(settlement.findings[0]?.basis.zh).toMatch(/\S/)
  })

  it('looks at income before costs for 120,000, and after costs for 60,000', () => {
    const labour = (paid: string, prepaid: string): YearItems =>
      yearWith({ income: { labour: yuan(paid) }, prepaid: yuan(prepaid) })
    expect(settle(labour('120,000.01', '0')).reason).toBe('supplementDue')
    expect(settle(labour('75,000.00', '1,000')).duty).toBe('simplified')
    expect(settle(labour('75,000.01', '1,000')).duty).toBe('mustFile')
  })
  it('does not count a bonus taxed apart as comprehensive income', () => {
    const bonus = { amount: yuan('50,000'), prepaid: yuan('4,790'), choice: 'separate' } as const
    expect(settle(year('119,000', '0', {}, { bonus })).reason).toBe('lowIncome')
    expect(settle(year('119,000', '0', {}, { bonus: { ...bonus, choice: 'merged' } })).reason).toBe(
      'supplementDue',
    )
  })
  it('tells the amount', () => {
    expect(settle(year('120,000.01', '0')).findings[0]?.found).toEqual({
      zh: '应补税 3,480.00 元',
      en: '3,480.00 yuan to pay',
    })
    expect(settle(year('60,000', '12.30')).findings[0]?.found?.zh).toBe('应退税 12.30 元')
    expect(settle(year('60,000', '0')).amount).toBe(fen(0))
  })
})
