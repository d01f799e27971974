/**
 * What a taxpayer owes: as the tax system reported it of a day's end, less what refunds have taken since. A report of an earlier day
 * brought in late takes nothing back, and none takes an offset twice. Pure.
 */
import type { Day } from '../../core/pure/time'

export interface TaxAccount {
  /** Fen, now. */
  readonly arrears: number
  /** The report's day; offsets up to it are in its figure. */
  readonly asOf: Day
  /** Fen taken on later days; negative where it is owed again. */
  readonly offsets: readonly { readonly on: Day; readonly fen: number }[]
}

/** @returns undefined for a report that is older than what stands */
export const reported = (
  before: TaxAccount | undefined,
  { asOf, arrears }: Pick<TaxAccount, 'asOf' | 'arrears'>,
): TaxAccount | undefined => {
  if (before && asOf < before.asOf) return undefined
  const offsets = (before?.offsets ?? []).filter(({ on }) => on > asOf)
  const taken = offsets.reduce((sum, { fen }) => sum + fen, 0)
  return { arrears: Math.max(0, arrears - taken), asOf, offsets }
}

/** @param fen negative: owed again */
export const offsetOn = ({ arrears, asOf, offsets }: TaxAccount, on: Day, fen: number): TaxAccount => ({
  arrears: arrears - fen,
  asOf,
  offsets: offsets.some((one) => one.on === on)
    ? offsets.map((one) => (one.on === on ? { on, fen: one.fen + fen } : one))
    : [...offsets, { on, fen }],
})
