/** A day of instant draws as it is published: what was committed to before it, what it came to, and of which amounts it is. Pure. */
import {
  dayClosingShape,
  dayOpeningShape,
  type DayClosing,
  type DayOpening,
} from '../../../../functions/lottery/rules/draw/documents'
import { readAs } from '../../../../functions/lottery/rules/draw/shape'
import type { DayRules } from '../../../../functions/lottery/rules/draw/instant'
import type { TierWon } from './told-draw'

export interface ToldDay {
  readonly opening: DayOpening | undefined
  readonly closing: DayClosing | undefined
}

/** What is not what it should be is not shown: verifying tells why. */
export const toldDay = (opening: string | undefined, closing: string | undefined): ToldDay => {
  const [opened, closed] = [
    readAs<DayOpening>(opening, dayOpeningShape),
    readAs<DayClosing>(closing, dayClosingShape),
  ]
  return { opening: opened.ok ? opened.value : undefined, closing: closed.ok ? closed.value : undefined }
}

/** By tier, in the order of the rules; places count from 0, in the order in which entries came. */
export const dayTiersWon = ({ opening, closing }: ToldDay): readonly TierWon[] =>
  (opening?.rules.tiers ?? [])
    .map(({ tier, prize }) => ({
      key: tier,
      prize,
      places: (closing?.wins ?? []).filter((win) => win.tier === tier).map(({ index }) => index),
    }))
    .filter(({ places }) => places.length > 0)

/** Which of the bands of its draw a period is of: `instant-band0:2026-12-01T0000`. */
export const bandPlaceOf = (period: string): number | undefined => {
  const found = /-band(\d+):/.exec(period)
  return found ? Number(found[1]) : undefined
}

export type BandShown = Pick<DayRules['band'], 'from' | 'below'>
