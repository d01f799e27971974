/** The law of income tax told a second time, from its words: nothing of functions/refunds is used. In yuan. */

/** 全月（年）应纳税所得额 and rate: what lies between one bound and the next is taxed at its rate. */
export interface Slice {
  readonly above: number
  readonly percent: number
}

/** 税率表一（综合所得适用）. */
export const YEARLY: readonly Slice[] = [
  { above: 0, percent: 3 },
  { above: 36_000, percent: 10 },
  { above: 144_000, percent: 20 },
  { above: 300_000, percent: 25 },
  { above: 420_000, percent: 30 },
  { above: 660_000, percent: 35 },
  { above: 960_000, percent: 45 },
]

/** 按月换算后的综合所得税率表: a twelfth of every bound. */
export const MONTHLY: readonly Slice[] = YEARLY.map(({ above, percent }) => ({ above: above / 12, percent }))

/** 居民个人劳务报酬所得预扣预缴适用. */
export const LABOUR: readonly Slice[] = [
  { above: 0, percent: 20 },
  { above: 20_000, percent: 30 },
  { above: 50_000, percent: 40 },
]

/** 财税〔2018〕164号, 公告2021年第42号, 公告2023年第30号: until 2027-12-31. */
export const mayBeTaxedApart = (year: number): boolean => year <= 2027

/** 国发〔2023〕13号 raised them from 2023 on; 国发〔2022〕8号 began the one for infants. */
export const standards = (year: number) => ({
  education: year >= 2023 ? 2000 : 1000,
  infant: year >= 2023 ? 2000 : year === 2022 ? 1000 : 0,
  onlyChild: year >= 2023 ? 3000 : 2000,
  loan: 1000,
  rent: [1500, 1100, 800] as const,
  degree: 400,
  certificate: 3600,
  illnessAbove: 15_000,
  illnessMost: 80_000,
  health: 2400,
})
