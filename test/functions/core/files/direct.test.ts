/** Uploads past the functions: a ticket, bytes put into the store of objects, then confirmed, checked and kept encrypted. */
import { createHash } from 'node:crypto'
import type { Files, UploadTicket } from '../../../../functions/core/io/files/contract'
import { openCloudbaseFiles } from '../../../../functions/core/io/files/engines/cloudbase'
import { openS3 } from '../../../../functions/core/io/files/engines/s3'
import type { FileEngine } from '../../../../functions/core/io/files/engines/engine'
import { createFiles } from '../../../../functions/core/io/files/files'
import { files as fileDocs } from '../../../../functions/core/io/files/collections'
import { sweep } from '../../../../functions/core/io/retention/sweep'
import { openStorage } from '../../../../functions/core/io/store/cloudbase/sdk'
import { HOUR, MINUTE } from '../../../../functions/core/pure/time'
import { startEmulator } from '../../../harness/cloudbase/emulator'
import { S3, startS3Server } from '../../../harness/files/s3-server'
import { openParts, type Parts } from '../events/parts'

interface Objects {
  readonly engine: FileEngine
  /** Everything that the store of objects holds. */
  all(): readonly { readonly key: string; readonly bytes: Buffer }[]
  close(): Promise<void>
}

const onS3 = async (): Promise<Objects> => {
  const server = await startS3Server()
  return {
    engine: openS3({ ...S3, endpoint: server.endpoint, virtualHost: false }),
    all: () => [...server.objects].map(([key, bytes]) => ({ key, bytes })),
    close: () => server.close(),
  }
}

const onCloudbase = async (): Promise<Objects> => {
  const emulator = await startEmulator()
  const { secretId, secretKey, serviceUrl, main } = emulator
  return {
    engine: openCloudbaseFiles(
      await openStorage({
        environment: main.id,
        credentials: { secretId, secretKey },
        serviceUrl,
        region: 'ap-shanghai',
      }),
    ),
    all: () =>
      [...main.storage.changes()].flatMap((change) =>
        change.kind === 'file' ? [{ key: change.path, bytes: Buffer.from(change.bytes, 'base64') }] : [],
      ),
    close: () => emulator.stop(),
  }
}

const OWNER = 'tp_owner'
const SECRET = 'a secret that must not be found at rest'
const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.alloc(5_000, SECRET),
])

describe.each([
  ['s3', onS3],
  ['cloudbase', onCloudbase],
] as const)('on %s', (_name, open) => {
  let parts: Parts
  let objects: Objects
  let files: Files
  beforeEach(async () => {
    parts = await openParts()
    objects = await open()
    files = createFiles({ ...parts.services, engine: objects.engine })
  })
  afterEach(async () => {
    await objects.close()
    await parts.close()
  })

  const ticketFor = (bytes: Buffer): Promise<UploadTicket> =>
    files.ticket({
      owner: OWNER,
      type: 'image/png',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
  const send = async ({ url, method, headers }: UploadTicket, bytes: Buffer): Promise<number> =>
    (await fetch(url, { method, headers, body: new Uint8Array(bytes) })).status

  test('what was put there is checked, kept encrypted, and the upload as it was sent is gone', async () => {
    const ticket = await ticketFor(png)
    expect(ticket).toMatchObject({ direct: true, method: 'PUT' })
    expect(await send(ticket, png)).toBe(200)
    expect(objects.all().some(({ bytes }) => bytes.includes(SECRET))).toBe(true)
    const facts = await files.confirm(ticket)
    expect(facts).toMatchObject({ fileId: ticket.fileId, size: png.length })
    expect(objects.all().map(({ key }) => key.split('/')[0])).toEqual(['files'])
    expect(objects.all().some(({ bytes }) => bytes.includes(SECRET))).toBe(false)
    expect(Buffer.compare((await files.read({ fileId: ticket.fileId, owner: OWNER })).bytes, png)).toBe(0)
    // a repeat is answered the same
    expect(await files.confirm(ticket)).toEqual(facts)
    await expect(files.read({ fileId: ticket.fileId, owner: 'tp_other' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('confirmed before anything came, or with another token: unknown', async () => {
    const ticket = await ticketFor(png)
    await expect(files.confirm(ticket)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await send(ticket, png)
    await expect(files.confirm({ ...ticket, token: 'x'.repeat(43) })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    parts.clock.now = ticket.expiresAt
    await expect(files.confirm(ticket)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('what comes after its ticket has ended, by an address that is still good, is swept all the same', async () => {
    const ticket = await ticketFor(png)
    const services = { ...parts.services, files }
    parts.clock.now = ticket.expiresAt + 4 * MINUTE
    expect(await sweep(services, [fileDocs])).toEqual({ removed: 0, finished: true })
    expect(await send(ticket, png)).toBe(200)
    await expect(files.confirm(ticket)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    parts.clock.now += HOUR
    expect(await sweep(services, [fileDocs])).toEqual({ removed: 1, finished: true })
    expect(objects.all()).toEqual([])
  })

  test('other bytes of the same size, or a text that is called a picture, are refused', async () => {
    const ticket = await ticketFor(png)
    await send(ticket, Buffer.from(png).fill(7, 100, 101))
    await expect(files.confirm(ticket)).rejects.toMatchObject({ code: 'FILE_CORRUPT' })
    const text = Buffer.from('<html><script>alert(1)</script></html>')
    const called = await ticketFor(text)
    await send(called, text)
    await expect(files.confirm(called)).rejects.toMatchObject({ code: 'FILE_REFUSED' })
    // the right bytes may still follow
    await send(ticket, png)
    expect(await files.confirm(ticket)).toMatchObject({ size: png.length })
  })

  test('a name that is kept, replaced, not there, taken away twice, or no name', async () => {
    const { engine } = objects
    expect(await engine.get('fl_ab')).toBeUndefined()
    await engine.put('fl_ab', Buffer.from('one'))
    await engine.put('fl_ab', Buffer.from('two'))
    expect(Buffer.from((await engine.get('fl_ab')) ?? []).toString()).toBe('two')
    await expect(engine.direct?.take('fl_ab', 10)).resolves.toBeUndefined()
    await engine.remove('fl_ab')
    await engine.remove('fl_ab')
    expect(await engine.get('fl_ab')).toBeUndefined()
    await expect(engine.put('../x', Buffer.from('one'))).rejects.toThrow(RangeError)
  })

  test('more than was declared is not taken', async () => {
    const ticket = await ticketFor(png)
    const { bytes, ...rest } = { bytes: Buffer.concat([png, png]), ...ticket }
    // the address may be bound to the size, or else the size is looked at when taken
    if (
      (await send(
        { ...rest, headers: { ...rest.headers, 'content-length': String(bytes.length) } },
        bytes,
      )) === 200
    ) {
      await expect(files.confirm(ticket)).rejects.toMatchObject({ code: 'FILE_REFUSED' })
    }
    await expect(files.read({ fileId: ticket.fileId, owner: OWNER })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('what is removed leaves nothing, confirmed or not', async () => {
    const [confirmed, waiting] = [await ticketFor(png), await ticketFor(png)]
    for (const ticket of [confirmed, waiting]) await send(ticket, png)
    await files.confirm(confirmed)
    for (const { fileId } of [confirmed, waiting]) await files.remove(fileId)
    expect(objects.all()).toEqual([])
  })
})
