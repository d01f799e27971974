/** Reads answers of a form for rules: of the right type, or as if not given. */
import type { Values } from '../../../core/pure/forms'
import { fen, type Fen } from '../../../core/pure/money'
import { isDay, type Day } from '../../../core/pure/time'

/** Whole fen, not negative. */
export const moneyIn = (values: Values, key: string): Fen | undefined => {
  const value = values[key]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? fen(value) : undefined
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
