/** Uploads in parts through the real entry: resumed, checked as a whole, one's own alone, and public ones for anybody. */
import { createEntry, type Entry } from '../../../functions/core/io/entry/entry'
import { attachFile } from '../../../functions/core/io/files/attach'
import type { FileEngine } from '../../../functions/core/io/files/engines/engine'
import { createFiles } from '../../../functions/core/io/files/files'
import { files, type FileDoc } from '../../../functions/core/io/files/collections'
import { identify } from '../../../functions/core/io/identity/caller'
import { sweep } from '../../../functions/core/io/retention/sweep'
import { transact } from '../../../functions/core/io/store/transact'
import { DAY_MS } from '../../../functions/core/pure/time'
import { PART_BYTES } from '../../../functions/core/pure/upload-parts'
import { uploadDays, type UploadDayDoc } from '../../../functions/files/collections'
import { contract } from '../../../functions/files/contract'
import { UPLOADS_A_DAY } from '../../../functions/files/data/limits'
import { uploadProblem } from '../../../functions/files/rules/fields'
import { router } from '../../../functions/files/router'
import { testServices, type TestServices } from '../../harness/context'
import { pngOf } from '../../harness/png'

interface Upload {
  readonly fileId: string
  readonly missing: readonly number[]
  readonly parts: number
  readonly done: boolean
}

let services: TestServices
let entry: Entry
let owner: string
let authorization: string
beforeEach(async () => {
  services = await testServices()
  entry = createEntry({
    functions: { files: { contract, router } },
    services,
    identify,
    callsPerMinute: Infinity,
    strict: true,
  })
  owner = await services.person('owner')
  authorization = `Bearer ${await services.tokenOf(owner)}`
})
afterEach(() => services.close())

const call = (procedure: string, input: unknown, as: string | undefined = authorization) =>
  entry.handle({
    procedure: `files/${procedure}`,
    input,
    headers: as === undefined ? {} : { authorization: as },
  })
const must = async (procedure: string, input: unknown): Promise<Upload> => {
  const { status, body } = await call(procedure, input)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return (body as { upload: Upload }).upload
}
const partOf = (bytes: Buffer, place: number): string =>
  bytes.subarray(place * PART_BYTES, (place + 1) * PART_BYTES).toString('base64')
const start = (bytes: Buffer): Promise<Upload> =>
  must('start', { purpose: 'appointments.counter', type: 'image/png', size: bytes.length })
const send = async (bytes: Buffer, places?: readonly number[]): Promise<Upload> => {
  let upload = await start(bytes)
  for (const place of places ?? upload.missing)
    upload = await must('put', { fileId: upload.fileId, place, bytes: partOf(bytes, place) })
  return upload
}
const stored = async (fileId: string): Promise<FileDoc | undefined> =>
  (await services.store.read<FileDoc>(files.name, [fileId]))[0]?.doc

it('takes a file in parts, in any order, and gives back the same bytes', async () => {
  const bytes = pngOf(PART_BYTES * 2 + 100)
  const { fileId, missing } = await send(bytes, [2, 0, 1])
  expect(missing).toEqual([])
  expect((await call('finish', { fileId })).body).toEqual({
    file: { fileId, type: 'image/png', size: bytes.length },
  })
  expect((await must('state', { fileId })).done).toBe(true)
  expect(Buffer.compare((await services.files.read({ fileId, owner })).bytes, bytes)).toBe(0)
})

it('is resumed where it broke off, on another day’s session too, and a part sent twice is one', async () => {
  const bytes = pngOf(PART_BYTES * 3)
  const { fileId } = await send(bytes, [0])
  services.time.now += DAY_MS / 2
  authorization = `Bearer ${await services.tokenOf(owner)}`
  expect((await must('state', { fileId })).missing).toEqual([1, 2])
  await must('put', { fileId, place: 0, bytes: partOf(pngOf(PART_BYTES * 3, 9), 0) })
  for (const place of [1, 2]) await must('put', { fileId, place, bytes: partOf(bytes, place) })
  await call('finish', { fileId })
  expect(Buffer.compare((await services.files.read({ fileId, owner })).bytes, bytes)).toBe(0)
})

