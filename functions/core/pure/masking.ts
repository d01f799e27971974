/** How personal data is shown: masked by type, in every output. Pure, so that screens mask the same way. */

const STAR = '*'
const stars = (count: number): string => STAR.repeat(Math.max(0, count))
const isHan = (character: string): boolean =>
  /^[\u3400-\u9fff\u00b7]$/.test(character) || (character.codePointAt(0) ?? 0) > 0x1ffff

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
const maskWord = (word: string): string => {
  const [first = '', ...rest] = [...word]
  return `${rest.length > 0 ? first : ''}***`
}

/**
 * A person's name: `王*明`, `陈*`, `M*** P***`.
 */
export const maskPersonName = (name: string): string => {
  const trimmed = name.trim()
  // Typed as 王 明, it is still one name of two characters.
  const characters = [...trimmed.replace(/\s/g, '')]
  if (characters.every(isHan)) return maskHan(characters)
  return characters.length <= 1 ? STAR : trimmed.split(/\s+/).map(maskWord).join(' ')
}

/**
 * An enterprise's name: its first two characters, two stars, and its legal form: `城东**有限公司`; at least one character is
 * hidden. In another script each word's first letter.
 */
export const maskCompanyName = (name: string): string => {
  const trimmed = name.trim()
  const characters = [...trimmed]
  const form = FORMS.find((one) => trimmed.endsWith(one) && [...trimmed].length > [...one].length) ?? ''
  if (!characters.some(isHan)) return maskPersonName(trimmed)
  const body = characters.slice(0, characters.length - [...form].length)
  const shown = Math.min(2, body.length - 1)
  return `${body.slice(0, shown).join('')}${stars(2)}${form}`
}

/** The middle hidden: so many characters shown at either end, never more than half of the whole. */
const hideMiddle = (text: string, head: number, tail: number): string => {
  const characters = [...text]
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
