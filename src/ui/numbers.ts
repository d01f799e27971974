/** Whole numbers and rates as people read them, digit by digit: no floating point takes part. */

/** 1234567 → `1,234,567`. */
export const numberText = (value: number): string => {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ',')
  return value < 0 ? `-${digits}` : digits
}

const bare = (digits: string): string => digits.replace(/^0+(?=\d)/, '')

/** A rate as a decimal text, in per cent: `0.10` → `10%`, `0.0005` → `0.05%`, `1` → `100%`. */
export const percentText = (rate: string): string => {
  const [whole = '', decimals = ''] = rate.split('.')
  const padded = decimals.padEnd(2, '0')
  const rest = padded.slice(2).replace(/0+$/, '')
  const percent = bare(`${whole}${padded.slice(0, 2)}`)
  return `${percent}${rest === '' ? '' : `.${rest}`}%`
}
