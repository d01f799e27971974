/** Years of made-up taxpayers: seeded, of every kind of income and deduction, crowded where the law changes its mind. */
import { fen, type Fen } from '../../../functions/core/pure/money'
import type {
  Additional,
  Bonus,
  ChildMonths,
  YearItems,
} from '../../../functions/refunds/rules/income-tax/items'
import { seededRandom, type Random } from '../fuzz/random'

const yuan = (amount: number): number => amount * 100

/** Yuan at which something changes: brackets, what is deducted before anything is taxed, exemptions. */
const EDGES = [36_000, 60_000, 96_000, 120_000, 144_000, 204_000, 300_000, 360_000, 420_000, 660_000, 960_000]

const around = (random: Random, edge: number): number => yuan(edge) + random.int(-2, 2)

const wagesOf = (random: Random): number => {
  if (random.chance(0.25)) return around(random, random.pick(EDGES))
  if (random.chance(0.05)) return random.int(0, 100_000_000_000)
  return random.int(0, yuan(random.pick([80_000, 200_000, 600_000, 1_500_000])))
}

const sideIncome = (random: Random): Fen =>
  fen(random.chance(0.35) ? random.int(1, yuan(random.pick([5000, 60_000, 400_000]))) : 0)

const bonusOf = (random: Random, taxYear: number): Bonus | undefined => {
  if (random.chance(0.4)) return undefined
  const amount = random.chance(0.4)
    ? around(random, random.pick([36_000, 144_000, 300_000, 420_000, 660_000, 960_000]))
    : random.int(1, yuan(random.pick([40_000, 200_000, 1_200_000])))
  return {
    amount: fen(amount),
    prepaid: fen(random.chance(0.3) ? 0 : Math.floor(amount / random.int(4, 33))),
    choice: random.chance(0.6) || taxYear > 2027 ? 'cheaper' : random.pick(['separate', 'merged']),
  }
}

const childrenOf = (random: Random): readonly ChildMonths[] =>
  Array.from({ length: random.pick([0, 0, 1, 1, 2, 3]) }, () => ({
    months: random.int(1, 12),
    share: random.pick([50, 100] as const),
  }))

const homeOf = (random: Random): Pick<Additional, 'housingLoan' | 'rent'> => {
  if (random.chance(0.35))
    return {
      housingLoan: {
        months: random.int(1, 12),
        share: random.pick([50, 100] as const),
        monthsBefore: random.int(0, 228),
      },
    }
  if (random.chance(0.5)) {
    const first = random.int(0, 6)
    const second = random.int(0, 5)
    return { rent: { first, second, third: 12 - first - second - random.int(0, 1) * (first > 0 ? 1 : 0) } }
  }
  return {}
}

const elderOf = (random: Random, taxYear: number): Additional['elder'] => {
  if (random.chance(0.5)) return undefined
  const months = random.int(1, 12)
  if (random.chance(0.5)) return { onlyChild: true, months }
  return { onlyChild: false, months, monthly: fen(random.int(0, yuan(taxYear < 2023 ? 1000 : 1500))) }
}

const additionalOf = (random: Random, taxYear: number): Additional => ({
  childrenEducation: childrenOf(random),
  infantCare: taxYear < 2022 || random.chance(0.7) ? [] : childrenOf(random),
  elder: elderOf(random, taxYear),
  ...homeOf(random),
  degree: random.chance(0.2) ? { months: random.int(1, 12), monthsBefore: random.int(0, 36) } : undefined,
  certificate: random.chance(0.15),
  illness: random.chance(0.2)
    ? Array.from({ length: random.int(1, 3) }, () =>
        fen(
          random.chance(0.3) ? around(random, random.pick([15_000, 95_000])) : random.int(0, yuan(120_000)),
        ),
      )
    : [],
})

/** Near what is due, so that small supplements, small refunds and exact payments are common. */
const prepaidOf = (random: Random, gross: number): number =>
  random.chance(0.2) ? 0 : Math.min(gross, Math.floor(gross / random.int(5, 80)))

export const yearOf = (random: Random): YearItems => {
  const taxYear = random.pick([2019, 2021, 2022, 2023, 2024, 2025, 2025, 2025, 2026, 2028])
  const income = {
    wages: fen(wagesOf(random)),
    labour: sideIncome(random),
    manuscripts: sideIncome(random),
    royalties: sideIncome(random),
  }
  const gross = income.wages + income.labour + income.manuscripts + income.royalties
  const share = (chance: number, part: number): Fen =>
    fen(random.chance(chance) ? random.int(0, Math.floor(gross / part)) : 0)
  return {
    taxYear,
    income,
    bonus: bonusOf(random, taxYear),
    special: { socialInsurance: share(0.8, 8), housingFund: share(0.7, 10) },
    additional: additionalOf(random, taxYear),
    other: {
      annuity: share(0.2, 20),
      healthInsurance: fen(random.chance(0.2) ? random.int(0, yuan(4000)) : 0),
      personalPension: fen(taxYear >= 2022 && random.chance(0.2) ? random.int(0, yuan(12_000)) : 0),
    },
    donations: { limited: share(0.2, 4), full: share(0.1, 10) },
    reductions: fen(random.chance(0.1) ? random.int(0, yuan(20_000)) : 0),
    prepaid: fen(prepaidOf(random, gross)),
    filing: {
      wantsRefund: random.chance(0.85),
      withheldProperly: random.chance(0.85),
      earlierYearsSettled: random.chance(0.9),
    },
  }
}

/** So many years, no two alike. */
export const distinctYears = (count: number, seed: number): readonly YearItems[] => {
  const random = seededRandom(seed)
  const seen = new Map<string, YearItems>()
  while (seen.size < count) {
    const items = yearOf(random)
    seen.set(JSON.stringify(items), items)
  }
  return [...seen.values()]
}
