/**
 * Between what is typed and what a form's answers are: money is typed in yuan and kept in fen, a rate in per cent and kept in
 * basis points. What cannot be read is kept as it was typed, and the form's own check says what is wrong with it. Pure.
 */
import type { Field, FormProblem, ProblemCode, Value, Values } from '../../functions/core/pure/forms'
import { fen, parseYuan, yuanDisplay } from '../../functions/core/pure/money'
import { numberText } from './numbers'

export type NumberField = Extract<Field, { readonly type: 'money' | 'count' | 'rate' }>
export const isNumberField = (field: Field): field is NumberField =>
  field.type === 'money' || field.type === 'count' || field.type === 'rate'

/** Full-width digits and signs as a Chinese keyboard gives them, thousands, units (the sign and the word of yuan): written plainly. */
const plain = (typed: string): string =>
  [...typed]
    .map((one) => {
      const code = one.charCodeAt(0)
      return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : one
    })
    .join('')
    .replace(/\u3002/g, '.')
    .replace(/\u2212/g, '-')
    .replace(/[\s,%\u00a5\u5143]/g, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '')

/** Two decimals of what is typed are hundredths of what is kept: fen of a yuan, basis points of a per cent. */
const hundredths = (text: string): number | undefined => {
  try {
    return parseYuan(text)
  } catch {
    return undefined
  }
}

/** The answer that a typed number is: the number, or what was typed where it is none. Empty text is no answer. */
export const readTyped = (field: NumberField, typed: string): Value => {
  const text = plain(typed)
  if (text === '') return ''
  if (field.type === 'count') return /^-?\d{1,15}$/.test(text) ? Number(text) || 0 : typed
  return hundredths(text) ?? typed
}

const withoutZeros = (text: string): string => text.replace(/\.?0+$/, '')

/** An answer as it stands while nobody types: with thousands, money with two decimals; what is none, as it was typed. */
export const restingText = (field: NumberField, value: Value | undefined): string => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    return value === undefined ? '' : String(value)
  switch (field.type) {
    case 'money':
      return yuanDisplay(fen(value))
    case 'count':
      return numberText(value)
    case 'rate':
      return withoutZeros(yuanDisplay(fen(value)))
  }
}

/** Answers with one of them changed; an emptied one is gone. */
export const withAnswer = (values: Values, key: string, value: Value): Values => {
  const { [key]: _before, ...others } = values
  return value === '' ? others : { ...others, [key]: value }
}

/** Wrong for good, however one goes on typing: told at once. The rest is told once the field was left, or sent. */
const AT_ONCE: readonly ProblemCode[] = ['direction', 'control', 'unseen', 'long', 'most', 'future', 'code']

export const toldNow = ({ problem }: FormProblem, left: boolean): boolean => left || AT_ONCE.includes(problem)
