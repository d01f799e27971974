/** An invoice's PDF on its way: uploaded for invoices, read for its facts, kept with the invoice, and gone with it. */
import { renderPaper, type Paper } from '../../../functions/core/io/papers'
import { text } from '../../../functions/core/pure/text'
import { paperOf, ISSUED } from '../../harness/papers/samples'
import { digital, eachWorld, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const NUMBER = '26442000001234567890'
const words = text('', '')
const paper: Paper = paperOf({
  kind: 'rows',
  title: text('电子发票（普通发票）', ''),
  rows: [
    { label: text('发票号码：', ''), value: NUMBER },
    { label: text('开票日期：', ''), value: '2026年05月18日' },
    { label: text('项目名称：', ''), value: '*餐饮服务*餐费' },
    { label: text('价税合计（大写）', ''), value: '壹佰贰拾圆整 （小写）¥120.00' },
  ],
})

const upload = async (bytes: Uint8Array, type = 'application/pdf', as = '甲'): Promise<string> => {
  const { upload: begun } = await world.must<{ upload: { fileId: string; partBytes: number } }>(
    'files/start',
    { purpose: 'invoices.file', type, size: bytes.length },
    { as },
  )
  const { fileId, partBytes } = begun
  for (let place = 0; place * partBytes < bytes.length; place += 1) {
    const part = bytes.slice(place * partBytes, (place + 1) * partBytes)
    await world.must('files/put', { fileId, place, bytes: Buffer.from(part).toString('base64') }, { as })
  }
  await world.must('files/finish', { fileId }, { as })
  return fileId
}

const pdf = (): Promise<Uint8Array> =>
  renderPaper(paper, { language: 'zh-CN', now: ISSUED, demonstration: false })

test('a PDF is read for what it says, kept with its invoice, looked at in parts, and goes with it', async () => {
  const bytes = await pdf()
  const fileId = await upload(bytes)
  expect(await world.must('invoices/readPdf', { fileId })).toMatchObject({
    number: NUMBER,
    issuedOn: '2026-05-18',
    amount: 12_000,
  })
  const facts = digital(NUMBER, 12_000, '2026-05-18')
  const { invoice } = await world.must<{ invoice: { id: string; fileId: string } }>('invoices/keep', {
    facts,
    source: 'pdf',
    category: 'dining',
    note: '',
    fileId,
  })
  expect(invoice.fileId).toBe(fileId)
  const part = await world.must<{ type: string; bytes: string }>('invoices/file', {
    id: invoice.id,
    place: 0,
  })
  expect(part.type).toBe('application/pdf')
  expect(Buffer.from(part.bytes, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  await world.must('invoices/remove', { id: invoice.id })
  expect(await world.refused('invoices/file', { id: invoice.id, place: 0 })).toBe('NOT_FOUND')
})

test('a file is its owner’s alone: another neither reads it nor keeps it', async () => {
  const fileId = await upload(await pdf())
  expect(await world.refused('invoices/readPdf', { fileId }, { as: '乙' })).toBe('NOT_FOUND')
  const keeping = { facts: digital(NUMBER), source: 'pdf', category: 'dining', note: '', fileId }
  expect(await world.refused('invoices/keep', keeping, { as: '乙' })).toBe('NOT_FOUND')
})

test('a PDF in which no invoice stands is told as such', async () => {
  const blank = await renderPaper(paperOf({ kind: 'paragraph', title: words, text: '这不是发票' }), {
    language: 'zh-CN',
    now: ISSUED,
    demonstration: false,
  })
  expect(await world.refused('invoices/readPdf', { fileId: await upload(blank) })).toBe('PDF_UNREADABLE')
})
