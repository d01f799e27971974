/** How personal data is shown: masked by type, in every output. Pure, so that screens mask the same way. */
import { isJoiner, isMark, isRegion, isSeen } from './characters'
import { graphemes } from './graphemes'
import { shownText } from './typed-text'

const STAR = '*'
const stars = (count: number): string => STAR.repeat(Math.max(0, count))
const isHan = (piece: string): boolean => {
  const code = piece.codePointAt(0) ?? 0
  return (code >= 0x3400 && code <= 0x9fff) || code === 0xb7 || code > 0x1ffff
}

/** A piece as it may be shown: of a joined emoji its first picture, of marks on a space the space, so that nothing unseen is kept. */
const bare = (piece: string): string => {
  if (/^\s/.test(piece)) return ' '
  const characters = [...piece]
  const joiner = characters.findIndex(isJoiner)
  return characters
    .slice(0, joiner < 0 ? characters.length : joiner)
    .filter((one, at) => at === 0 || isMark(one) || isRegion(one))
    .join('')
}

/** What a reader sees of a text, piece by piece, spaces included: what was stored before there was a rule, too. */
const piecesOf = (text: string): string[] =>
  graphemes(shownText(text).trim())
    .map(bare)
    .filter((piece) => /^\s/.test(piece) || isSeen([...piece][0] ?? ''))

/** Legal forms, longest first: what a company is, is no secret. */
const FORMS = [
  '股份有限公司',
  '有限责任公司',
  '农民专业合作社',
  '有限合伙企业',
  '普通合伙企业',
  '会计师事务所',
  '律师事务所',
  '税务师事务所',
  '个人独资企业',
  '个体工商户',
  '有限公司',
  '合伙企业',
  '经营部',
  '服务部',
  '事务所',
  '工作室',
  '合作社',
  '研究院',
  '总公司',
  '分公司',
  '公司',
  '集团',
  '中心',
  '商店',
  '商行',
  '超市',
  '饭店',
  '餐厅',
  '酒店',
  '学校',
  '医院',
  '银行',
  '厂',
  '店',
  '行',
  '社',
  '院',
] as const

/** At most this much of the end stays: `王*明`, `欧阳*明`'s first and last; a name of two keeps its first: `陈*`. */
const maskHan = (characters: readonly string[]): string => {
  const [first = '', ...rest] = characters
  const last = rest.at(-1) ?? ''
  if (characters.length <= 1) return STAR
  if (characters.length === 2) return `${first}${STAR}`
  return `${first}${stars(characters.length - 2)}${last}`
}

/** A word in another script keeps its first letter, not its length; an initial is all there is, and is hidden. */
const maskWord = ([first = '', ...rest]: readonly string[]): string => {
  return `${rest.length > 0 ? first : ''}***`
}

/** Pieces between spaces. */
const wordsOf = (pieces: readonly string[]): string[][] => {
  const words: string[][] = [[]]
  for (const piece of pieces) {
    if (/^\s/.test(piece)) words.push([])
    else words.at(-1)?.push(piece)
  }
  return words.filter((word) => word.length > 0)
}

/**
 * A person's name: `王*明`, `陈*`, `M*** P***`.
 */
export const maskPersonName = (name: string): string => {
  const words = wordsOf(piecesOf(name))
  // Typed as 王 明, it is still one name of two characters.
  const characters = words.flat()
  if (characters.every(isHan)) return maskHan(characters)
  return characters.length <= 1 ? STAR : words.map(maskWord).join(' ')
}

/**
 * An enterprise's name: its first two characters, two stars, and its legal form: `城东**有限公司`; at least one character is
 * hidden. In another script each word's first letter.
 */
export const maskCompanyName = (name: string): string => {
  const characters = piecesOf(name)
  const seen = characters.join('')
  const form = FORMS.find((one) => seen.endsWith(one) && characters.length > one.length) ?? ''
  if (!characters.some(isHan)) return maskPersonName(name)
  // Trimmed again: a space before the form is nobody's character, and of 王 店, too, the one there is is hidden.
  const body = piecesOf(seen.slice(0, seen.length - form.length))
  const shown = Math.min(2, body.length - 1)
  return `${body.slice(0, shown).join('')}${stars(2)}${form}`
}

/** The middle hidden: so many characters shown at either end, never more than half of the whole. */
const hideMiddle = (text: string, head: number, tail: number): string => {
  const characters = piecesOf(text)
  const room = Math.floor(characters.length / 2)
  const end = Math.min(tail, Math.floor(room / 2))
  const start = Math.min(head, room - end)
  return [
    ...characters.slice(0, start),
    stars(characters.length - start - end),
    ...characters.slice(characters.length - end),
  ].join('')
}

/** An ID card's number keeps place and last four: `110105********002X`. */
export const maskIdNumber = (number: string): string => {
  const text = number.trim()
  if (/^[0-9]{17}[0-9Xx]$/.test(text)) return `${text.slice(0, 6)}${stars(8)}${text.slice(14)}`
  return hideMiddle(text, 4, 4)
}

/** A unified social credit code, or an older tax number: `9111**********641K`. */
export const maskCreditCode = (number: string): string => hideMiddle(number.trim(), 4, 4)

/** A phone number: `138****5678`. */
export const maskPhone = (phone: string): string => {
  const text = phone.trim()
  return /^1[0-9]{10}$/.test(text) ? `${text.slice(0, 3)}****${text.slice(7)}` : hideMiddle(text, 3, 4)
}

export type SubjectKind = 'person' | 'enterprise'

export const maskName = (kind: SubjectKind, name: string): string =>
  kind === 'person' ? maskPersonName(name) : maskCompanyName(name)
export const maskNumber = (kind: SubjectKind, number: string): string =>
  kind === 'person' ? maskIdNumber(number) : maskCreditCode(number)
