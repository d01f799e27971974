/** The text layer of a PDF, written one way: what makers of PDFs put differently is made alike, and lines stay lines. */

/**
 * Radicals that some fonts give for the characters that look like them. Those from U+2F00 are folded by Unicode itself; for these
 * it has no rule.
 */
const RADICALS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻩': '黄',
  '⻬': '齐',
  '⻰': '龙',
}

const foldRadical = (character: string): string => RADICALS[character] ?? character.normalize('NFKC')

/** All but the parentheses: they belong to names as they are printed. */
const HALF_WIDTH = /[\uff01-\uff07\uff0a-\uff5e]/g

const oneWay = (raw: string): string =>
  raw
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2e80-\u2fdf]/g, foldRadical)
    .replace(HALF_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/￥/g, '¥')
    .replace(/[\t\u00a0\u2000-\u200a\u3000]/g, ' ')

/** `2 6 4 4 …`, `¥5 8 . 0 0`: every figure set by itself. */
const SPREAD = /\d(?: \d){3}|\d ?\. \d/
const closeUp = (line: string): string =>
  SPREAD.test(line) ? line.replace(/([\d.¥-]) +(?=[\d.])/g, '$1').replace(/ +(?=[年月日])/g, '') : line

/** Lines without what cannot be seen; empty ones are gone. */
export const cleanLines = (raw: string): readonly string[] =>
  oneWay(raw)
    .split(/[\n\r\f]+/)
    .map((line) => closeUp(line.replace(/ +/g, ' ').trim()))
    .filter((line) => line !== '')

/** Matches a label whose characters may stand apart: `名 称`. */
export const label = (words: string): string => [...words].join('\\s*')
