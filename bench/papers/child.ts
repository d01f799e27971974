/** One fresh process that writes the same paper, or sheet, several times; ends with one line of JSON. */
import { renderPaper, type Block, type Paper } from '../../functions/core/io/papers'
import { renderSheets, sheetOf, type Sheet } from '../../functions/core/io/sheets'
import { fen } from '../../functions/core/pure/money'
import { text } from '../../functions/core/pure/text'

const NOW = Date.UTC(2026, 10, 24)
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平']
const nameAt = (at: number): string =>
  `${SURNAMES[at % SURNAMES.length] ?? ''}${GIVEN[(at * 7) % GIVEN.length] ?? ''}${GIVEN[(at * 3) % GIVEN.length] ?? ''}`

const vouchers = (count: number): Block => ({
  kind: 'table',
  title: text('已缴税款', 'Tax paid'),
  columns: [
    { title: text('税票号码', 'Voucher'), share: 3 },
    { title: text('纳税人', 'Taxpayer'), share: 2 },
    { title: text('所属期', 'Period'), share: 2 },
    { title: text('已缴金额', 'Paid'), share: 2 },
  ],
  rows: Array.from({ length: count }, (_, at) => [
    `3320${String(at).padStart(12, '0')}`,
    nameAt(at),
    `2026-${String((at % 12) + 1).padStart(2, '0')}`,
    { fen: fen(at * 100_003) },
  ]),
})

const paperOf = (count: number): Paper => ({
  title: text('退（抵）税申请表', 'Application for refund or offset of tax'),
  number: '税退〔2026〕第000123号',
  office: text('国家税务总局示例市税务局', 'Tax Bureau of Sample City'),
  blocks: [
    {
      kind: 'rows',
      title: text('申请人', 'Applicant'),
      rows: [
        { label: text('纳税人名称', 'Name'), value: '林小雨' },
        { label: text('证件号码', 'Identity number'), value: '1101**********0021' },
        { label: text('退税金额', 'Amount'), value: { fen: fen(123_456) } },
        { label: text('申请日期', 'Applied on'), value: { day: '2026-11-24' } },
      ],
    },
    vouchers(count),
    {
      kind: 'paragraph',
      title: text('申请理由', 'Reason'),
      text: '本人于2026年3月办理汇算时，误将同一笔所得重复申报，多缴税款1,234.56元，现申请退还。',
    },
  ],
  places: [
    { kind: 'signature', label: text('申请人', 'Applicant') },
    { kind: 'seal', label: text('税务机关', 'Tax authority') },
  ],
  proof: { code: 'ABCDEFGHJKM8' },
})

const sheet = (count: number): Sheet =>
  sheetOf({
    name: text('待办', 'Inbox'),
    columns: [
      {
        title: text('编号', 'No.'),
        kind: 'text',
        of: (at: number) => `税退〔2026〕第${String(at).padStart(6, '0')}号`,
      },
      { title: text('纳税人', 'Taxpayer'), kind: 'text', of: nameAt },
      { title: text('金额', 'Amount'), kind: 'money', of: (at) => fen(at * 100_003) },
      {
        title: text('办理期限', 'Due'),
        kind: 'day',
        of: (at) => `2026-11-${String((at % 30) + 1).padStart(2, '0')}`,
      },
    ],
    rows: Array.from({ length: count }, (_, at) => at),
  })

const options = { language: 'zh-CN', now: NOW, demonstration: true } as const
const WORK: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  page: () => renderPaper(paperOf(6), options),
  'ten pages': () => renderPaper(paperOf(330), options),
  'sheet of 5 000 rows': () => renderSheets([sheet(5000)], options),
}

const run = async (name: string, times: number): Promise<void> => {
  const work = WORK[name]
  if (!work) throw new Error(`nothing is called ${name}`)
  const ms: number[] = []
  const processorMs: number[] = []
  let bytes = 0
  for (let time = 0; time < times; time += 1) {
    const [began, before] = [performance.now(), process.cpuUsage()]
    bytes = (await work()).length
    const { user, system } = process.cpuUsage(before)
    ms.push(performance.now() - began)
    processorMs.push((user + system) / 1000)
  }
  process.stdout.write(JSON.stringify({ bytes, ms, processorMs, memory: process.memoryUsage().rss }))
}

void run(process.argv[2] ?? '', Number(process.argv[3]))
