/** A chance in words: 「1/50」 · 1 in 50. Never more than it is, and nothing about how near one was. Pure. */
import { text, type Text } from '../../core/pure/text'
import type { Rational } from './rational'
import { saidCount } from './said'

const oneIn = (count: number, about: boolean): Text => {
  const shown = saidCount(count)
  return text(
    `${about ? '约 ' : ''}1/${shown}（平均每 ${shown} 张发票有 1 张中奖）`,
    `${about ? 'about ' : ''}1 in ${shown}`,
  )
}

const HUNDRED = 100

/**
 * Exact where it is one in a whole number; else rounded so that it promises no more than there is.
 * @example chanceText(rational(2, 100)) // 1/50, 1 in 50
 */
export const chanceText = ({ numerator, denominator }: Rational): Text => {
  if (numerator === 0) return text('没有中奖机会', 'no chance of a prize')
  if (numerator >= denominator) return text('每张都中奖', 'every invoice wins')
  const [times, over] = [Math.floor(denominator / numerator), denominator % numerator]
  if (over === 0) return oneIn(times, false)
  // Up: one in 38 for what is one in 37.2.
  if (times >= 10) return oneIn(times + 1, true)
  const inHundred = Math.max(1, Math.floor(numerator / (denominator / HUNDRED)))
  return text(`约 ${inHundred}/100（平均每 100 张发票有 ${inHundred} 张中奖）`, `about ${inHundred} in 100`)
}
