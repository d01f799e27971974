/** A call as a voice says it: letters and digits one by one, so that no engine reads a number as a sum or a year. */
import { textsIn, type Language } from '../../../messages'
import { texts } from '../messages'
import type { ShownCall } from './board-calls'

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
type Digit = (typeof DIGITS)[number]
const isDigit = (char: string): char is Digit => DIGITS.some((digit) => digit === char)

const apart = (number: string, language: Language): string => {
  const t = textsIn(texts, language)
  return [...number].map((char) => (isDigit(char) ? t(`digit.${char}`) : char)).join(' ')
}

/** Chinese counts 十, 十二, 二十, 二十三. */
const countedInChinese = (n: number): string => {
  const t = textsIn(texts, 'zh-CN')
  const digit = (value: number): string => {
    const char = String(value)
    return isDigit(char) && value > 0 ? t(`digit.${char}`) : ''
  }
  const tens = Math.floor(n / 10)
  if (tens === 0) return digit(n)
  return `${tens > 1 ? digit(tens) : ''}${t('ten')}${digit(n % 10)}`
}

/** Up to 99 a window is called as one counts; above it, and with letters, character by character. */
const windowWords = (window: string, language: Language): string => {
  if (!/^[1-9]\d?$/.test(window)) return apart(window, language)
  return language === 'zh-CN' ? countedInChinese(Number(window)) : window
}

/** 请 A 零 零 七 号，到 三 号窗口 · Number A zero zero seven, please go to window 3 */
export const spokenCall = ({ number, window }: Pick<ShownCall, 'number' | 'window'>, language: Language) =>
  textsIn(texts, language)('wall.spoken', {
    number: apart(number, language),
    window: windowWords(window, language),
  })
