/** Spreadsheets read back by another library: money adds up, days are days, text stays text. */
import { read, utils, type WorkSheet } from '@e965/xlsx'
import fc from 'fast-check'
import { fen, yuanText, type Fen } from '../../../../functions/core/pure/money'
import { text, type Text } from '../../../../functions/core/pure/text'
import {
  renderSheets,
  sheetOf,
  type Sheet,
  type SheetColumn,
  type SheetOptions,
} from '../../../../functions/core/io/sheets'
import { unzip } from '../../../harness/unzip'

const NOW = Date.UTC(2026, 10, 24, 2, 30)
const options: SheetOptions = { language: 'zh-CN', now: NOW, demonstration: true }

interface Case {
  readonly number: string
  readonly who: Text | string
  readonly fen: Fen | null
  readonly due: string | null
  readonly tries: number | null
}
const columns: readonly SheetColumn<Case>[] = [
  { title: text('编号', 'No.'), kind: 'text', of: (one) => one.number },
  { title: text('纳税人', 'Taxpayer'), kind: 'text', of: (one) => one.who, width: 30 },
  { title: text('金额（元）', 'Amount (yuan)'), kind: 'money', of: (one) => one.fen },
  { title: text('办理期限', 'Due'), kind: 'day', of: (one) => one.due },
  { title: text('次数', 'Tries'), kind: 'number', of: (one) => one.tries },
]
const a: Case = {
  number: '00123456789012345678',
  who: '林㛃雨',
  fen: fen(123_456),
  due: '2026-11-24',
  tries: 3,
}
const b: Case = {
  number: '2',
  who: text('示例公司', 'Sample Ltd'),
  fen: fen(-7),
  due: '2024-02-29',
  tries: 0,
}
const none: Case = { number: '3', who: '', fen: null, due: null, tries: null }
const inbox = (...rows: readonly Case[]): Sheet => sheetOf({ name: text('待办', 'Inbox'), columns, rows })

const bytesOf = (sheets: readonly Sheet[], more: Partial<SheetOptions> = {}) =>
  renderSheets(sheets, { ...options, ...more })
const sheetIn = (bytes: Uint8Array, name: string): WorkSheet => {
  const sheet = read(bytes, { cellNF: true, cellStyles: true, cellFormula: true, UTC: true }).Sheets[name]
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}
const valuesOf = (sheet: WorkSheet): unknown[][] => utils.sheet_to_json(sheet, { header: 1, raw: true })
/** What somebody reads on the screen. */
const shownOf = (sheet: WorkSheet): unknown[][] => utils.sheet_to_json(sheet, { header: 1, raw: false })
const said = async (value: string): Promise<unknown> => {
  const sheet = sheetIn(await bytesOf([inbox({ ...none, who: value })]), '待办')
  expect(sheet.B2?.f).toBeUndefined()
  expect(sheet.B2?.t).toBe('s')
  return sheet.B2?.v
}

