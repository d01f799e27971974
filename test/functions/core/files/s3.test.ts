/** The S3 engine against a server that checks signatures with another implementation of the standard. */
import { UploadTooLarge } from '../../../../functions/core/io/files/engines/engine'
import { openS3 } from '../../../../functions/core/io/files/engines/s3'
import { S3, startS3Server, type S3Server } from '../../../harness/files/s3-server'

let server: S3Server
beforeEach(async () => {
  server = await startS3Server()
})
afterEach(() => server.close())

const open = (wrong: Partial<typeof S3> = {}) =>
  openS3({ ...S3, ...wrong, endpoint: server.endpoint, virtualHost: false })
const bytes = Buffer.from('ciphertext')
const send = (
  { url, method, headers }: { url: string; method: string; headers: Readonly<Record<string, string>> },
  body: Buffer,
) => fetch(url, { method, headers, body: new Uint8Array(body) })

test('keeps, gives back, replaces and removes; what is not there is told as such', async () => {
  const engine = open()
  expect(await engine.get('fl_aB')).toBeUndefined()
  await engine.put('fl_aB', bytes)
  expect([...server.objects.keys()]).toEqual(['files/ab/fl_aB'])
  expect(Buffer.compare((await engine.get('fl_aB')) ?? Buffer.alloc(0), bytes)).toBe(0)
  await engine.put('fl_aB', Buffer.from('other'))
  expect(Buffer.from((await engine.get('fl_aB')) ?? []).toString()).toBe('other')
  await engine.remove('fl_aB')
  await engine.remove('fl_aB')
  expect(server.objects.size).toBe(0)
  expect(server.refused).toEqual([])
})

test('a wrong key is refused by the store, told by its code, and never quotes a secret', async () => {
  const error = await open({ secretAccessKey: 'another secret' as never })
    .put('fl_a', bytes)
    .catch((thrown: unknown) => thrown)
  expect(String(error)).toBe('Error: s3 put: 403 SignatureDoesNotMatch')
  expect(server.objects.size).toBe(0)
})

test('is asked again after 503 and after a broken connection; what was done twice is there once', async () => {
  server.faults.push(503, 'reset')
  await open().put('fl_a', bytes)
  server.faults.push('reset')
  await open().remove('fl_a')
  expect(server.objects.size).toBe(0)
  server.faults.push(503, 503, 503)
  await expect(open().get('fl_a')).rejects.toThrow('s3 get: 503 SlowDown')
})

test('a client uploads past us: to this address, of this type and size alone', async () => {
  const engine = open()
  const target = await engine.uploadTarget('fl_up', { type: 'image/png', size: bytes.length })
  expect((await send(target, bytes)).status).toBe(200)
  expect([...server.objects.keys()]).toEqual(['uploads/fl_up'])
  expect(Buffer.compare((await engine.direct?.take('fl_up', 100)) ?? Buffer.alloc(0), bytes)).toBe(0)
  expect(server.refused).toEqual([])

  const elsewhere = { ...target, url: target.url.replace('fl_up', 'fl_other') }
  const asText = { ...target, headers: { ...target.headers, 'content-type': 'text/html' } }
  const longer = { ...target, headers: { 'content-type': 'image/png' } }
  const later = { ...target, url: target.url.replace('X-Amz-Expires=600', 'X-Amz-Expires=6000') }
  for (const forged of [elsewhere, asText, later]) expect((await send(forged, bytes)).status).toBe(403)
  expect((await send(longer, Buffer.concat([bytes, bytes]))).status).toBe(403)
  expect([...server.objects.keys()]).toEqual(['uploads/fl_up'])
})

test('an upload that is larger than declared is not taken; removing a file takes its upload along', async () => {
  const engine = open()
  server.objects.set('uploads/fl_big', Buffer.alloc(50))
  await expect(engine.direct?.take('fl_big', 49)).rejects.toThrow(UploadTooLarge)
  expect(await engine.direct?.take('fl_none', 49)).toBeUndefined()
  await engine.remove('fl_big')
  expect(server.objects.size).toBe(0)
})

test('a name that would be a path is refused before anything is asked', async () => {
  for (const name of ['../x', 'a/b', '', 'x'.repeat(81)])
    await expect(open().put(name, bytes)).rejects.toThrow(RangeError)
})
