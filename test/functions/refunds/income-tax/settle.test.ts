import fc from 'fast-check'
import { fen, type Fen } from '../../../../functions/core/pure/money'
import type { YearItems } from '../../../../functions/refunds/rules/income-tax/items'
import { settle } from '../../../../functions/refunds/rules/income-tax/settle'
import { seededRandom } from '../../../harness/fuzz/random'
import { digestOf, EMPTY_DIGEST, slowDigestOf } from '../../../harness/income-tax/digest'
import { yearOf } from '../../../harness/income-tax/inputs'
import { settleSlowly } from '../../../harness/income-tax/oracle'
import { yearWith, yuan } from './years'

const anyYear = fc.integer().map((seed) => yearOf(seededRandom(seed)))

const linesOf = (items: YearItems): Record<string, number> =>
  Object.fromEntries(settle(items).lines.map(({ key, fen: amount }) => [key, amount]))

const howOf = (items: YearItems, key: string): string | undefined =>
  settle(items).lines.find((line) => line.key === key)?.how?.zh

describe('against a slow reckoning in fractions, slice by slice', () => {
  it('every figure and every line is the same', () => {
    fc.assert(
      fc.property(anyYear, (items) => {
        const settlement = settle(items)
        const slow = settleSlowly(items)
        expect(settlement.lines.map(({ key, fen: amount }) => [key, BigInt(amount)])).toEqual(slow.lines)
        expect({
          taxable: BigInt(settlement.taxable),
          slice: settlement.bracket.index,
          balance: BigInt(settlement.prepaid - settlement.payable),
          duty: settlement.duty,
        }).toEqual({ taxable: slow.taxable, slice: slow.slice, balance: slow.balance, duty: slow.duty })
        expect(
          settlement.bonus?.separate && [settlement.bonus.advised, BigInt(settlement.bonus.saves)],
        ).toEqual(slow.bonus && [slow.bonus.advised, slow.bonus.saves])
        expect(digestOf(EMPTY_DIGEST, settlement)).toBe(slowDigestOf(EMPTY_DIGEST, slow))
      }),
      { numRuns: 2000 },
    )
  })
  it('the digest tells one fen apart', () => {
    const items = yearWith({ income: { wages: yuan('200,000') } })
    const other = yearWith({ income: { wages: yuan('200,000.01') } })
    expect(digestOf(EMPTY_DIGEST, settle(items))).not.toBe(digestOf(EMPTY_DIGEST, settle(other)))
  })
})

