/** Text as a cell may hold it: shown as it was written, and never worked out as a formula. */

/** Excel holds no more in a cell. */
const LONGEST = 32_767
/** What a spreadsheet, or a CSV file made of it, may take for the beginning of a formula. */
const BEGINS = /^[=+\-@\t\r＝＋－＠]/
/** A number, an amount or a telephone number does nothing when it is worked out. */
const HARMLESS = /^[+-]?[\d\s().,-]*$/
/** XML 1.0 has no way to write these. */
// built from a text: a literal with control characters is refused by linters, and rightly
const UNWRITABLE = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]|\\p{Cs}', 'gu')

/**
 * An apostrophe is set before what looks like a formula. The cell is text in any case, so this guards whoever saves it as CSV and
 * opens that, or copies it into another sheet.
 */
export const cellText = (text: string): string => {
  const plain = text.replace(UNWRITABLE, '')
  const safe = BEGINS.test(plain) && !HARMLESS.test(plain) ? `'${plain}` : plain
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST - 1)}…` : safe
}

/** Digits that it takes on a screen: a Chinese character is as wide as two. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0)
