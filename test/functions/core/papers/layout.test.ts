/** How papers are set: over pages, in columns, in lines. Positions as pdf.js reads them. */
import { calculation, renderPaper, type Block, type Paper } from '../../../../functions/core/io/papers'
import { breakLines } from '../../../../functions/core/io/papers/lines'
import { linesHere } from '../../../../functions/core/io/papers/paragraph'
import { fen } from '../../../../functions/core/pure/money'
import { text } from '../../../../functions/core/pure/text'
import { copied, readPdf, readPdfs, type ReadPage } from '../../../harness/papers/read'
import { codeOn } from '../../../harness/papers/read-code'
import { application, ISSUED, paperOf, vouchers } from '../../../harness/papers/samples'

const render = (paper: Paper): Promise<Uint8Array> =>
  renderPaper(paper, { language: 'zh-CN', now: ISSUED, demonstration: true })
const pagesOf = async (paper: Paper): Promise<readonly ReadPage[]> => readPdf(await render(paper)).pages
const pagesOfAll = async (papers: readonly Paper[]): Promise<readonly (readonly ReadPage[])[]> =>
  readPdfs(await Promise.all(papers.map(render))).map(({ pages }) => pages)
const range = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index)
/** Takes so many lines of a page. */
const filler = (lines: number): Block => ({
  kind: 'paragraph',
  text: range(0, lines)
    .map(() => '甲')
    .join('\n'),
})
const pagesWith = (...blocks: readonly Block[]) => pagesOf(paperOf(...blocks))
const rowsOn = ({ texts }: ReadPage): readonly string[] =>
  texts.map(({ text: said }) => said).filter((said) => /^V\d{6}$/.test(said))

/** Nothing of a page's content reaches into its foot. */
const FOOT = 68
const PAGE_NUMBER = /^第 \d+ 页 共 \d+ 页$/

describe('a table over several pages', () => {
  it('repeats its head, loses no row, and numbers the pages', async () => {
    const pages = await pagesWith(vouchers(200))
    expect(pages.length).toBeGreaterThan(4)
    pages.forEach((page, index) => {
      const all = copied(page)
      expect(all.match(/税票号码/g)).toHaveLength(1)
      expect(all).toContain(`第 ${index + 1} 页 共 ${pages.length} 页`)
      expect(all).toContain('演示版')
    })
    expect(pages.flatMap(rowsOn)).toEqual(
      Array.from({ length: 200 }, (_, index) => `V${String(index + 1).padStart(6, '0')}`),
    )
  })

  it('has its heads said once by readers of screens', async () => {
    const heads = (await pagesWith(vouchers(60))).map(
      (page) => JSON.stringify(page.structure).match(/"TH"/g) ?? [],
    )
    expect(heads.flat()).toHaveLength(4)
  })

  // one of these lengths would leave the total alone at the top of a page, were it not kept with the row before it
  it('never leaves its total alone on a page, nor its head without a row', async () => {
    const papers = await pagesOfAll(range(29, 8).map((count) => paperOf(vouchers(count))))
    for (const pages of papers) {
      for (const page of pages) {
        const all = copied(page)
        if (all.includes('合计') || all.includes('税票号码')) expect(rowsOn(page).length).toBeGreaterThan(0)
      }
      expect(copied(pages.at(-1) as ReadPage)).toContain('合计')
    }
  })

  it('sets money to the right, in line', async () => {
    const [page] = await pagesWith(vouchers(12))
    const ends = page?.texts
      .filter(({ text: said }) => /^[\d,]+\.\d\d$/.test(said))
      .map(({ x, width }) => Math.round(x + width))
    expect(ends?.length).toBe(13)
    expect(new Set(ends).size).toBe(1)
  })

  it('goes on overleaf with a cell that is longer than a page, and loses none of it', async () => {
    const words = Array.from({ length: 1200 }, (_, index) => `第${index}项。`).join('')
    const pages = await pagesWith({
      kind: 'table',
      columns: [
        { title: text('甲', 'A'), share: 1 },
        { title: text('乙', 'B'), share: 1 },
      ],
      rows: [['短', words]],
    })
    expect(pages.length).toBeGreaterThan(1)
    const content = pages.map(({ texts }) =>
      texts
        .filter(({ y }) => y > FOOT)
        .map(({ text: said }) => said)
        .filter((said) => !['示例文书', '甲', '乙', '短'].includes(said))
        .join(''),
    )
    expect(content.join('')).toBe(words)
  })
})

