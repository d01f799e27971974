/** What a paper says can be read, copied and found again; the same paper is the same file. */
import { renderPaper, type Paper, type RenderOptions } from '../../../../functions/core/io/papers'
import { text } from '../../../../functions/core/pure/text'
import { copied, pageOf, readPdf, roles } from '../../../harness/papers/read'
import { RARE } from '../../../harness/papers/rare'
import { application, ISSUED, paperOf } from '../../../harness/papers/samples'

const options: RenderOptions = { language: 'zh-CN', now: ISSUED, demonstration: true }
const render = (paper: Paper, more: Partial<RenderOptions> = {}): Promise<Uint8Array> =>
  renderPaper(paper, { ...options, ...more })
const said = async (words: string): Promise<string> =>
  readPdf(await render(paperOf({ kind: 'paragraph', text: words })))
    .pages.map(copied)
    .join('')

describe('a paper', () => {
  it('gives its Chinese back to whoever copies it', async () => {
    const all = copied(pageOf(await render(application)))
    for (const words of [
      '国家税务总局示例市税务局',
      '退（抵）税申请表',
      '编号：税退〔2026〕第000123号',
      '林小雨',
      '2026年11月24日',
      '联系电话—',
      '1,234.56',
      '误将同一笔所得重复申报',
      '《税收征收管理法》第五十一条',
      '（以主管税务机关最新规定为准）',
      '签名：',
      '盖章：',
      'ABCD-EFGH-JKM8',
      '第 1 页 共 1 页',
      '演示版',
    ])
      expect(all).toContain(words)
  })

  it('says the same in English', async () => {
    const page = pageOf(await render(application, { language: 'en' }))
    expect(page.lang).toBe('en')
    const all = copied(page)
    for (const words of ['No. 税退〔2026〕第000123号', '24 Nov 2026', 'Legal basis', 'Page 1 of 1', 'Seal:'])
      expect(all).toContain(words)
    expect(all).toContain('art. 78 (subject to')
    expect(all).not.toMatch(/纳税人名称|依据|第 1 页/)
  })

  it('says that it is a demonstration where it is one, and nowhere else', async () => {
    const real = copied(pageOf(await render(application, { demonstration: false })))
    expect(real).not.toMatch(/演示|示例，/)
    expect(real).toContain('第 1 页 共 1 页')
  })

  it('is the same file for the same paper, and another for another instant or word', async () => {
    const first = await render(application)
    expect(Buffer.compare(await render(application), first)).toBe(0)
    expect(Buffer.compare(await render(application, { now: ISSUED + 1000 }), first)).not.toBe(0)
    expect(Buffer.compare(await render({ ...application, number: '2' }), first)).not.toBe(0)
  })

  it('is small: it holds only the characters that it uses', async () => {
    const bytes = await render(application)
    expect(bytes.length).toBeLessThan(100_000)
    expect(readPdf(bytes).fonts.map((font) => font.replace(/.*\+/, ''))).toEqual([
      'NotoSansSC-Regular',
      'NotoSansSC-Bold',
    ])
  })

  it('names its title and its language, and no author', async () => {
    const { info, marked } = readPdf(await render({ ...application, title: text('甲<乙>&丙', 'x') }))
    expect(marked).toBe(true)
    expect(info).toMatchObject({
      Title: '甲 乙  丙 税退〔2026〕第000123号',
      Language: 'zh-CN',
      CreationDate: 'D:20261124023000Z',
      Producer: 'Shuibang',
    })
    expect(info).not.toHaveProperty('Author')
  })

  it('tells readers of screens what is a title, a table, a list and a picture', async () => {
    const { structure } = pageOf(await render(application))
    const all = roles(structure)
    expect(all.filter((role) => role === 'H1')).toHaveLength(1)
    expect(all.filter((role) => role === 'H2')).toHaveLength(4)
    expect(all.filter((role) => role === 'TR')).toHaveLength(6)
    expect(all.filter((role) => role === 'TH')).toHaveLength(4)
    expect(all.filter((role) => role === 'Lbl')).toHaveLength(6 + 2)
    expect(JSON.stringify(structure)).toContain('"alt":"验证码 ABCD-EFGH-JKM8"')
    expect(all.indexOf('H1')).toBeLessThan(all.indexOf('H2'))
  })
})

const decoder = new TextDecoder('gbk')
/** Its 20 902 Chinese characters. */
const GBK = Array.from({ length: 0xfe - 0x81 + 1 }, (_, row) =>
  Array.from({ length: 0xfe - 0x40 + 1 }, (__, cell) =>
    decoder.decode(Uint8Array.of(0x81 + row, 0x40 + cell)),
  ),
)
  .flat()
  .filter((character) => /^[\u4e00-\u9fa5]$/.test(character))
  .join('')

describe('rare characters', () => {
  it('prints those of names: 通用规范汉字表 and GBK have no gap', async () => {
    expect(await said('㙍㐂龘堃喆赟頔翀甯祎')).toContain('㙍㐂龘堃喆赟頔翀甯祎')
    expect(await said(RARE)).toContain(RARE)
    const all = new Set(await said(GBK))
    expect(GBK).toHaveLength(20_902)
    // this one is drawn as 墫, of which it is a variant, and copied as such
    expect([...GBK].filter((character) => !all.has(character))).toEqual(['壿'])
  })
  it('prints the number of what no font of ours has: never a blank', async () => {
    expect(await said('吉𠮷野')).toContain('吉〔U+20BB7〕野')
    expect(await said('好😀')).toContain('好〔U+1F600〕')
  })
  it('leaves out what nobody sees', async () => {
    expect(await said('甲\u200b乙\ufe0f\u202e丙\u0007丁')).toContain('甲乙丙 丁')
  })
})
