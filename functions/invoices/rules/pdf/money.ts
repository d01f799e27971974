/** Amounts of an invoice's text: total, net and tax, which check each other. */
import { parseYuan } from '../../../core/pure/money'
import { capitalsIn } from './capitals'
import { label } from './clean'

export interface Amounts {
  /** Fen; `undefined`: not found. */
  readonly total: number | undefined
  readonly net: number | undefined
  readonly tax: number | undefined
  /** Found, but at odds with each other. */
  readonly atOdds: boolean
}

const NUMBER = '-?\\d[\\d,]{0,18}\\.\\d{2}(?!\\d)'
const PREFIXED = new RegExp(`(-?)¥\\s*(${NUMBER})`, 'g')
const SUFFIXED = new RegExp(`(-?)(${NUMBER})\\s*¥`, 'g')

const read = (sign: string, digits: string): number => parseYuan(sign + digits.replace(/,/g, ''))

/** Before its figure or after it? As the first sign of the line stands. */
const signFollows = (line: string): boolean => /^[^¥]*\d\.\d{2}¥/.test(line)

/** Amounts marked with ¥, in the order of the line. */
export const moneyIn = (line: string): readonly number[] =>
  [...line.matchAll(signFollows(line) ? SUFFIXED : PREFIXED)].map(([, sign = '', digits = '']) =>
    read(sign, digits),
  )

const IN_FIGURES = new RegExp(`[（(]?${label('小写')}\\s*[）)]?\\s*:?\\s*(.*)$`)
const FARE = new RegExp(`${label('票价')}\\s*:?\\s*(.*)$`)
const LEADING = new RegExp(`^(-?)¥?\\s*(${NUMBER})`)

const leading = (text: string | undefined): number | undefined => {
  const match = LEADING.exec(text ?? '')
  return match ? read(match[1] ?? '', match[2] ?? '') : undefined
}

/** What stands behind a label on its own line, or where that is empty, on the next. */
const behind = (
  lines: readonly string[],
  marker: RegExp,
): { readonly here?: number; readonly next?: number } => {
  for (const [at, line] of lines.entries()) {
    const match = marker.exec(line)
    if (!match) continue
    const rest = match[1] ?? ''
    const here = leading(rest)
    if (here !== undefined) return { here }
    const next = rest === '' && (lines[at + 1] ?? '').includes('¥') ? leading(lines[at + 1]) : undefined
    if (next !== undefined) return { next }
  }
  return {}
}

const firstCapitals = (lines: readonly string[]): number | undefined => {
  for (const line of lines) {
    const amount = capitalsIn(line)
    if (amount !== undefined) return amount
  }
  return undefined
}

const SUM = new RegExp(`(?:^|[^税])\\s*${label('合计')}\\s*(.*)$`)
const NO_TAX = /\*{3}|免税|不征税/

/** Net and tax of the line of sums, where it keeps them beside its label. */
const sumsIn = (lines: readonly string[]): readonly number[] => {
  const line = lines.find((one) => SUM.test(one) && moneyIn(one).length > 0)
  return line ? moneyIn(line) : []
}

/** Those with a sign are few, however long the list of goods. */
const MOST_AMOUNTS = 100

/** The one pair of amounts that makes up the total. */
const pairOf = (amounts: readonly number[], total: number): readonly number[] => {
  const pairs = new Map<string, readonly number[]>()
  amounts.forEach((first, at) => {
    amounts.forEach((second, other) => {
      if (at === other || first + second !== total || Math.abs(first) < Math.abs(second)) return
      pairs.set(`${first} ${second}`, [first, second])
    })
  })
  const only = [...pairs.values()]
  return only.length === 1 ? (only[0] ?? []) : []
}

const netAndTax = (lines: readonly string[], total: number | undefined): readonly (number | undefined)[] => {
  const sums = sumsIn(lines)
  const untaxed = lines.some((line) => NO_TAX.test(line))
  if (sums.length >= 2 && (total === undefined || (sums[0] ?? 0) + (sums[1] ?? 0) === total)) return sums
  if (total === undefined) return sums
  const marked = lines.flatMap(moneyIn).slice(0, MOST_AMOUNTS)
  const pair = pairOf(marked, total)
  if (pair.length > 0) return pair
  const twice = marked.filter((amount) => amount === total).length >= 2
  if (untaxed && (twice || sums[0] === total)) return [total, 0]
  return sums
}

/** Total in figures, in capitals, or as net and tax make it; whichever there is. */
export const amountsIn = (lines: readonly string[]): Amounts => {
  const figures = behind(lines, IN_FIGURES)
  const capitals = firstCapitals(lines)
  const fare = behind(lines, FARE).here
  const said = figures.here ?? capitals ?? figures.next ?? fare
  const [net, tax] = netAndTax(lines, said)
  const sum = net !== undefined && tax !== undefined ? net + tax : undefined
  const total = said ?? sum
  const differ = (other: number | undefined): boolean => other !== undefined && other !== total
  return { total, net, tax, atOdds: differ(capitals) || differ(sum) }
}
