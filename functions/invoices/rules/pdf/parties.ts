/** Buyer and seller in an invoice's text: by their labels, or where labels and values stand apart, by their order. */
import { label } from './clean'

export interface Parties {
  readonly buyerName: string | undefined
  readonly buyerTaxNumber: string | undefined
  readonly sellerName: string | undefined
  readonly sellerTaxNumber: string | undefined
  /** Names told by their place alone. */
  readonly byPlace: boolean
}

/** What a tax number looks like by itself: eighteen characters of a unified social credit code. */
const CREDIT_CODE = /(^|[^0-9A-Za-z])([1-9ANY]\d{7}[0-9A-HJ-NPQRTUWXY]{10})(?![0-9A-Za-z])/g
const TAX_LABEL = `(?:${label('纳税人识别号')}|${label('统一社会信用代码')})`
/** At its label, in any of its lengths. */
const LABELLED_TAX = new RegExp(`${TAX_LABEL}\\s*:\\s*([0-9A-Z]{15,20})(?![0-9A-Za-z])`, 'g')

interface Placed {
  readonly value: string
  readonly at: number
}

const placed = (text: string, pattern: RegExp, group: number): readonly Placed[] =>
  [...text.matchAll(pattern)].map((match) => {
    const value = match[group] ?? ''
    return { value, at: match.index + match[0].lastIndexOf(value) }
  })

/** Each place once, in order. */
const taxNumbersIn = (text: string): readonly Placed[] => {
  const all = [...placed(text, LABELLED_TAX, 1), ...placed(text, CREDIT_CODE, 2)]
  const byPlace = new Map(all.map((one) => [one.at, one]))
  return [...byPlace.values()].sort((a, b) => a.at - b.at)
}

/** `名称:` of a party; that of goods or of a project is another. */
const NAME_LABEL = new RegExp(`(购\\s*买\\s*方|销\\s*售\\s*方)?\\s*([^\\s])?\\s*${label('名称')}\\s*:`, 'g')
const NOT_A_PARTY = /[目物务品]/
const VALUE_END = new RegExp(
  `${label('名称')}\\s*:|${TAX_LABEL}|${label('地址')}|${label('购买方')}|${label('销售方')}`,
)
/** Characters of headings set upright beside the fields, and of the field of ciphers that stood at their right. */
const BESIDE = /( [购买销售方信息密码区备注])+$/
const CIPHERS = / (?:[密码区] )?[\d<>+*/-]{8,}.*$/

interface Labelled extends Placed {
  readonly role: 'buyer' | 'seller' | undefined
}

const labelledNames = (text: string): readonly Labelled[] =>
  [...text.matchAll(NAME_LABEL)].flatMap((match): readonly Labelled[] => {
    const [all, party, before] = match
    if (before && NOT_A_PARTY.test(before)) return []
    const at = match.index + all.length
    const lineEnd = text.indexOf('\n', at)
    const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd)
    const end = line.search(VALUE_END)
    const value = (end < 0 ? line : line.slice(0, end)).trim().replace(CIPHERS, '').replace(BESIDE, '').trim()
    const role = party ? (party.startsWith('购') ? 'buyer' : 'seller') : undefined
    return [{ value, at, role }]
  })

/** What stands on an invoice and names nobody. */
const NO_NAME =
  /[:*¥%]|发票|开票|信息|名称|项目|规格|型号|单\s*位$|数\s*量|单\s*价|金\s*额|税\s*率|税\s*额|征收率|合\s*计|价税|大写|小写|备\s*注|收款人|复核|编号|校验|下载|税务|监制|统一社会|识别号|地\s*址|电\s*话|开户行|账\s*号|密码|^[零壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元角分整正（）()负数]+$|\d{4}年/
const HAN = /[\u3400-\u9fff]/g

const isName = (piece: string): boolean => (piece.match(HAN) ?? []).length >= 2 && !NO_NAME.test(piece)

const opened = (piece: string): boolean =>
  (piece.match(/[（(]/g) ?? []).length > (piece.match(/[）)]/g) ?? []).length

/** Pieces of a line that a space sets apart, but for a space inside parentheses. */
const piecesOf = (line: string): readonly string[] => {
  const pieces: string[] = []
  for (const piece of line.split(' ')) {
    const last = pieces.at(-1)
    if (last !== undefined && opened(last)) pieces[pieces.length - 1] = last + piece
    else pieces.push(piece)
  }
  return pieces
}

/** The last two names before the last tax number of the two, behind number and day. */
const namesByPlace = (text: string, taxNumbers: readonly Placed[], from: number): readonly string[] => {
  const both = taxNumbers.slice(0, 2)
  const last = both.at(-1)
  if (!last) return []
  const start = from >= 0 && from < last.at ? from : 0
  const between = both.reduce(
    (part, { value }) => part.split(value).join('\n'),
    text.slice(start, last.at).replace(/\d{4}年\s*\d{1,2}月\s*\d{1,2}日?/g, '\n'),
  )
  return between.split('\n').flatMap(piecesOf).filter(isName).slice(-2)
}

interface Named {
  readonly buyer: string | undefined
  readonly seller: string | undefined
  /** The seller stands first, and so does its tax number. */
  readonly turned?: boolean
}

const byOrder = (names: readonly string[], taxNumbers: readonly Placed[]): Named => {
  const [first, second] = names
  // A single name beside a single tax number: the seller's, who always has one.
  if (second === undefined)
    return taxNumbers.length === 1 ? { buyer: undefined, seller: first } : { buyer: first, seller: undefined }
  return { buyer: first, seller: second }
}

const byLabel = (names: readonly Labelled[]): Named | undefined => {
  const roleOf = (role: Labelled['role']): Labelled | undefined =>
    names.find((one) => one.role === role && one.value !== '')
  const [buyer, seller] = [roleOf('buyer'), roleOf('seller')]
  if (buyer && seller) return { buyer: buyer.value, seller: seller.value, turned: seller.at < buyer.at }
  if (buyer ?? seller) return { buyer: buyer?.value, seller: seller?.value }
  const [first, second] = names
  return first?.value && second?.value ? { buyer: first.value, seller: second.value } : undefined
}

/** A single number is the seller's, unless there is none: a rail ticket names its buyer alone. */
const taxNumbersOf = (taxNumbers: readonly Placed[], { buyer, seller, turned }: Named): Named => {
  const [first, second] = taxNumbers.map(({ value }) => value)
  if (second !== undefined)
    return turned ? { buyer: second, seller: first } : { buyer: first, seller: second }
  return buyer !== undefined && seller === undefined
    ? { buyer: first, seller }
    : { buyer: undefined, seller: first }
}

/** @param from where number and day stand: the parties come after them */
export const partiesIn = (text: string, from: number): Parties => {
  const taxNumbers = taxNumbersIn(text)
  const labelled = byLabel(labelledNames(text))
  const names = labelled ?? byOrder(namesByPlace(text, taxNumbers, from), taxNumbers)
  const numbers = taxNumbersOf(taxNumbers, names)
  return {
    buyerName: names.buyer,
    buyerTaxNumber: numbers.buyer,
    sellerName: names.seller,
    sellerTaxNumber: numbers.seller,
    byPlace: labelled === undefined,
  }
}
