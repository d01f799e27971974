import fc from 'fast-check'
import { capitalsIn } from '../../../../functions/invoices/rules/pdf/capitals'
import { moneyIn } from '../../../../functions/invoices/rules/pdf/money'
import { factsOfPdf, readPdfText, type PdfInvoice } from '../../../../functions/invoices/rules/pdf-text'
import { invoiceFindings } from '../../../../functions/invoices/rules/findings'
import { entryOf } from '../../../../functions/invoices/rules/invoice'
import * as layouts from '../../../harness/invoices/pdf-layouts'

const digital = { code: '', checkCode: '' } as const
const cases: readonly (readonly [string, string, PdfInvoice])[] = [
  [
    'labels and values side by side',
    layouts.sideBySide,
    {
      ...digital,
      kind: '32',
      number: '26442000001234567890',
      issuedOn: '2026-05-18',
      total: 12_000,
      net: 11_881,
      tax: 119,
      buyerName: '南山某某科技有限公司',
      buyerTaxNumber: '91440300MA5FABCD12',
      sellerName: '罗湖区好味小吃店（个体工商户）',
      sellerTaxNumber: '92440303MA5GXYPQ3K',
    },
  ],
  [
    'labels of a pair before their values',
    layouts.interleaved,
    {
      ...digital,
      kind: '31',
      number: '26312000007654321098',
      issuedOn: '2026-11-03',
      total: 10_000_000,
      net: 9_433_962,
      tax: 566_038,
      buyerName: '浦东某某贸易有限公司',
      buyerTaxNumber: '91310115MA1H7ABC2D',
      sellerName: '徐汇某某信息技术有限公司',
      sellerTaxNumber: '91310104MA1FR9XY7T',
    },
  ],
  [
    'values after all labels, figures spread',
    layouts.spread,
    {
      ...digital,
      kind: '32',
      number: '26332000001111222233',
      issuedOn: '2026-09-09',
      total: 5858,
      net: 5800,
      tax: 58,
      buyerName: '西湖某某科技有限公司',
      buyerTaxNumber: '91330106MA2ABCDE1F',
      sellerName: '金某某（杭州）餐饮管理有限公司',
      sellerTaxNumber: '91330106MA2WXYPQ5T',
    },
  ],
  [
    'both parties on one line, in radicals',
    layouts.compact,
    {
      ...digital,
      kind: '32',
      number: '26317000000000123456',
      issuedOn: '2026-08-17',
      total: 3750,
      net: 3538,
      tax: 212,
      buyerName: '浦东某某科技有限公司',
      buyerTaxNumber: '91310115MA1H7ABC2D',
      sellerName: '上海金某门食品有限公司',
      sellerTaxNumber: '91310000607212345P',
    },
  ],
  [
    'the sign behind its figure',
    layouts.signBehind,
    {
      ...digital,
      kind: '32',
      number: '26317000002998211300',
      issuedOn: '2026-08-17',
      total: 37_767,
      net: 36_667,
      tax: 1100,
      buyerName: '浦东某某科技有限公司',
      buyerTaxNumber: '91310115MA1H7ABC2D',
      sellerName: '上海某某出行科技有限公司',
      sellerTaxNumber: '91310110MA1G8ABC3Q',
    },
  ],
  [
    'an electronic invoice before the digital ones',
    layouts.beforeDigital,
    {
      kind: '10',
      code: '011001700112',
      number: '10113872',
      issuedOn: '2018-02-24',
      total: 3296,
      net: 3200,
      tax: 96,
      checkCode: '17602940807063740560',
      buyerName: '张某某',
      buyerTaxNumber: null,
      sellerName: '海淀某某文具店',
      sellerTaxNumber: '92110108MA01ABCD5X',
    },
  ],
  [
    'a person who buys',
    layouts.toAPerson,
    {
      ...digital,
      kind: '32',
      number: '26357000000000000888',
      issuedOn: '2026-06-01',
      total: 4000,
      net: 3960,
      tax: 40,
      buyerName: '欧阳某某',
      buyerTaxNumber: null,
      sellerName: '思明区某某书店',
      sellerTaxNumber: '92350203MA31ABCD6Y',
    },
  ],
  [
    'a rail ticket',
    layouts.rail,
    {
      ...digital,
      kind: '51',
      number: '26339132621000219582',
      issuedOn: '2026-04-23',
      total: 5600,
      net: null,
      tax: null,
      buyerName: '西湖某某科技有限公司',
      buyerTaxNumber: '91330106MA2ABCDE1F',
      sellerName: null,
      sellerTaxNumber: null,
    },
  ],
  [
    'a red-letter invoice, which names the other’s number too',
    layouts.redLetter,
    {
      ...digital,
      kind: '32',
      number: '26442000009999988888',
      issuedOn: '2026-05-20',
      total: -12_000,
      net: -11_881,
      tax: -119,
      buyerName: '南山某某科技有限公司',
      buyerTaxNumber: '91440300MA5FABCD12',
      sellerName: '罗湖区好味小吃店',
      sellerTaxNumber: '92440303MA5GXYPQ3K',
    },
  ],
  [
    'what bears no tax',
    layouts.untaxed,
    {
      ...digital,
      kind: '32',
      number: '26512000000000777777',
      issuedOn: '2026-03-02',
      total: 120_000,
      net: 120_000,
      tax: 0,
      buyerName: '王某',
      buyerTaxNumber: null,
      sellerName: '锦江区某某幼儿园',
      sellerTaxNumber: '52510104MJXABCDE7P',
    },
  ],
]

