/** From when on something is worth a reviewer's look. Defaults of this service: no text gives such figures. */
import { rowOn, type Basis, type Dated } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import type { Day } from '../../core/pure/time'
import { pilotNotice } from './statutes'

export interface GuardRow extends Dated, Basis {
  /** One buyer at one shop: so many invoices within minutes, each at most so many per cent above the floor. */
  readonly split: { readonly invoices: number; readonly minutes: number; readonly abovePercent: number }
  /** One buyer at one shop: so many invoices with numbers in a row. */
  readonly inARow: { readonly invoices: number }
  /** One buyer at one shop on one day: so many invoices, none round itself, whose sum is a multiple of so many fen. */
  readonly roundSum: { readonly invoices: number; readonly multiple: number; readonly least: number }
  /** One shop: so many different people within minutes. */
  readonly burst: { readonly entrants: number; readonly minutes: number }
  /** One person: invoices of so many shops within minutes. */
  readonly manyShops: { readonly shops: number; readonly minutes: number }
}

export const guardRows: readonly GuardRow[] = [
  {
    split: { invoices: 3, minutes: 30, abovePercent: 20 },
    inARow: { invoices: 3 },
    roundSum: { invoices: 3, multiple: 10_000, least: 50_000 },
    burst: { entrants: 30, minutes: 10 },
    manyShops: { shops: 4, minutes: 10 },
    rule: text(
      '虚开、不合理拆分合并、开奖后异常冲红作废，是重点核查的三类问题',
      'False invoices, unreasonable splitting or merging, and odd reversals after a draw are what is looked for',
    ),
    basis: pilotNotice,
    // The three kinds were announced; every figure is ours.
    unconfirmed: true,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
  },
]

export const guardsOn = (day: Day): GuardRow => rowOn(guardRows, day, 'guards')
