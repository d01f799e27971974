/** One number out of all figures of many settlements, by which two ways of settling are compared. */
import type { Settlement } from '../../../functions/refunds/rules/income-tax/settle'
import type { SlowSettlement } from './oracle'

const PRIME = 16_777_619
const HALF = 4_294_967_296

/** FNV-1a over the two halves of a whole number. */
const mix = (digest: number, value: number): number => {
  const size = Math.abs(value)
  const low = Math.imul(digest ^ (size >>> 0), PRIME)
  return Math.imul(low ^ (Math.floor(size / HALF) * 2 + (value < 0 ? 1 : 0)), PRIME)
}

export const EMPTY_DIGEST = 0x811c9dc5

const DUTIES = ['exempt', 'simplified', 'mustFile']

/** Every figure of a settlement and of its lines. */
export const digestOf = (digest: number, settlement: Settlement): number => {
  const { taxable, bracket, payable, prepaid, outcome, amount, duty, bonus, lines } = settlement
  let now = mix(mix(mix(mix(digest, taxable), bracket.index), payable), prepaid)
  now = mix(mix(now, outcome === 'supplement' ? -amount : amount), DUTIES.indexOf(duty))
  if (bonus?.separate) {
    now = mix(mix(now, bonus.separate.tax), bonus.merged.tax)
    now = mix(mix(now, bonus.advised === 'merged' ? 1 : 0), bonus.saves)
  }
  for (const { key, fen } of lines) now = mix(mix(now, key.length), fen)
  return now
}

/** The same of the slow one. */
export const slowDigestOf = (digest: number, slow: SlowSettlement): number => {
  const { bonus } = slow
  const figures = [
    Number(slow.taxable),
    slow.slice,
    Number(slow.payable),
    Number(slow.prepaid),
    Number(slow.balance),
    DUTIES.indexOf(slow.duty),
    ...(bonus
      ? [
          Number(bonus.separate),
          Number(bonus.merged),
          bonus.advised === 'merged' ? 1 : 0,
          Number(bonus.saves),
        ]
      : []),
    ...slow.lines.flatMap(([key, fen]) => [key.length, Number(fen)]),
  ]
  return figures.reduce(mix, digest)
}