describe('running text', () => {
  test.each([
    // lines, lines that fit: how many stay here
    [5, 5, 5],
    [5, 4, 3],
    [5, 3, 3],
    [5, 2, 2],
    [5, 1, 0],
    [3, 2, 0],
    [2, 1, 0],
    [1, 1, 1],
    [1, 0, 0],
  ])('of %d lines where %d fit leaves %d', (lines, room, here) => expect(linesHere(lines, room)).toBe(here))

  it('has at least two lines on either page, wherever the page ends', async () => {
    const words = '纳税人应当如实提供材料。'.repeat(32)
    const papers = await pagesOfAll(
      range(32, 12).map((lines) => paperOf(filler(lines), { kind: 'paragraph', text: words })),
    )
    const split = papers.map((pages) =>
      pages
        .map(({ texts }) => texts.filter(({ text: said }) => said.includes('材料')).length)
        .filter((lines) => lines > 0),
    )
    expect(split.some(({ length }) => length === 2)).toBe(true)
    for (const lines of split.flat()) expect(lines).toBeGreaterThanOrEqual(2)
  })

  it('keeps a heading with what follows it', async () => {
    const reason: Block = { kind: 'paragraph', title: text('理由', 'Reason'), text: '材料齐全。' }
    const papers = await pagesOfAll(range(36, 10).map((lines) => paperOf(filler(lines), reason)))
    const places = papers.map((pages) => pages.findIndex((page) => copied(page).includes('理由')))
    expect(new Set(places)).toEqual(new Set([0, 1]))
    papers.forEach((pages, index) =>
      expect(copied(pages[places[index] ?? 0] as ReadPage)).toContain('材料齐全'),
    )
  })

  it('never reaches into the foot of the page', async () => {
    const pages = await pagesOf({ ...application, blocks: [vouchers(70), ...application.blocks.slice(2)] })
    expect(pages.length).toBeGreaterThan(2)
    for (const { texts } of pages)
      for (const { text: said, x, y, width } of texts) {
        const foot = PAGE_NUMBER.test(said) || /演示版|退（抵）税申请表 税退/.test(said)
        if (!foot) expect([said, y > FOOT]).toEqual([said, true])
        expect([said, x >= 55 && x + width <= 541]).toEqual([said, true])
      }
  })
})

describe('lines', () => {
  /** Every character one point, Chinese ones two. */
  const widthOf = (words: string): number =>
    [...words].reduce((sum, one) => sum + (/[\x20-\x7e]/.test(one) ? 1 : 2), 0)
  const broken = (words: string, width: number) => breakLines(words, width, widthOf)

  test.each([
    ['甲乙丙丁', 4, ['甲乙', '丙丁']],
    // 。 and ） never begin a line, （ and 《 never end one
    ['甲乙。丙丁', 4, ['甲', '乙。', '丙丁']],
    ['甲乙（丙）', 6, ['甲乙', '（丙）']],
    ['one two three', 7, ['one two', 'three']],
    ['甲\n\n乙', 4, ['甲', '', '乙']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['A abcdefg', 4, ['A', 'abcd', 'efg']],
    ['𬭎𬭎𬭎', 4, ['𬭎𬭎', '𬭎']],
    ['', 4, ['']],
  ])('of %j in %d', (words, width, lines) => expect(broken(words, width)).toEqual(lines))
})

describe('the end of a paper', () => {
  it('has a code that the mini-program’s own page reads, or an address where the deployment has one', async () => {
    const read = async (paper: Paper) => codeOn((await pagesOf(paper)).at(-1) as ReadPage)
    expect(await read(application)).toBe('shuibang:verify:ABCDEFGHJKM8')
    const address = 'https://example.org/verify?code=ABCD-EFGH-JKM8'
    const at = { ...application, proof: { code: 'ABCDEFGHJKM8', address } }
    expect(await read(at)).toBe(address)
    expect(copied((await pagesOf(at)).at(-1) as ReadPage)).toContain(address)
  })

  it('keeps a box for a seal whole', async () => {
    const papers = await pagesOfAll(
      range(30, 12).map((lines) => ({ ...paperOf(filler(lines)), places: application.places })),
    )
    for (const pages of papers) {
      const page = pages.find((one) => copied(one).includes('盖章：'))
      expect(page && copied(page)).toMatch(/税务机关盖章：日期：/)
      expect(page?.texts.filter(({ y }) => y < FOOT)).toHaveLength(3)
    }
    expect(new Set(papers.map(({ length }) => length))).toEqual(new Set([1, 2]))
  })
})

describe('an explained result', () => {
  it('is a table: what, how and on what basis, how much; the result in bold at its end', async () => {
    const lines = [
      {
        key: 'income',
        label: text('收入', 'Income'),
        fen: fen(12_000_000),
        how: text('12 × 10,000.00', '12 × 10,000.00'),
      },
      {
        key: 'tax',
        label: text('应纳税额', 'Tax'),
        fen: fen(1_200_000),
        rate: '0.10',
        basis: text('《个人所得税法》第三条', 'IIT Law art. 3'),
        unconfirmed: true,
      },
    ]
    const block = calculation(lines, { title: text('计算', 'Calculation'), total: true })
    expect(block).toMatchObject({ kind: 'table', rows: [{ length: 3 }], total: { length: 3 } })
    const [page] = await pagesWith(block)
    expect(page && copied(page)).toMatch(
      /收入12 × 10,000\.00120,000\.00应纳税额10%；《个人所得税法》第三条（以主管税务机关/,
    )
  })
})
