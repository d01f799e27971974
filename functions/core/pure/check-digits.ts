/**
 * Check digits of resident ID numbers (GB 11643) and unified social credit codes (GB 32100-2015). They warn and never
 * block: numbers that fail are in real use.
 */
import { isDay } from './time'

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const ID_CHECKS = '10X98765432'
/** No I, O, S, V, Z. */
const CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** 3^(i−1) mod 31. */
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
/** GB 11714, of positions 9–16 inside a credit code. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const

const weigh = (values: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), 0)

/** Full-width digits and letters as typed on a phone, spaces and hyphens: all written one way. */
export const normaliseNumber = (text: string): string =>
  [...text]
    .map((character) => {
      const code = character.charCodeAt(0)
      return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character
    })
    .join('')
    .replace(/[\s\u3000\-]/g, '')
    .toUpperCase()

/**
 * A number's characters, once written one way. Marks and look-alikes of other scripts would make a second number of the
 * same digits.
 */
export const isPlainNumber = (text: string): boolean => /^[0-9A-Z]+$/.test(normaliseNumber(text))

/** The eighteenth character for the first seventeen digits. */
export const idCheckCharacter = (digits: string): string =>
  ID_CHECKS.charAt(weigh([...digits].map(Number), ID_WEIGHTS) % 11)

/** Does the check digit fit, and is the date of birth a day of the calendar that is not after `today`? */
export const idNumberFits = (number: string, today: string): boolean => {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return false
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  return isDay(born) && born <= today && idCheckCharacter(number.slice(0, 17)) === number.charAt(17)
}

/** The check character of the organisation code inside, for its eight characters. */
export const organisationCheckCharacter = (eight: string): string => {
  const values = [...eight].map((character) => parseInt(character, 36))
  const check = 11 - (weigh(values, ORGANISATION_WEIGHTS) % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** The eighteenth character for the first seventeen; `undefined` when one of them is outside the character set. */
export const creditCheckCharacter = (seventeen: string): string | undefined => {
  const values = [...seventeen].map((character) => CODE_CHARACTERS.indexOf(character))
  if (values.length !== 17 || values.includes(-1)) return undefined
  // A sum that divides by 31 gives 0, not 31: the outer remainder is what many implementations forget.
  return CODE_CHARACTERS.charAt((31 - (weigh(values, CODE_WEIGHTS) % 31)) % 31)
}

export const creditCodeFits = (code: string): boolean =>
  code.length === 18 && creditCheckCharacter(code.slice(0, 17)) === code.charAt(17)

export type NumberClass = 'residentId' | 'oldResidentId' | 'creditCode' | 'taxNumber' | 'other'

/** What a taxpayer's number looks like: by its shape only, after `normaliseNumber`. */
export const classOfNumber = (kind: 'person' | 'enterprise', number: string): NumberClass => {
  if (kind === 'person' && /^\d{17}[\dX]$/.test(number)) return 'residentId'
  if (kind === 'person' && /^\d{15}$/.test(number)) return 'oldResidentId'
  if (kind === 'enterprise' && /^[0-9A-Z]{18}$/.test(number)) return 'creditCode'
  return /^[0-9A-Z]{15,20}$/.test(number) ? 'taxNumber' : 'other'
}

/** Should the person who typed it look again? Never a reason to refuse. */
export const numberWarns = (kind: 'person' | 'enterprise', number: string, today: string): boolean => {
  switch (classOfNumber(kind, number)) {
    case 'residentId':
      return !idNumberFits(number, today)
    case 'creditCode':
      return !creditCodeFits(number)
    case 'oldResidentId':
    case 'taxNumber':
      return false
    case 'other':
      // Passports and residence permits are such; an enterprise has no number of another length.
      return kind === 'enterprise'
  }
}

/** One person, one number: the old fifteen digits become today's eighteen (years of birth 19xx). */
export const canonicalNumber = (kind: 'person' | 'enterprise', text: string): string => {
  const number = normaliseNumber(text)
  if (classOfNumber(kind, number) !== 'oldResidentId') return number
  const seventeen = `${number.slice(0, 6)}19${number.slice(6)}`
  return `${seventeen}${idCheckCharacter(seventeen)}`
}
