import { categories } from '../../../../functions/invoices/data/categories'
import { suggestCategory } from '../../../../functions/invoices/rules/categories'
import { saysBoth } from '../../../harness/forms'

describe('a suggested category', () => {
  it.each([
    ['*餐饮服务*餐费', 'dining'],
    ['*住宿服务*房费', 'lodging'],
    ['*运输服务*客运服务费', 'travel'],
    ['*汽油*95号车用汽油', 'vehicle'],
    ['*经营租赁*停车费', 'vehicle'],
    ['*纸制品*打印纸', 'office'],
    ['*电信服务*话费', 'telecom'],
    ['*中成药*感冒颗粒', 'medical'],
    ['*非学历教育服务*培训费', 'education'],
    ['*供电*电费', 'home'],
    ['*服装*衬衫', 'clothing'],
    ['*文化服务*电影票', 'leisure'],
    ['*乳制品*牛奶', 'groceries'],
    // The class decides, whatever the name says.
    ['*餐饮服务*酒店自助餐', 'dining'],
    ['机票', 'travel'],
  ])('of goods %s is %s', (goods, category) =>
    expect(suggestCategory({ goods: [goods] })).toEqual({ category, by: 'goods' }),
  )

  it.each([
    ['罗湖区好味小吃店', 'dining'],
    ['上海某某酒店管理有限公司', 'lodging'],
    // The longer word says more.
    ['某某大药房连锁有限公司', 'medical'],
    ['中国石化销售股份有限公司某加油站', 'vehicle'],
    ['中国移动通信集团浙江有限公司', 'telecom'],
    ['思明区新华书店', 'education'],
  ])('of the seller %s is %s', (seller, category) =>
    expect(suggestCategory({ seller })).toEqual({ category, by: 'seller' }),
  )

  it('goes by the goods before the seller, and by most of the goods', () => {
    expect(suggestCategory({ goods: ['*餐饮服务*餐费'], seller: '某某酒店有限公司' }).category).toBe('dining')
    expect(suggestCategory({ goods: ['*文具*笔', '*乳制品*牛奶', '*饮料*水'] }).category).toBe('groceries')
    expect(suggestCategory({ goods: ['*文具*笔', '*乳制品*牛奶'] }).category).toBe('office')
  })

  it('is other, by nothing, where nothing is known', () => {
    expect(suggestCategory({})).toEqual({ category: 'other', by: 'none' })
    expect(suggestCategory({ goods: ['*其他*某物'], seller: '某某科技有限公司' })).toEqual({
      category: 'other',
      by: 'none',
    })
    expect(suggestCategory({ seller: null }).by).toBe('none')
  })

  it('is of a table with names in both languages, where no word stands for two categories', () => {
    expect(new Set(categories.map(({ code }) => code)).size).toBe(categories.length)
    for (const { name } of categories) expect(saysBoth(name)).toBe(true)
    for (const words of ['goods', 'sellers'] as const) {
      const all = categories.flatMap((category) => category[words])
      expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([])
    }
  })

  it('is found for every word of the table by itself', () => {
    for (const { code, goods } of categories) {
      for (const word of goods)
        expect([word, suggestCategory({ goods: [`*${word}*`] }).category]).toEqual([word, code])
    }
  })
})
