/** Answers of `policies` to its office, as the contract shapes them; the clock stands at 24 November 2026, 10:00. */
import { instantOf } from '../../../functions/core/pure/time'
import type {
  OfficePolicy,
  OfficeRow,
  Progress,
  VersionProgress,
  Written,
} from '../../../src/packages/policies-office/model/answers'

export const ID = `po_${'0'.repeat(25)}1`
export const CHANGED = instantOf('2026-11-23', 540)

export const written = (change: Partial<Written> = {}): Written => ({
  title: { zh: '小规模纳税人减免增值税', en: '' },
  summary: { zh: '月销售额十万元以下的，免征增值税。', en: '' },
  body: { zh: ['第一段写明条件。', '第二段写明办法。'], en: [] },
  number: '示例〔2026〕1 号',
  issuer: '某市税务局',
  basis: '《增值税法》第二十三条',
  category: 'relief',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  audience: { kind: ['smallScale'] },
  attachments: [],
  ...change,
})

export const row = (change: Partial<OfficeRow> = {}): OfficeRow => ({
  id: ID,
  hallId: 'east',
  state: 'draft',
  version: 0,
  changedAt: CHANGED,
  publishedAt: null,
  title: '小规模纳税人减免增值税',
  drafting: true,
  savedBy: 'other',
  ...change,
})

/** To be published by who looks at it. */
export const draft = (change: Partial<OfficePolicy> = {}): OfficePolicy => ({
  ...row(),
  draft: written(),
  draftWhy: null,
  current: null,
  ...change,
})

export const published = (change: Partial<OfficePolicy> = {}): OfficePolicy => ({
  ...row({ state: 'published', version: 1, publishedAt: CHANGED, drafting: false, savedBy: 'nobody' }),
  draft: null,
  draftWhy: null,
  current: written(),
  ...change,
})

export const version = (change: Partial<VersionProgress> = {}): VersionProgress => ({
  version: 1,
  change: 'published',
  at: CHANGED,
  parts: 4,
  partsDone: 4,
  told: 1_234,
  passed: 0,
  done: true,
  ...change,
})

export const progress = (change: Partial<Progress> = {}): Progress => ({
  versions: [version()],
  readers: { read: 56, more: false },
  channels: [],
  stopped: { topic: 0, policy: 0 },
  ...change,
})

export const answers: Readonly<Record<string, unknown>> = {
  'policies/office': { halls: [{ id: 'east', name: '城东办税服务厅', region: '350200' }] },
  'policies/officeList': { items: [row()] },
  'policies/officePolicy': { policy: draft() },
  'policies/reach': { reached: 12_345, exact: false },
  'policies/progress': progress(),
}
