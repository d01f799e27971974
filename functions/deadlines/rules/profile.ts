/** What a taxpayer is and files, as far as deadlines need it: a kind, taxes, and how often for those that leave the choice. */
import { obligations } from '../data/obligations'
import type { Obligation } from '../data/obligation'
import type { TaxpayerKind } from '../../core/pure/taxpayer-kinds'
import { TAXES, USUAL_TAXES, type Period, type Tax } from '../data/taxpayers'

export interface Profile {
  readonly kind: TaxpayerKind
  readonly taxes: readonly Tax[]
  /** Where nothing is said, the usual period of the kind. */
  readonly periods: Readonly<Partial<Record<Tax, Period>>>
}

/** Obligations of any day: which taxes a kind may have to do with does not change with a law's number. */
const ofKind = (kind: TaxpayerKind): readonly Obligation[] =>
  obligations.filter(({ who, tax }) => tax !== 'event' && who.includes(kind))

/** The taxes that a kind may have to do with, in the order of the list. */
export const taxesOf = (kind: TaxpayerKind): readonly Tax[] => {
  const own = ofKind(kind)
  return TAXES.filter((tax) => own.some((one) => one.tax === tax))
}

/** What may be chosen of for a tax, the usual one first; empty where it is filed by the year alone. */
export const periodsOf = (kind: TaxpayerKind, tax: Tax): readonly Period[] => [
  ...new Set(
    ofKind(kind).flatMap(({ tax: of, schedule }) =>
      of === tax && schedule.kind === 'afterPeriod' ? (schedule.periods[kind] ?? []) : [],
    ),
  ),
]

/** The period by which this taxpayer files for a tax; undefined where it is filed by the year alone. */
export const periodOf = ({ kind, periods }: Profile, tax: Tax): Period | undefined => {
  const allowed = periodsOf(kind, tax)
  const chosen = periods[tax]
  return chosen !== undefined && allowed.includes(chosen) ? chosen : allowed[0]
}

/** What most of a kind file. */
export const usualProfile = (kind: TaxpayerKind): Profile => ({ kind, taxes: USUAL_TAXES[kind], periods: {} })

/** Without what the kind has nothing to do with, and without choices that say nothing; in one order, so that the same is the same. */
export const tidyProfile = ({ kind, taxes, periods }: Profile): Profile => {
  const own = taxesOf(kind).filter((tax) => taxes.includes(tax))
  const chosen = own.flatMap((tax) => {
    const period = periods[tax]
    const allowed = periodsOf(kind, tax)
    return period !== undefined && period !== allowed[0] && allowed.includes(period)
      ? [[tax, period] as const]
      : []
  })
  return { kind, taxes: own, periods: Object.fromEntries(chosen) }
}
