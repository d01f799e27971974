/** A category suggested for an invoice, from its goods where they are known, and else from who sold them. */
import { categories, type CategoryCode } from '../data/categories'

export interface Suggestion {
  readonly category: CategoryCode
  /** What suggested it; `none`: nothing did. */
  readonly by: 'goods' | 'seller' | 'none'
}

interface Match {
  readonly category: CategoryCode
  readonly length: number
}

/** The longest word of the table that stands in the text; of two as long, the one whose category comes first. */
const matchIn = (text: string, by: 'goods' | 'sellers'): CategoryCode | undefined => {
  const best = categories
    .flatMap(({ code, [by]: words }): readonly Match[] =>
      words.filter((word) => text.includes(word)).map((word) => ({ category: code, length: word.length })),
    )
    .reduce<Match | undefined>((most, one) => (most && most.length >= one.length ? most : one), undefined)
  return best?.category
}

/** `*餐饮服务*餐费`: what the class says goes before the name. */
const ofGoods = (goods: string): CategoryCode | undefined => {
  const [, taxClass = '', name = ''] = /^\*([^*]*)\*(.*)$/.exec(goods) ?? ['', '', goods]
  return matchIn(taxClass, 'goods') ?? matchIn(name, 'goods')
}

/** What most of them are; the first of those that are as many. */
const most = (found: readonly CategoryCode[]): CategoryCode | undefined => {
  const count = (code: CategoryCode): number => found.filter((one) => one === code).length
  return found.reduce<CategoryCode | undefined>(
    (best, code) => (best !== undefined && count(best) >= count(code) ? best : code),
    undefined,
  )
}

/**
 * Only a suggestion: whoever keeps the invoice chooses.
 * @example suggestCategory({ goods: ['*餐饮服务*餐费'] }) // { category: 'dining', by: 'goods' }
 */
export const suggestCategory = ({
  goods = [],
  seller = '',
}: {
  readonly goods?: readonly string[]
  readonly seller?: string | null
}): Suggestion => {
  const fromGoods = most(goods.flatMap((one) => ofGoods(one) ?? []))
  if (fromGoods) return { category: fromGoods, by: 'goods' }
  const fromSeller = matchIn(seller ?? '', 'sellers')
  return fromSeller ? { category: fromSeller, by: 'seller' } : { category: 'other', by: 'none' }
}
