/** Files on a real server: uploads in parts are ordinary calls, and public files are anybody's by their address. */
import { attachFile } from '../../functions/core/io/files/attach'
import type { FileType } from '../../functions/core/io/files/contract'
import { transact } from '../../functions/core/io/store/transact'
import { PART_BYTES } from '../../functions/core/pure/upload-parts'
import { pngOf } from '../harness/png'
import { startRunning, type Running } from './running'

let running: Running
beforeAll(async () => {
  running = await startRunning()
})
afterAll(() => running.close())

const PDF = Buffer.from('%PDF-1.7\nan attachment of a notice')

interface Wish {
  readonly bytes: Buffer
  readonly type: FileType
  readonly isPublic?: boolean
  readonly attached?: boolean
}
/** The address of a file that a function published, or did not. */
const addressOf = async ({ bytes, type, isPublic = true, attached = true }: Wish): Promise<string> => {
  const { services } = running.server
  const owner = 'ac_1'
  const { fileId } = await services.files.openUpload({
    owner,
    type,
    size: bytes.length,
    purpose: 'test.public',
    ...(isPublic ? { public: true } : {}),
  })
  await services.files.putPart({ fileId, owner, place: 0, bytes })
  await services.files.finishUpload({ fileId, owner })
  const to = { collection: 'notes', id: fileId }
  if (attached) await transact(services, (tx) => attachFile(tx, { fileId, owner, to }))
  return `/api/files/${fileId}`
}

it('are uploaded in parts by whoever is signed in, and by nobody else', async () => {
  const person = await running.signIn('uploader')
  const bytes = pngOf(PART_BYTES + 500)
  const start = { purpose: 'appointments.counter', type: 'image/png', size: bytes.length }
  const call = (procedure: string, input: object, as = person) =>
    running.post(`/api/files/${procedure}`, input, as)
  expect((await call('start', start, {})).status).toBe(401)
  const { upload } = (await call('start', start)).body as { upload: { fileId: string } }
  const { fileId } = upload
  for (const place of [0, 1]) {
    const part = bytes.subarray(place * PART_BYTES, (place + 1) * PART_BYTES)
    expect((await call('put', { fileId, place, bytes: part.toString('base64') })).status).toBe(200)
  }
  expect((await call('finish', { fileId })).body).toEqual({
    file: { fileId, type: 'image/png', size: bytes.length },
  })
})

it('that are public are shown as what they are, and never run as a page', async () => {
  const picture = await addressOf({ bytes: pngOf(300), type: 'image/png' })
  const shown = await fetch(`${running.url}${picture}`)
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(pngOf(300))
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': '300',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'public, max-age=60',
    'content-disposition': `inline; filename="${picture.slice('/api/files/'.length)}.png"`,
  })
  const saved = await running.send(await addressOf({ bytes: PDF, type: 'application/pdf' }), {})
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="fl_[0-9a-f]{32}\.pdf"$/)
})

it('that are public are not sent again to who has them, and are asked about without being sent', async () => {
  const address = await addressOf({ bytes: pngOf(300), type: 'image/png' })
  const etag = (await running.send(address, {})).headers.get('etag') ?? ''
  const again = await running.send(address, { headers: { 'if-none-match': etag } })
  expect([again.status, again.text]).toEqual([304, ''])
  const asked = await running.send(address, { method: 'HEAD' })
  expect([asked.status, asked.text, asked.headers.get('content-length')]).toEqual([200, '', '300'])
})

it.each([
  ['private', { isPublic: false }],
  ['public, and belongs to nothing yet', { attached: false }],
])('that is %s answers as an unknown one', async (_what, how) => {
  const address = await addressOf({ bytes: pngOf(300), type: 'image/png', ...how })
  const [theirs, nobodys] = [
    await running.send(address, {}),
    await running.send(`/api/files/fl_${'0'.repeat(32)}`, {}),
  ]
  expect([theirs.status, { ...theirs.body, traceId: '' }]).toEqual([404, { ...nobodys.body, traceId: '' }])
})
