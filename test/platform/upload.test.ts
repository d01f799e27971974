import { createHash } from 'node:crypto'
import type { UploadTicket } from '../../functions/core/io/files/contract'
import { startRunning, type Running } from './running'

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(200, 7)])

let running: Running
beforeAll(async () => {
  running = await startRunning()
})
afterAll(() => running.close())

const ticketFor = (bytes: Buffer): Promise<UploadTicket> =>
  running.server.services.files.ticket({
    owner: 'ac_1',
    type: 'image/png',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
const put = (
  ticket: Pick<UploadTicket, 'url' | 'token'>,
  bytes: Buffer,
  headers: Record<string, string> = {},
) =>
  running.send(ticket.url, {
    method: 'PUT',
    headers: { authorization: `Bearer ${ticket.token}`, ...headers },
    body: new Uint8Array(bytes),
  })

describe('an upload', () => {
  it('arrives with its ticket, and is its owner’s', async () => {
    const ticket = await ticketFor(PNG)
    expect(await put(ticket, PNG)).toMatchObject({
      status: 200,
      body: { fileId: ticket.fileId, type: 'image/png', size: PNG.length },
    })
    const { bytes } = await running.server.services.files.read({ fileId: ticket.fileId, owner: 'ac_1' })
    expect(Buffer.from(bytes)).toEqual(PNG)
  })
  it('may be sent again', async () => {
    const ticket = await ticketFor(PNG)
    expect([(await put(ticket, PNG)).status, (await put(ticket, PNG)).status]).toEqual([200, 200])
  })
  it('that was packed on its way is refused: its bytes would not be what was promised', async () => {
    const ticket = await ticketFor(PNG)
    expect(await put(ticket, PNG, { 'content-encoding': 'gzip' })).toMatchObject({
      status: 415,
      body: { code: 'UNSUPPORTED' },
    })
    expect((await put(ticket, PNG, { 'content-encoding': 'identity' })).status).toBe(200)
  })
  it('of other bytes is refused', async () => {
    expect(await put(await ticketFor(PNG), Buffer.from(PNG).fill(1, 50))).toMatchObject({
      status: 422,
      body: { code: 'FILE_CORRUPT' },
    })
  })
  it('of another type than it says is refused', async () => {
    const text = Buffer.alloc(64, 'a')
    expect(await put(await ticketFor(text), text)).toMatchObject({
      status: 422,
      body: { code: 'FILE_REFUSED' },
    })
  })
  it('over 10 MiB is refused by its stated length', async () => {
    const ticket = await ticketFor(PNG)
    expect(await put(ticket, Buffer.alloc(10 * 1024 * 1024 + 1))).toMatchObject({
      status: 422,
      body: { code: 'FILE_REFUSED' },
    })
  })
  it('without a ticket, with another’s or an unknown one finds nothing', async () => {
    const ticket = await ticketFor(PNG)
    expect(await running.send(ticket.url, { method: 'PUT', body: 'x' })).toMatchObject({
      status: 401,
      body: { code: 'SIGN_IN' },
    })
    expect(await put({ ...ticket, token: 'wrong' }, PNG)).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    })
    expect(await put({ url: `/api/files/fl_${'0'.repeat(32)}`, token: ticket.token }, PNG)).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    })
    expect(await put({ url: '/api/files/..%2f..%2fkeys.json', token: ticket.token }, PNG)).toMatchObject({
      status: 404,
    })
  })
  it('cannot be read back over HTTP', async () => {
    expect(
      await running.send((await ticketFor(PNG)).url, { headers: { authorization: 'Bearer x' } }),
    ).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })
  it('by any other method is refused, and told which there are', async () => {
    const answer = await running.send((await ticketFor(PNG)).url, { method: 'DELETE' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, PUT'])
  })
  it('stands beside the procedures of files, which are called like any other', async () => {
    const headers = await running.signIn('parts')
    const started = await running.post(
      '/api/files/start',
      { purpose: 'appointments.counter', type: 'image/png', size: PNG.length },
      headers,
    )
    expect(started).toMatchObject({ status: 200, body: { upload: { parts: 1, missing: [0] } } })
    const { fileId } = started.body.upload as { fileId: string }
    const bytes = PNG.toString('base64')
    expect(await running.post('/api/files/put', { fileId, place: 0, bytes }, headers)).toMatchObject({
      status: 200,
      body: { upload: { missing: [] } },
    })
    expect(await running.post('/api/files/finish', { fileId }, headers)).toMatchObject({
      status: 200,
      body: { file: { fileId } },
    })
  })
})
