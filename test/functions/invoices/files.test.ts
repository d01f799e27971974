/** An invoice's PDF on its way: uploaded for invoices, read for its facts, kept with the invoice, and gone with it. */
import { files } from '../../../functions/core/io/files/collections'
import { renderPaper, type Paper } from '../../../functions/core/io/papers'
import { reader } from '../../../functions/core/io/store/reader'
import { text } from '../../../functions/core/pure/text'
import { DAY_MS } from '../../../functions/core/pure/time'
import { subscribers } from '../../../functions/subscribers'
import { pngOf } from '../../harness/png'
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

const upload = async (
  bytes: Uint8Array,
  type = 'application/pdf',
  as = '甲',
  purpose = 'invoices.file',
): Promise<string> => {
  const { upload: begun } = await world.must<{ upload: { fileId: string; partBytes: number } }>(
    'files/start',
    { purpose, type, size: bytes.length },
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

interface Kept {
  readonly invoice: { readonly id: string; readonly fileId: string | null }
  readonly file: { readonly type: string; readonly size: number } | null
}

const photo = (seed = 1, size = 900): Promise<string> => upload(pngOf(size, seed), 'image/png')
const keep = (more: object = {}, as = '甲') =>
  world.must<Kept & { readonly again: boolean }>(
    'invoices/keep',
    { facts: digital(NUMBER), source: 'photo', category: 'dining', note: '', ...more },
    { as },
  )
const setFile = (id: string, fileId: string | null) =>
  world.must<Kept>('invoices/setFile', { id, fileId }, { as: '甲' })
const bytesOf = async (id: string): Promise<Buffer> =>
  Buffer.from((await world.must<{ bytes: string }>('invoices/file', { id, place: 0 })).bytes, 'base64')
const isThere = async (fileId: string): Promise<boolean> =>
  (await reader(world.services.store).get(files, fileId)) !== undefined
const twoDaysLater = async (): Promise<void> => {
  world.services.time.now += 2 * DAY_MS
  await world.must('timers/sweep', {}, { timer: 'sweep' })
}

test('a photo is kept with its invoice: shown with what it is, and the bytes are those that were sent', async () => {
  const fileId = await photo()
  const { invoice } = await keep({ fileId })
  expect(await world.must('invoices/get', { id: invoice.id })).toMatchObject({
    invoice: { fileId },
    file: { type: 'image/png', size: 900, at: world.services.time.now },
  })
  expect(await bytesOf(invoice.id)).toEqual(pngOf(900))
  await twoDaysLater()
  expect(await isThere(fileId)).toBe(true)
})

test('one that is in the wallet takes a file later, another in its place, and none again; what is let go is swept', async () => {
  const { invoice } = await keep()
  const first = await photo()
  expect(await setFile(invoice.id, first)).toMatchObject({
    invoice: { fileId: first },
    file: { type: 'image/png', size: 900 },
  })
  const second = await photo(2)
  await setFile(invoice.id, second)
  expect(await bytesOf(invoice.id)).toEqual(pngOf(900, 2))
  // Said again it stays as it is.
  await setFile(invoice.id, second)
  expect(await setFile(invoice.id, null)).toMatchObject({ invoice: { fileId: null }, file: null })
  expect(await world.refused('invoices/file', { id: invoice.id, place: 0 })).toBe('NOT_FOUND')
  expect(await setFile(invoice.id, null)).toMatchObject({ file: null })
  await twoDaysLater()
  expect([await isThere(first), await isThere(second)]).toEqual([false, false])
})

test('scanned again, an invoice takes the photo where it has none, and keeps the one that it has', async () => {
  await keep()
  const [first, second] = [await photo(1), await photo(2)]
  expect(await keep({ fileId: first })).toMatchObject({ again: true, invoice: { fileId: first } })
  expect(await keep({ fileId: second })).toMatchObject({ again: true, invoice: { fileId: first } })
  await twoDaysLater()
  expect([await isThere(first), await isThere(second)]).toEqual([true, false])
})

test('a file of another, of another invoice, or for something else is none', async () => {
  const { invoice } = await keep()
  const other = await keep({ facts: digital('26442000001234567891'), fileId: await photo() })
  const foreign = await upload(pngOf(900), 'image/png', '乙')
  const material = await upload(pngOf(900), 'image/png', '甲', 'materials.material')
  for (const fileId of [foreign, material, other.invoice.fileId, `fl_${'0'.repeat(32)}`])
    expect(await world.refused('invoices/setFile', { id: invoice.id, fileId })).toBe('NOT_FOUND')
  expect(await world.refused('invoices/setFile', { id: invoice.id, fileId: null }, { as: '乙' })).toBe(
    'NOT_FOUND',
  )
  expect(await world.must('invoices/get', { id: invoice.id })).toMatchObject({ file: null })
})

test('its owner’s export names the file and what it is; erased, bytes and document go', async () => {
  const fileId = await photo()
  await keep({ fileId })
  interface Exported {
    readonly sections: readonly { readonly name: string; readonly documents: readonly object[] }[]
  }
  const { sections } = await world.must<Exported>('accounts/export', {})
  const of = (name: string) => sections.find((one) => one.name === name)?.documents
  expect(of('walletInvoices')).toMatchObject([{ source: 'photo', file: fileId }])
  expect(of('files')).toMatchObject([{ id: fileId, type: 'image/png', size: 900 }])
  await world.must('accounts/erase', { confirm: 'ERASE' })
  for (const { name } of subscribers)
    await world.must('timers/dispatch', { subscriber: name }, { timer: 'dispatch' })
  await twoDaysLater()
  expect(await isThere(fileId)).toBe(false)
})
