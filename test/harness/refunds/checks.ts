/** What a kind's check found, in short: for tables of one condition after the other. */
import { fen } from '../../../functions/core/pure/money'
import type { Check, Known } from '../../../functions/refunds/rules/kind'

export const today = '2026-11-24'

/** 1 000.00 paid a year ago, all of it left. */
export const voucher = {
  number: '144011251000000001',
  tax: 'stamp',
  paidOn: '2025-11-24',
  paid: fen(100_000),
  left: fen(100_000),
}

export const knownWith = (
  changes: Partial<Known> = {},
  voucherChanges: Partial<NonNullable<Known['voucher']>> = {},
): Known => ({
  today,
  taxpayer: 'person',
  arrears: fen(0),
  voucher: { ...voucher, ...voucherChanges },
  ...changes,
})

/** The conditions that were looked at, in order. */
export const codesOf = ({ findings }: Check): readonly string[] => findings.map(({ code }) => code)

/** Those that stop it. */
export const stopping = ({ findings }: Check): readonly string[] =>
  findings.filter(({ ok, warning }) => !ok && !warning).map(({ code }) => code)

/** Those that are only told. */
export const warnings = ({ findings }: Check): readonly string[] =>
  findings.filter(({ ok, warning }) => !ok && warning).map(({ code }) => code)

/** `paid 100000`, … */
export const linesOf = ({ result }: Check): readonly string[] =>
  (result?.lines ?? []).map(({ key, fen: amount }) => `${key} ${amount}`)

export const foundIn = ({ findings }: Check, code: string): string | undefined =>
  findings.find((one) => one.code === code)?.found?.zh
