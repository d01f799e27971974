/** Amounts in the capitals of cheques and invoices: 壹佰贰拾叁圆肆角伍分, 伍拾元整. */

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const UNITS: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 }
/** Begins with a digit or with ten: `万元` alone is a unit. */
const WHOLE = `[${DIGITS}拾][${DIGITS}拾佰仟万亿]{0,30}`
const PARTS = `零?(?:([${DIGITS}])角)?零?(?:([${DIGITS}])分)?[整正]?`
const AMOUNT = new RegExp(`([(（]?负数?[)）]?)?(${WHOLE})[圆元圓](${PARTS})`, 'g')

const CAPITALS =
  /([零壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元圓角分整正]) +(?=[零壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元圓角分整正])/g

/** Below 万: 叁仟零伍拾. A unit without a digit before it is one of it: 拾. */
const section = (characters: string): number => {
  let sum = 0
  let digit: number | undefined
  for (const character of characters) {
    const unit = UNITS[character]
    if (unit === undefined) digit = DIGITS.indexOf(character)
    else {
      sum += (digit ?? 1) * unit
      digit = undefined
    }
  }
  return sum + (digit ?? 0)
}

const whole = (characters: string): number => {
  const [aboveHundredMillion, rest] = characters.includes('亿') ? characters.split('亿') : ['', characters]
  const [tenThousands, ones] = rest?.includes('万') ? rest.split('万') : ['', rest]
  return (
    section(aboveHundredMillion ?? '') * 100_000_000 +
    section(tenThousands ?? '') * 10_000 +
    section(ones ?? '')
  )
}

const digitOf = (character: string | undefined): number => (character ? DIGITS.indexOf(character) : 0)

/** Is it an amount, and not a name such as 陆元? Those are of one character, and nothing follows the 元. */
const isAmount = (yuan: string, parts: string): boolean => yuan.length > 1 || parts !== ''

/**
 * The first such amount of a text, in fen; negative on a red-letter invoice.
 * @example capitalsIn('价税合计（大写） 伍拾捌圆伍角捌分') // 5858
 */
export const capitalsIn = (line: string): number | undefined => {
  for (const match of line.replace(CAPITALS, '$1').matchAll(AMOUNT)) {
    const [, negative, yuan = '', parts = '', jiao, fen] = match
    if (!isAmount(yuan, parts)) continue
    const size = whole(yuan) * 100 + digitOf(jiao) * 10 + digitOf(fen)
    return negative ? -size : size
  }
  return undefined
}