describe('what is always so', () => {
  it('more wages never leave less, as long as nobody is let off a supplement', () => {
    fc.assert(
      fc.property(anyYear, fc.integer({ min: 1, max: 10_000_000 }), (items, more) => {
        const { bonus: _, ...year } = items
        const kept = ({ payable, gross }: { payable: Fen; gross: Fen }): number => gross - payable
        const raised = { ...year, income: { ...year.income, wages: fen(year.income.wages + more) } }
        fc.pre(raised.income.wages <= 100_000_000_000)
        // each of the two taxes is rounded by itself
        expect(kept(settle(raised))).toBeGreaterThanOrEqual(kept(settle(year)))
      }),
    )
  })
  it('every line says what it is called and what it stands on, in both languages', () => {
    fc.assert(
      fc.property(anyYear, (items) => {
        const { lines, findings } = settle(items)
        for (const { label, basis, how } of lines)
          for (const words of [label, basis, ...(how ? [how] : [])]) {
            expect(words?.zh).toMatch(/\S/)
            expect(words?.en).toMatch(/^[^\u4e00-\u9fff]+$/)
          }
        expect(findings[0]?.rule.zh).toMatch(/\S/)
      }),
    )
  })
  it('the advised way never leaves more to bear than the other', () => {
    fc.assert(
      fc.property(anyYear, ({ bonus, ...items }) => {
        fc.pre(bonus !== undefined && items.taxYear <= 2027)
        const told = settle({ ...items, bonus: bonus && { ...bonus, choice: 'cheaper' } }).bonus
        const { separate, merged, advised, saves } = told ?? {}
        if (!separate || !merged || !advised) throw new Error('a comparison was due')
        const [better, worse] = advised === 'merged' ? [merged, separate] : [separate, merged]
        expect(worse.borne - better.borne).toBe(saves)
        expect(saves).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('income as it is counted', () => {
  it.each([
    ['wages', '100,000', '100,000'],
    ['labour', '100,000', '80,000'],
    ['royalties', '100,000', '80,000'],
    ['manuscripts', '100,000', '56,000'],
    ['manuscripts', '0.01', '0.01'],
    ['labour', '0.01', '0.01'],
  ])('%s of %s count %s', (kind, paid, counted) =>
    expect(settle(yearWith({ income: { [kind]: yuan(paid) } })).income).toBe(yuan(counted)),
  )
  it('is not rounded before the tax is known', () => {
    // 0.56 + 0.80 + 0.80 fen make 2.16: three lines of one fen, two fen in all
    const items = yearWith({ income: { manuscripts: fen(1), labour: fen(1), royalties: fen(1) } })
    expect(linesOf(items)).toMatchObject({ manuscripts: 1, labour: 1, royalties: 1, income: 2 })
  })
})

describe('deductions', () => {
  const wages = yuan('500,000')
  it.each<[string, Parameters<typeof yearWith>[0], string, string, string | undefined]>([
    [
      'childrenEducation',
      {
        additional: {
          childrenEducation: [
            { months: 12, share: 100 },
            { months: 4, share: 50 },
          ],
        },
      },
      'childrenEducation',
      '28,000',
      '2,000.00 × 12 + 2,000.00 × 4 × 50%',
    ],
    [
      'infantCare',
      { additional: { infantCare: [{ months: 8, share: 100 }] } },
      'infantCare',
      '16,000',
      '2,000.00 × 8',
    ],
    [
      'infantCare in 2022',
      { taxYear: 2022, additional: { infantCare: [{ months: 8, share: 100 }] } },
      'infantCare',
      '8,000',
      '1,000.00 × 8',
    ],
    [
      'education in 2022',
      { taxYear: 2022, additional: { childrenEducation: [{ months: 12, share: 50 }] } },
      'childrenEducation',
      '6,000',
      '1,000.00 × 12 × 50%',
    ],
    [
      'an only child',
      { additional: { elder: { onlyChild: true, months: 12 } } },
      'elderSupport',
      '36,000',
      '3,000.00 × 12',
    ],
    [
      'a sibling',
      { additional: { elder: { onlyChild: false, months: 12, monthly: yuan('1,500') } } },
      'elderSupport',
      '18,000',
      '1,500.00 × 12',
    ],
    [
      'housing loan',
      { additional: { housingLoan: { months: 12, share: 50, monthsBefore: 228 } } },
      'housingLoan',
      '6,000',
      '1,000.00 × 12 × 50%',
    ],
    [
      'rent',
      { additional: { rent: { first: 3, second: 4, third: 5 } } },
      'rent',
      '12,900',
      '1,500.00 × 3 + 1,100.00 × 4 + 800.00 × 5',
    ],
    [
      'degree',
      { additional: { degree: { months: 12, monthsBefore: 36 } } },
      'degree',
      '4,800',
      '400.00 × 12',
    ],
    ['certificate', { additional: { certificate: true } }, 'certificate', '3,600', undefined],
    [
      'illness above the threshold',
      { additional: { illness: [yuan('15,000'), yuan('15,000.01')] } },
      'illness',
      '0.01',
      '(15,000.01 − 15,000.00)',
    ],
    [
      'illness up to the cap, each',
      { additional: { illness: [yuan('95,000'), yuan('200,000')] } },
      'illness',
      '160,000',
      '80,000.00（上限） + 80,000.00（上限）',
    ],
    [
      'health insurance',
      { other: { annuity: fen(0), healthInsurance: yuan('3,000'), personalPension: fen(0) } },
      'healthInsurance',
      '2,400',
      '实付 3,000.00，以 2,400.00 为限',
    ],
  ])('%s', (_, changes, key, amount, how) => {
    const items = yearWith({ ...changes, income: { wages } })
    expect(linesOf(items)[key]).toBe(yuan(amount))
    expect(howOf(items, key)).toBe(how)
  })
  it.each([
    ['29,999.99', '0.00', '29,999.99'],
    ['30,000.00', '0.00', '30,000.00'],
    ['30,000.01', '0.00', '30,000.00'],
    ['200,000', '80,000', '100,000'],
    ['0.00', '50,000', '50,000'],
  ])('donations of %s up to 30%%, and %s in full, take off %s of 100,000', (limited, full, donated) =>
    expect(
      linesOf(
        yearWith({
          income: { wages: yuan('160,000') },
          donations: { limited: yuan(limited), full: yuan(full) },
        }),
      ),
    ).toMatchObject({ donations: yuan(donated), taxable: yuan('100,000') - yuan(donated) }),
  )
  it('never make taxable income negative', () => {
    const items = yearWith({ income: { wages: yuan('59,999.99') }, prepaid: yuan('120') })
    expect(settle(items)).toMatchObject({ taxable: 0, payable: 0, outcome: 'refund', amount: 12_000 })
    expect(howOf(items, 'taxable')).toBe('59,999.99 不足扣除 60,000.00，按 0 计算')
  })
  it('reductions take off no more than the tax', () => {
    const items = yearWith({
      income: { wages: yuan('100,000') },
      reductions: yuan('9,999'),
      prepaid: yuan('5'),
    })
    expect(settle(items)).toMatchObject({ payable: 0, outcome: 'refund', amount: 500 })
  })
})

describe('a year of wages that were withheld from as they should be', () => {
  const items = yearWith({
    income: { wages: yuan('360,000') },
    special: { socialInsurance: yuan('54,000'), housingFund: fen(0) },
    additional: { childrenEducation: [{ months: 12, share: 100 }] },
    prepaid: yuan('27,480.00'),
  })
  it('owes nothing and is owed nothing', () =>
    expect(settle(items)).toMatchObject({
      taxable: yuan('222,000'),
      payable: yuan('27,480'),
      outcome: 'even',
      duty: 'exempt',
      reason: 'nothingDue',
    }))
  it('is explained in the order of the calculation', () => {
    expect(Object.keys(linesOf(items))).toEqual([
      'wages',
      'income',
      'basicDeduction',
      'socialInsurance',
      'childrenEducation',
      'deductions',
      'taxable',
      'tax',
      'prepaid',
      'even',
    ])
    expect(settle(items).lines.find(({ key }) => key === 'tax')).toMatchObject({
      rate: '0.20',
      how: {
        zh: '第 3 级（144,000.00–300,000.00 元）：222,000.00 × 20% − 16,920.00',
        en: 'bracket 3 (144,000.00–300,000.00): 222,000.00 × 20% − 16,920.00',
      },
      basis: { zh: '《中华人民共和国个人所得税法》第三条及税率表一' },
      unconfirmed: false,
    })
  })
})
