/** Number, code, day, kind and check code of an invoice's text. */
import { isDay, type Day } from '../../../core/pure/time'
import { regionByCode } from '../../data/regions'
import { label } from './clean'

export interface Identity {
  readonly kind: string | undefined
  readonly code: string | undefined
  readonly number: string | undefined
  readonly issuedOn: Day | undefined
  readonly checkCode: string | undefined
  /** Where number and day stand in the text, for what stands after them; −1: they do not. */
  readonly at: number
}

/** By the words of the heading, the more particular first. */
const HEADINGS: readonly (readonly [string, RegExp])[] = [
  ['51', /铁路电子客票/],
  ['61', /航空运输电子客票行程单/],
  ['31', /电子发票[（(]增值税专用发票[）)]/],
  ['32', /电子发票[（(]普通发票[）)]/],
  ['08', /增值税电子专用发票/],
  ['14', /通行费.*电子普通发票|电子普通发票.*通行费/],
  ['10', /电子普通发票/],
  ['11', /增值税普通发票[（(]卷票[）)]/],
  ['04', /增值税普通发票/],
  ['01', /增值税专用发票/],
]

const kindIn = (text: string): string | undefined => {
  const close = text.replace(/\s/g, '')
  return HEADINGS.find(([, heading]) => heading.test(close))?.[0]
}

/** A day may follow without a space where figures are set apart. */
const NUMBER_END = '(?=\\d{4}年|\\D|$)'
const LABELLED_NUMBER = new RegExp(`${label('发票号码')}\\s*:?\\s*(\\d{20}|\\d{8})${NUMBER_END}`)
const LABELLED_CODE = new RegExp(`${label('发票代码')}\\s*:?\\s*(\\d{12}|\\d{10})(?!\\d)`)
const TWENTY = new RegExp(`(^|\\D)(\\d{20})${NUMBER_END}`, 'g')
/** Of an electronic invoice whose values stand together, away from their labels. */
const CODE_AND_NUMBER = /(?:^|\D)(0\d{11})\s+(\d{8})(?!\d)/

const CHECK_CODE = new RegExp(`${label('校验码')}\\s*:?\\s*((?:\\d\\s*){20})(?!\\d)`)

/** Of this century, and of a region that there is. */
const plausible = (twenty: string): boolean => /^2/.test(twenty) && regionByCode.has(twenty.slice(2, 4))

/** The one number of twenty digits, wherever it stands. */
const onlyTwenty = (text: string): string | undefined => {
  const found = [...text.matchAll(TWENTY)].map(([, , digits = '']) => digits).filter(plausible)
  const different = [...new Set(found)]
  return different.length === 1 ? different[0] : undefined
}

const numberIn = (text: string): { readonly code?: string; readonly number?: string } => {
  const code = LABELLED_CODE.exec(text)?.[1]
  const number = LABELLED_NUMBER.exec(text)?.[1]
  if (number?.length === 20) return { number }
  if (number && code) return { code, number }
  const together = CODE_AND_NUMBER.exec(text)
  if (together) return { code: together[1] ?? '', number: together[2] ?? '' }
  const twenty = onlyTwenty(text)
  return twenty ? { number: twenty } : { ...(code && { code }), ...(number && { number }) }
}

const two = (digits: string): string => digits.padStart(2, '0')
const dayPattern = (afterYear: string, afterMonth: string): string =>
  `(\\d{4})\\s*${afterYear}\\s*(\\d{1,2})\\s*${afterMonth}\\s*(\\d{1,2})(?!\\d)`
const LABELLED_DAY = new RegExp(`${label('开票日期')}\\s*:?\\s*${dayPattern('[年-]', '[月-]')}`)
const ANY_DAY = new RegExp(dayPattern('年', '月'), 'g')
/** Number and day stand side by side wherever labels and values stand apart. */
const NEAR = 40

const dayOfMatch = ([, year = '', month = '', date = '']: readonly string[]): Day | undefined => {
  const day = `${year}-${two(month)}-${two(date)}`
  return isDay(day) ? day : undefined
}

/** The day at its label, the one nearest behind the number, or the only one. */
const dayIn = (text: string, numberAt: number): { readonly day?: Day; readonly at: number } => {
  const labelled = LABELLED_DAY.exec(text)
  const day = labelled ? dayOfMatch(labelled) : undefined
  if (labelled && day) return { day, at: labelled.index }
  const days = [...text.matchAll(ANY_DAY)].flatMap((match) => {
    const one = dayOfMatch(match)
    return one ? [{ day: one, at: match.index }] : []
  })
  const near = days.find(({ at }) => numberAt >= 0 && at > numberAt && at - numberAt <= NEAR)
  const only = new Set(days.map((one) => one.day)).size === 1 ? days[0] : undefined
  return near ?? only ?? { at: -1 }
}

export const identityIn = (text: string): Identity => {
  const { code, number } = numberIn(text)
  const numberAt = number ? text.indexOf(number) : -1
  const { day, at } = dayIn(text, numberAt)
  return {
    kind: kindIn(text),
    code,
    number,
    issuedOn: day,
    checkCode: CHECK_CODE.exec(text)?.[1]?.replace(/\s/g, ''),
    at: Math.max(numberAt, at),
  }
}