describe('a sheet', () => {
  it('has its head and rows in the reader’s language', async () => {
    expect(shownOf(sheetIn(await bytesOf([inbox(a, b)]), '待办'))).toEqual([
      ['编号', '纳税人', '金额（元）', '办理期限', '次数'],
      ['00123456789012345678', '林㛃雨', '1,234.56', '2026-11-24', '3'],
      ['2', '示例公司', '-0.07', '2024-02-29', '0'],
    ])
    expect(shownOf(sheetIn(await bytesOf([inbox(b)], { language: 'en' }), 'Inbox'))[1]?.[1]).toBe(
      'Sample Ltd',
    )
  })

  it('leaves empty what there is not', async () => {
    const sheet = sheetIn(await bytesOf([inbox(none)]), '待办')
    expect([sheet.C2?.v, sheet.D2?.v, sheet.E2?.v]).toEqual([undefined, undefined, undefined])
  })

  it('keeps its head in sight, with a filter over all rows', async () => {
    const bytes = await bytesOf([inbox(a, b)])
    expect(sheetIn(bytes, '待办')['!autofilter']).toEqual({ ref: 'A1:E3' })
    const xml = unzip(Buffer.from(bytes)).get('xl/worksheets/sheet1.xml') ?? ''
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  })

  it('is as wide as what stands in it, or as it was told', async () => {
    const widths = sheetIn(await bytesOf([inbox(a, b)]), '待办')['!cols']?.map(({ width }) =>
      Math.round(width ?? 0),
    )
    expect(widths?.slice(0, 2)).toEqual([23, 30])
  })

  it('says when it was made and that it is a demonstration where it is one', async () => {
    const about = async (demonstration: boolean) =>
      valuesOf(sheetIn(await bytesOf([inbox(a, b)], { demonstration }), '说明')).slice(1)
    expect(await about(false)).toEqual([
      ['导出时间', '2026-11-24 10:30'],
      ['“待办”行数', '2'],
    ])
    expect((await about(true))[2]?.[1]).toMatch(/^演示版/)
  })

  it('is the same file for the same rows and instant', async () => {
    const first = await bytesOf([inbox(a, b)])
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 86_400_000)
    const again = await bytesOf([inbox(a, b)])
    expect(later).toHaveBeenCalled()
    later.mockRestore()
    expect(Buffer.compare(again, first)).toBe(0)
    expect(Buffer.compare(await bytesOf([inbox(a)]), first)).not.toBe(0)
  })
})

describe('money', () => {
  it('is a number, exact to the fen, that can be added up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), {
          minLength: 1,
          maxLength: 40,
        }),
        async (amounts) => {
          const bytes = await bytesOf([inbox(...amounts.map((amount) => ({ ...none, fen: fen(amount) })))])
          const xml = unzip(Buffer.from(bytes)).get('xl/worksheets/sheet1.xml') ?? ''
          const written = [...xml.matchAll(/<c r="C(\d+)"[^>]*><v>([^<]*)<\/v>/g)].filter(
            ([, row]) => row !== '1',
          )
          expect(written.map(([, , value]) => Number(value).toFixed(2))).toEqual(
            amounts.map((amount) => yuanText(fen(amount))),
          )
          expect(sheetIn(bytes, '待办').C2?.t).toBe('n')
        },
      ),
      { numRuns: 30 },
    )
  })
  it('stays exact as text beyond what a spreadsheet computes with', async () => {
    const sheet = sheetIn(await bytesOf([inbox({ ...none, fen: fen(9_007_199_254_740_991) })]), '待办')
    expect(sheet.C2).toMatchObject({ t: 's', v: '90071992547409.91' })
  })
})

describe('days', () => {
  it('are dates, the same day everywhere', async () => {
    const sheet = sheetIn(await bytesOf([inbox(a, b)]), '待办')
    // days since 1899-12-30, as the format counts
    expect([sheet.D2?.v, sheet.D3?.v]).toEqual([46_350, 45_351])
    expect(sheet.D2).toMatchObject({ t: 'n', z: 'yyyy-mm-dd', w: '2026-11-24' })
  })
})

describe('text', () => {
  it.each(['=1+1', '+SUM(A1)', '-2+3|cmd', '@SUM(1)', '\t=1', '=HYPERLINK("http://x","y")', '＝1+1'])(
    'is never a formula: %j',
    async (value) => expect(await said(value)).toBe(`'${value}`),
  )
  it.each([
    '13800000000',
    '+86 138-0000-0000',
    '-',
    '-12.50',
    '林小雨',
    'a=b',
    '00012',
    '<b>&"',
    '2026-11-24',
  ])('stays as it was written: %j', async (value) => expect(await said(value)).toBe(value))
  it('keeps numbers of papers digit by digit, also when somebody types over them', async () => {
    const sheet = sheetIn(await bytesOf([inbox(a)]), '待办')
    expect(sheet.A2).toMatchObject({ t: 's', v: '00123456789012345678', z: '@' })
  })
  it('leaves out what a file cannot hold, and cuts what a cell cannot', async () => {
    expect(await said('甲\u0000\u0007乙\ud800丙')).toBe('甲乙丙')
    expect(String(await said('长'.repeat(40_000)))).toHaveLength(32_767)
  })
})
