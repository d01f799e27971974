/** A PDF's text layer, from an upload to the wallet: what was found, what is to be looked at, and nobody else's file. */
import { invoicePdf } from '../../harness/invoices/pdf'
import { eachWorld, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const upload = async (bytes: Buffer, as = '甲'): Promise<string> => {
  const { upload: begun } = await world.must<{ upload: { fileId: string; partBytes: number } }>(
    'files/start',
    { purpose: 'invoices.file', type: 'application/pdf', size: bytes.length },
    { as },
  )
  const { fileId, partBytes } = begun
  for (let place = 0; place * partBytes < bytes.length; place += 1) {
    const part = bytes.subarray(place * partBytes, (place + 1) * partBytes)
    await world.must('files/put', { fileId, place, bytes: part.toString('base64') }, { as })
  }
  await world.must('files/finish', { fileId }, { as })
  return fileId
}

test('number, day, total and seller are found, a category is suggested, and the file stays with the invoice', async () => {
  const bytes = Buffer.from(await invoicePdf())
  const fileId = await upload(bytes)
  const read = await world.must<Record<string, unknown>>('invoices/readPdf', { fileId })
  expect(read).toMatchObject({
    kind: '32',
    code: '',
    number: '26352000000000000123',
    issuedOn: '2026-11-24',
    amount: 12_800,
    sellerName: '示范市城东餐饮店',
    category: 'dining',
  })
  const facts = {
    kind: '32',
    code: '',
    number: '26352000000000000123',
    issuedOn: '2026-11-24',
    amount: 12_800,
    amountOf: 'total',
    checkCode: '',
  }
  const { invoice } = await world.must<{ invoice: { id: string } }>('invoices/keep', {
    facts,
    source: 'pdf',
    category: 'dining',
    note: '',
    fileId,
  })
  const parts: Buffer[] = []
  for (let place = 0, of = 1; place < of; place += 1) {
    const part = await world.must<{ bytes: string; parts: number }>('invoices/file', {
      id: invoice.id,
      place,
    })
    parts.push(Buffer.from(part.bytes, 'base64'))
    of = part.parts
  }
  expect(Buffer.concat(parts).equals(bytes)).toBe(true)
})

test('a PDF without an invoice’s text is told so, and what is no PDF inside too', async () => {
  const other = Buffer.from(await invoicePdf({ number: '—', issuedOn: '—' }))
  expect(await world.refused('invoices/readPdf', { fileId: await upload(other) })).toBe('PDF_UNREADABLE')
  const broken = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(400, 'x')])
  expect(await world.refused('invoices/readPdf', { fileId: await upload(broken) })).toBe('PDF_UNREADABLE')
})

test('nobody reads, or keeps, another’s upload', async () => {
  const fileId = await upload(Buffer.from(await invoicePdf()))
  expect(await world.refused('invoices/readPdf', { fileId }, { as: '乙' })).toBe('NOT_FOUND')
})
