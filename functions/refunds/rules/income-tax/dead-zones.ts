/** Dead zones of the annual bonus (年终奖盲区): amounts of which less is left than of the last fen before them. */
import { fen, type Fen } from '../../../core/pure/money'
import { PER_FEN, taxAt } from './exact'
import { stepOf, type Step, type Steps } from './steps'

/** Of the year's bonus, which a twelfth of finds the step. */
const MONTHS = 12

export interface DeadZone {
  /** The last amount before the zone: the best to take. */
  readonly from: Fen
  /** The first amount of which as much is left again. */
  readonly until: Fen
}

export interface InDeadZone extends DeadZone {
  /** Taking this much less … */
  readonly less: Fen
  /** … leaves this much more. */
  readonly more: Fen
}

/** The step that a twelfth of a bonus falls into; nothing is divided, since its bounds are whole. */
export const bonusStep = (table: Steps, bonus: Fen): Step => stepOf(table, bonus, MONTHS)

/** `bonus × rate − quick deduction` (单独计税), half up to the fen. */
export const bonusTax = (table: Steps, bonus: Fen): Fen => taxAt(bonus * PER_FEN, bonusStep(table, bonus))

const netOf = (table: Steps, bonus: Fen): number => bonus - bonusTax(table, bonus)

/** Where `bonus − (bonus × rate − quick)` has come back to `net`: half up, as the tax itself is. */
const comesBackAt = (net: number, { percent, quick }: Step): Fen => {
  const left = 100 - percent
  const hundredths = (net - quick) * 100
  const rest = hundredths % left
  return fen((hundredths - rest) / left + (rest * 2 >= left ? 1 : 0))
}

export const deadZonesOf = (table: Steps): readonly DeadZone[] =>
  table.steps.flatMap(({ upTo }, at) => {
    const next = table.steps[at + 1]
    if (upTo === null || !next) return []
    const from = fen(upTo * MONTHS)
    return [{ from, until: comesBackAt(netOf(table, from), next) }]
  })

/** @param zones those of the table */
export const deadZoneAt = (table: Steps, zones: readonly DeadZone[], bonus: Fen): InDeadZone | undefined => {
  for (const { from, until } of zones) {
    if (bonus > from && bonus < until)
      return { from, until, less: fen(bonus - from), more: fen(netOf(table, from) - netOf(table, bonus)) }
  }
  return undefined
}