describe('the text layer of an invoice’s PDF', () => {
  it.each(cases)('with %s gives all its facts', (_, text, found) => {
    const reading = readPdfText(text)
    expect(reading.found).toEqual(found)
    expect(reading.missing).toEqual(
      Object.entries(found).flatMap(([field, value]) => (value === null ? [field] : [])),
    )
  })

  it.each(cases)('with %s gives what an invoice is looked at by', (_, text) => {
    const facts = factsOfPdf(readPdfText(text).found)
    expect(facts).toBeDefined()
    if (!facts) return
    const failing = invoiceFindings({ entry: entryOf(facts) }, '2026-11-27').filter(
      (one) => !one.ok && !one.warning,
    )
    expect(failing).toEqual([])
  })

  it.each(cases)('with %s is read the same with noise in it', (_, text, found) => {
    const apart = [...text].join('\u0000')
    const windows = text.replace(/\n/g, '\r\n').replace(/ /g, '\u3000')
    for (const one of [apart, windows, `\ufeff${text}\f`]) expect(readPdfText(one).found).toEqual(found)
  })

  it('is asked about where names were told by their place alone', () => {
    expect(readPdfText(layouts.sideBySide).unsure).toEqual([])
    expect(readPdfText(layouts.compact).unsure).toEqual(['buyerName', 'sellerName'])
    expect(readPdfText(layouts.spread).unsure).toEqual(['buyerName', 'sellerName'])
  })

  it('is asked about where amounts are at odds', () => {
    const text = layouts.sideBySide.replace('（小写）¥120.00', '（小写）¥12.00')
    expect(readPdfText(text)).toMatchObject({ found: { total: 1200 }, unsure: ['total', 'net', 'tax'] })
    const capitals = layouts.redLetter.replace('壹佰贰拾圆整', '壹佰贰拾壹圆整')
    expect(readPdfText(capitals).unsure).toContain('total')
  })

  it('is asked about where the heading is missing', () => {
    const reading = readPdfText(layouts.compact.split('\n').slice(1).join('\n'))
    expect(reading.found).toMatchObject({ kind: '32', number: '26317000000000123456' })
    expect(reading.unsure).toContain('kind')
  })

  it('takes the total from net and tax, or from capitals, where its figure is missing', () => {
    const noFigure = layouts.sideBySide.replace('（小写）¥120.00', '')
    expect(readPdfText(noFigure).found.total).toBe(12_000)
    const neither = noFigure.replace('壹佰贰拾圆整', '')
    expect(readPdfText(neither).found).toMatchObject({ total: 12_000, net: 11_881, tax: 119 })
  })

  it('keeps the text of a QR code out of the name behind it', () => {
    const [, , , parties = '', numbers = ''] = layouts.compact.split('\n')
    const text = `26317000000000123456\n2026年08月17日\n01,32,,26317000000000123456,37.50,20260817,,b017${parties}\n${numbers}`
    expect(readPdfText(text).found.buyerName).toBe('浦东某某科技有限公司')
  })

  it('separates a number from the name that follows it without a space', () => {
    const text = layouts.compact.replace(
      /浦东.*\n.*\n/,
      '浦东某某科技有限公司\n91310115MA1H7ABC2D西湖区某某烧饼店\n92330106MA2BABCD4G\n',
    )
    expect(readPdfText(text).found).toMatchObject({
      buyerName: '浦东某某科技有限公司',
      sellerName: '西湖区某某烧饼店',
      sellerTaxNumber: '92330106MA2BABCD4G',
    })
  })

  it('goes by the roles where they are named, whichever stands first', () => {
    const text =
      '销 售 方 名称:某某书店\n纳税人识别号:92350203MA31ABCD6Y\n购买方名称:某某公司 统一社会信用代码:91310115MA1H7ABC2D'
    expect(readPdfText(text).found).toMatchObject({
      buyerName: '某某公司',
      buyerTaxNumber: '91310115MA1H7ABC2D',
      sellerName: '某某书店',
      sellerTaxNumber: '92350203MA31ABCD6Y',
    })
  })

  it('takes tax numbers of fifteen digits at their label alone', () => {
    const text =
      '名称:甲公司 名称:乙店\n纳税人识别号:110101199003074 纳税人识别号:350203000000123\n账号:620000000000001'
    expect(readPdfText(text).found).toMatchObject({
      buyerTaxNumber: '110101199003074',
      sellerTaxNumber: '350203000000123',
    })
  })

  it('has no facts without the amount that its kind is known by', () => {
    const { found } = readPdfText(layouts.beforeDigital)
    expect(factsOfPdf(found)).toMatchObject({
      amount: 3200,
      amountOf: 'net',
      checkCode: '17602940807063740560',
    })
    expect(factsOfPdf({ ...found, net: null })).toBeUndefined()
    expect(factsOfPdf({ ...found, code: null })).toBeUndefined()
    expect(factsOfPdf({ ...found, checkCode: null })).toMatchObject({ checkCode: '' })
  })

  it('gives goods for a category', () => {
    expect(readPdfText(layouts.sideBySide).goods).toEqual(['*餐饮服务*餐费'])
    expect(readPdfText(layouts.signBehind).goods).toEqual(['*运输服务*客运服务费'])
    expect(readPdfText(layouts.spread).goods).toEqual(['*生产生活服务*餐饮服务'])
  })

  it('names no day when several stand there and none is told by label or place', () => {
    const text = '26317000000000123456\n'.concat('备注 '.repeat(20), '2026年08月17日 至 2026年08月19日')
    expect(readPdfText(text)).toMatchObject({ found: { number: '26317000000000123456', issuedOn: null } })
    expect(readPdfText(text).missing).toContain('issuedOn')
  })

  it('names no number when two could be it', () => {
    const text = '26317000000000123456 26317000000000123457 2026年08月17日'
    expect(readPdfText(text).found.number).toBeNull()
  })

  it('takes neither an account nor a check code for the number', () => {
    expect(readPdfText('银行账号 44201000123456789012').found.number).toBeNull()
    expect(readPdfText('校验码 17602940807063740560').found.number).toBeNull()
  })

  it('without an invoice in it gives nothing', () => {
    const reading = readPdfText('会议通知\n请于2026年08月17日到会，费用 ¥100.00')
    expect(reading.found).toMatchObject({
      kind: null,
      number: null,
      total: null,
      buyerName: null,
      sellerName: null,
    })
    expect(factsOfPdf(reading.found)).toBeUndefined()
  })

  it('is never too strange to be read', () => {
    const pieces = Object.values(layouts).flatMap((text) => text.split(/(?=[\s：:¥*])/))
    const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 5 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (some) => {
        const { found, missing, unsure } = readPdfText(some.join(''))
        for (const field of unsure) expect(missing).not.toContain(field)
        for (const amount of [found.total, found.net, found.tax])
          expect(amount === null || Number.isSafeInteger(amount)).toBe(true)
      }),
    )
  })
})

