/** Answers of `policies` to anybody, as the contract shapes them; the clock stands at 24 November 2026, 10:00. */
import { instantOf } from '../../../functions/core/pure/time'
import type { PolicyFull, PolicyRow, Reasons } from '../../../src/packages/policies/model/answers'

export const ID = `po_${'0'.repeat(25)}1`
export const OTHER = `po_${'0'.repeat(25)}2`

export const policyRow = (change: Partial<PolicyRow> = {}): PolicyRow => ({
  id: ID,
  title: '小规模纳税人减免增值税',
  summary: '月销售额十万元以下的，免征增值税。',
  number: '示例〔2026〕1 号',
  issuer: '某市税务局',
  category: 'relief',
  categoryName: '减税降费',
  effectiveFrom: '2026-01-01',
  effectiveTo: '2027-12-31',
  state: 'published',
  version: 1,
  publishedAt: instantOf('2026-11-20', 600),
  ...change,
})

export const policyFull = (
  change: Partial<PolicyFull> = {},
  text: Partial<PolicyFull['text']> = {},
): PolicyFull => {
  const { id: _, state: __, version: ___, publishedAt: ____, ...told } = policyRow()
  return {
    policy: policyRow(),
    text: {
      ...told,
      body: ['第一段写明条件。', '第二段写明办法。'],
      basis: '《增值税法》第二十三条',
      audience: [
        { dimension: 'kind', values: ['小规模纳税人', '个体工商户'] },
        { dimension: 'region', values: ['厦门市'] },
      ],
      attachments: [],
      ...text,
    },
    versions: [{ version: 1, change: 'published', why: null, at: instantOf('2026-11-20', 600) }],
    state: 'published',
    ...change,
  }
}

export const corrected = (): PolicyFull =>
  policyFull({
    policy: policyRow({ version: 2 }),
    versions: [
      { version: 2, change: 'corrected', why: '把期限写成了五月。', at: instantOf('2026-11-22', 600) },
      { version: 1, change: 'published', why: null, at: instantOf('2026-11-20', 600) },
    ],
  })

export const withdrawn = (): PolicyFull =>
  policyFull({
    policy: policyRow({ version: 2, state: 'withdrawn' }),
    versions: [
      { version: 2, change: 'withdrawn', why: '依据已经废止。', at: instantOf('2026-11-22', 600) },
      { version: 1, change: 'published', why: null, at: instantOf('2026-11-20', 600) },
    ],
    state: 'withdrawn',
  })

export const reasons = (change: Partial<Reasons> = {}): Reasons => ({
  everybody: false,
  reasons: ['小规模纳税人', '厦门市'],
  following: false,
  ...change,
})

export const answers: Readonly<Record<string, unknown>> = {
  'policies/list': { items: [policyRow()] },
  'policies/policy': policyFull(),
  'policies/reasons': reasons(),
}
