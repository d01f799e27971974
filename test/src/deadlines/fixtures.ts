/** Answers of `deadlines`, made by the rules themselves, for the pages' tests. */
import { deadlinesOf } from '../../../functions/deadlines/rules/deadlines'
import { shownDeadline } from '../../../functions/deadlines/rules/shown'
import type { Row, Taxpayer } from '../../../src/packages/deadlines/model/rows'
import { onStage } from '../booking/stage'

export const company: Taxpayer = {
  taxpayerId: 'tp_2',
  name: '城东**贸易有限公司',
  is: 'enterprise',
  kind: 'general',
  taxes: ['vat', 'cit', 'stamp'],
  periods: {},
  chosen: true,
  reminders: [],
}
export const self: Taxpayer = {
  taxpayerId: null,
  name: null,
  is: 'person',
  kind: 'person',
  taxes: ['iitAnnual', 'iitDeductions'],
  periods: {},
  chosen: true,
  reminders: [],
}

export const rowsOf = (
  taxpayer: Taxpayer,
  range: { readonly from: string; readonly to: string },
  filed: readonly string[] = [],
): Row[] =>
  deadlinesOf(taxpayer, range).map((one) => ({
    taxpayerId: taxpayer.taxpayerId,
    ...shownDeadline(one, {
      language: 'zh-CN',
      filed: filed.map((id) => ({ id, at: Date.parse('2026-11-20T02:00:00Z'), by: 'person' as const })),
    }),
  }))

/** What the server would answer for these, whatever is asked. */
export const answersFor = (taxpayers: readonly Taxpayer[], filed: readonly string[] = []) => ({
  'deadlines/mine': (range: { from: string; to: string }) => ({
    taxpayers,
    items: taxpayers.flatMap((one) => rowsOf(one, range, filed)),
  }),
  'deadlines/one': ({ id, taxpayerId }: { id: string; taxpayerId?: string }) => {
    const taxpayer = taxpayers.find((one) => one.taxpayerId === (taxpayerId ?? null)) ?? self
    const deadline = rowsOf(taxpayer, { from: '2024-01-01', to: '2028-12-31' }, filed).find(
      (row) => row.id === id,
    )
    return { taxpayer, deadline }
  },
  'deadlines/feed': { feed: null },
})

export const show = (
  Page: Parameters<typeof onStage>[0],
  page: 'month' | 'one' | 'settings',
  params: Readonly<Record<string, string>> = {},
  change: Readonly<Record<string, unknown>> = {},
  options: { readonly signedIn?: boolean } = {},
) =>
  onStage(
    Page,
    params,
    { ...answersFor([company]), ...change },
    { path: `packages/deadlines/${page}/index`, ...options },
  )