describe('amounts in capitals', () => {
  it.each([
    ['伍拾捌圆伍角捌分', 5858],
    ['壹佰贰拾圆整', 12_000],
    ['拾元整', 1000],
    ['壹拾圆零柒角整', 1070],
    ['壹佰圆零伍分', 10_005],
    ['壹万零叁佰元正', 1_030_000],
    ['壹拾万圆整', 10_000_000],
    ['壹佰柒拾万伍仟肆佰圆整', 170_540_000],
    ['贰亿零叁万圆整', 20_003_000_000],
    ['零圆柒角整', 70],
    ['（负数）壹佰圆整', -10_000],
    ['伍 拾 捌 圆 整', 5800],
    ['价税合计（大写） 叁佰柒拾柒圆陆角柒分', 37_767],
    ['收款人：陆元 合计伍拾元', 5000],
  ])('%s is %i fen', (words, amount) => expect(capitalsIn(words)).toBe(amount))

  it.each(['收款人：陆元', '单位：万元', '合计', '壹佰', ''])('there are none in “%s”', (words) =>
    expect(capitalsIn(words)).toBeUndefined(),
  )
})

describe('amounts marked with ¥', () => {
  it.each([
    ['合 计 ¥58.00 ¥0.58', [5800, 58]],
    ['¥58.00¥0.58', [5800, 58]],
    ['366.67¥ 11.00¥', [36_667, 1100]],
    ['¥ 94,339.62 ¥ 5,660.38', [9_433_962, 566_038]],
    ['-¥12.00 ¥-1.00', [-1200, -100]],
    ['58.00 0.58', []],
  ])('are those of “%s”', (line, amounts) => expect(moneyIn(line)).toEqual(amounts))
})
