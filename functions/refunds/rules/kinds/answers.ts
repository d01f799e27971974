/** Reads answers of a form for rules: of the right type, or as if not given. */
import { MOST, type Values } from '../../../core/pure/forms'
import { fen, type Fen } from '../../../core/pure/money'
import { isDay, type Day } from '../../../core/pure/time'

/** Whole, not negative, and no more than any form takes, so that sums of them stay exact. */
export const countIn = (values: Values, key: string): number | undefined => {
  const value = values[key]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MOST.money
    ? value
    : undefined
}

/** Whole fen, not negative. */
export const moneyIn = (values: Values, key: string): Fen | undefined => {
  const value = countIn(values, key)
  return value === undefined ? undefined : fen(value)
}

export const textIn = (values: Values, key: string): string | undefined => {
  const value = values[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const dayIn = (values: Values, key: string): Day | undefined => {
  const value = textIn(values, key)
  return value !== undefined && isDay(value) ? value : undefined
}

/** `YYYY-MM` */
export const monthIn = (values: Values, key: string): string | undefined => {
  const value = textIn(values, key)
  return value !== undefined && isDay(`${value}-01`) ? value : undefined
}

export const yesNoIn = (values: Values, key: string): boolean | undefined => {
  const value = values[key]
  return typeof value === 'boolean' ? value : undefined
}