it('is finished once, however many finish it at the same time, and again without harm', async () => {
  const bytes = pngOf(PART_BYTES + 1)
  const { fileId } = await send(bytes)
  const ends = await Promise.all([1, 2, 3, 4].map(() => call('finish', { fileId })))
  expect(ends.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(new Set(ends.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect((await call('finish', { fileId })).status).toBe(200)
})

it('is one of both, whole, when a part comes twice at the same time with different bytes', async () => {
  const [one, other] = [pngOf(PART_BYTES + 9, 1), pngOf(PART_BYTES + 9, 2)]
  const { fileId } = await send(one, [1])
  const ends = await Promise.all(
    [one, other].map((bytes) => call('put', { fileId, place: 0, bytes: partOf(bytes, 0) })),
  )
  expect(ends.map(({ status }) => status)).toEqual([200, 200])
  expect((await call('finish', { fileId })).status).toBe(200)
  const { bytes } = await services.files.read({ fileId, owner })
  const begins = Buffer.from(bytes).subarray(0, PART_BYTES)
  expect([one, other].some((sent) => begins.equals(sent.subarray(0, PART_BYTES)))).toBe(true)
})

it('is not finished while parts are missing, nor as something else than it was declared', async () => {
  const short = await send(pngOf(PART_BYTES * 2), [0])
  expect((await call('finish', { fileId: short.fileId })).body).toMatchObject({ code: 'FILE_CORRUPT' })
  const forged = await send(Buffer.alloc(500, 'MZ'))
  expect((await call('finish', { fileId: forged.fileId })).body).toMatchObject({ code: 'FILE_REFUSED' })
})

it('refuses what the purpose does not take, and a part of another length or place', async () => {
  const ask = (over: object) =>
    call('start', { purpose: 'appointments.counter', type: 'image/png', size: 10, ...over })
  expect((await ask({ type: 'application/pdf' })).body).toMatchObject({ code: 'FILE_REFUSED' })
  expect((await ask({ size: 3_000_001 })).body).toMatchObject({ code: 'FILE_REFUSED' })
  expect((await ask({ purpose: 'somebody.else' })).body).toMatchObject({ code: 'INVALID_INPUT' })
  const { fileId } = await start(pngOf(PART_BYTES + 10))
  for (const wrong of [
    { place: 1, bytes: partOf(pngOf(100), 0) },
    { place: 2, bytes: partOf(pngOf(10), 0) },
  ])
    expect((await call('put', { fileId, ...wrong })).body).toMatchObject({ code: 'FILE_CORRUPT' })
})

it('is nobody else’s: a stranger’s answers are those of an unknown file', async () => {
  const { fileId } = await send(pngOf(100))
  const stranger = `Bearer ${await services.tokenOf(await services.person('stranger'))}`
  const unknown = `fl_${'0'.repeat(32)}`
  const inputs = { state: {}, put: { place: 0, bytes: partOf(pngOf(100), 0) }, finish: {}, remove: {} }
  for (const [procedure, input] of Object.entries(inputs)) {
    const [theirs, nobodys] = [
      await call(procedure, { fileId, ...input }, stranger),
      await call(procedure, { fileId: unknown, ...input }, stranger),
    ]
    expect([procedure, theirs.status, { ...(theirs.body as object), traceId: '' }]).toEqual([
      procedure,
      404,
      { ...(nobodys.body as object), traceId: '' },
    ])
  }
})

it('that belongs to nothing is removed by its owner, and swept after a day with every part of it', async () => {
  const [mine, left, half] = [
    await send(pngOf(100)),
    await send(pngOf(100)),
    await send(pngOf(PART_BYTES * 2), [1]),
  ]
  for (const { fileId } of [mine, left]) await call('finish', { fileId })
  expect((await call('remove', { fileId: mine.fileId })).status).toBe(200)
  expect((await call('remove', { fileId: mine.fileId })).status).toBe(404)
  services.time.now += DAY_MS + 1
  await sweep(services, [files])
  expect(await Promise.all([mine, left, half].map(({ fileId }) => stored(fileId)))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

it('that is removed while a part of it or its whole is being written leaves no bytes behind', async () => {
  const kept = new Set<string>()
  let meanwhile: (() => Promise<void>) | undefined
  const bytesOf = new Map<string, Uint8Array>()
  const engine: FileEngine = {
    name: 'disk',
    uploadTarget: () => Promise.reject(new Error('no tickets here')),
    get: async (name) => bytesOf.get(name),
    remove: async (name) => void (kept.delete(name), bytesOf.delete(name)),
    put: async (name, bytes) => {
      await meanwhile?.()
      kept.add(name)
      bytesOf.set(name, bytes)
    },
  }
  const uploads = createFiles({ ...services, engine })
  const bytes = pngOf(300)
  const opened = () => uploads.openUpload({ owner, type: 'image/png', size: 300, purpose: 'test.any' })
  const part = await opened()
  meanwhile = () => uploads.remove(part.fileId)
  await expect(uploads.putPart({ fileId: part.fileId, owner, place: 0, bytes })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  meanwhile = undefined
  const whole = await opened()
  await uploads.putPart({ fileId: whole.fileId, owner, place: 0, bytes })
  meanwhile = () => uploads.remove(whole.fileId)
  await expect(uploads.finishUpload({ fileId: whole.fileId, owner })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect([...kept]).toEqual([])
})

it('that belongs to a document is not removed here', async () => {
  const { fileId } = await send(pngOf(100))
  await call('finish', { fileId })
  await transact(services, (tx) => attachFile(tx, { fileId, owner, to: { collection: 'notes', id: 'n1' } }))
  expect((await call('remove', { fileId })).body).toMatchObject({ code: 'NOT_FOUND' })
  services.time.now += 2 * DAY_MS
  await sweep(services, [files])
  expect(await stored(fileId)).toMatchObject({ state: 'stored' })
})

it('belongs to one document at most, whoever attaches it at the same time', async () => {
  const { fileId } = await send(pngOf(100))
  await call('finish', { fileId })
  const ends = await Promise.allSettled(
    ['n1', 'n2', 'n3'].map((id) =>
      transact(services, (tx) => attachFile(tx, { fileId, owner, to: { collection: 'notes', id } })),
    ),
  )
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

it('is public only when its purpose says so and it is attached: then anybody reads it, in parts', async () => {
  const bytes = pngOf(400_000)
  const { fileId } = await services.files.openUpload({
    owner,
    type: 'image/png',
    size: bytes.length,
    purpose: 'test.public',
    public: true,
  })
  for (let place = 0; place * PART_BYTES < bytes.length; place += 1)
    await services.files.putPart({
      fileId,
      owner,
      place,
      bytes: bytes.subarray(place * PART_BYTES, (place + 1) * PART_BYTES),
    })
  await services.files.finishUpload({ fileId, owner })
  expect((await call('open', { fileId }, undefined)).body).toMatchObject({ code: 'NOT_FOUND' })
  await transact(services, (tx) => attachFile(tx, { fileId, owner, to: { collection: 'notes', id: 'n1' } }))
  const parts: Buffer[] = []
  for (let place = 0, all = 1; place < all; place += 1) {
    const { body } = await call('open', { fileId, place }, undefined)
    const part = body as { parts: number; bytes: string }
    all = part.parts
    parts.push(Buffer.from(part.bytes, 'base64'))
  }
  expect(Buffer.compare(Buffer.concat(parts), bytes)).toBe(0)
  expect((await call('open', { fileId, place: 99 }, undefined)).body).toMatchObject({ code: 'NOT_FOUND' })
})

it('keeps no byte of a part or a file in the clear', async () => {
  const bytes = Buffer.concat([pngOf(100), Buffer.from('王小明的身份证'), Buffer.alloc(400, 7)])
  const { fileId } = await send(bytes)
  const { execFileSync } = await import('node:child_process')
  const found = (): string => {
    try {
      return execFileSync('grep', ['-rl', '王小明的身份证', services.directory], { encoding: 'utf8' })
    } catch {
      return ''
    }
  }
  expect(found()).toBe('')
  await call('finish', { fileId })
  expect(found()).toBe('')
})

it('begins sixty uploads a day and account, however many are asked for at once, and more the next day', async () => {
  const bytes = pngOf(PART_BYTES)
  const begin = () =>
    call('start', { purpose: 'appointments.counter', type: 'image/png', size: bytes.length })
  for (let begun = 0; begun < UPLOADS_A_DAY.value - 4; begun += 1) await start(bytes)
  const rush = await Promise.all(Array.from({ length: 6 }, begin))
  expect(rush.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(4)
  // One after the other, the rest of the day's: what was told to wait did not count.
  let last = await begin()
  for (let tries = 0; last.status === 200 && tries < 6; tries += 1) last = await begin()
  expect(last.body).toMatchObject({ code: 'UPLOADS_TODAY' })
  const rows = await services.store.query<UploadDayDoc>(uploadDays.name, {
    index: 'account',
    where: { accountId: owner },
  })
  expect(rows.items.map(({ doc }) => doc.count)).toEqual([UPLOADS_A_DAY.value])
  services.time.now += DAY_MS
  authorization = `Bearer ${await services.tokenOf(owner)}`
  expect((await begin()).status).toBe(200)
})

it.each([
  [{ type: 'image/png', size: 10 }, undefined],
  [{ type: 'image/gif', size: 10 }, 'type'],
  [{ type: 'image/png', size: 0 }, 'empty'],
  [{ type: 'image/png', size: 11 }, 'size'],
])('%j is told before it is sent: %s', (file, problem) => {
  expect(uploadProblem(file, { types: ['image/png'], most: 10 })).toBe(problem)
})
