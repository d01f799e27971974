/** Files: what was declared is what is kept, encrypted, and only its owner gets it back. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attachFile, detachFile, type Attachment } from '../../../../functions/core/io/files/attach'
import { files as fileDocs, type FileDoc } from '../../../../functions/core/io/files/collections'
import type { FileType, UploadTicket } from '../../../../functions/core/io/files/contract'
import { openDisk } from '../../../../functions/core/io/files/engines/disk'
import type { FileEngine } from '../../../../functions/core/io/files/engines/engine'
import { createFiles, MAX_FILE } from '../../../../functions/core/io/files/files'
import { sweep } from '../../../../functions/core/io/retention/sweep'
import { DAY_MS, MINUTE } from '../../../../functions/core/pure/time'
import { openParts, write, type Parts } from '../events/parts'

let parts: Parts
beforeEach(async () => {
  parts = await openParts()
})
afterEach(() => parts.close())

const SECRET = 'a secret that must not be found at rest'
const png = (size = 200): Uint8Array =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(size, SECRET)])
const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a46', 'hex'), randomBytes(100)])
const pdf = Buffer.from(`%PDF-1.7\n${SECRET}`)
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const ticketFor = (
  bytes: Uint8Array,
  declared: { type?: FileType; sha256?: string; size?: number } = {},
): Promise<UploadTicket> =>
  parts.services.files.ticket({
    owner: 'tp_owner',
    type: 'image/png',
    size: bytes.length,
    sha256: sha(bytes),
    ...declared,
  })
const upload = async (bytes: Uint8Array, type: FileType = 'image/png'): Promise<UploadTicket> => {
  const ticket = await ticketFor(bytes, { type })
  await parts.services.files.accept({ ...ticket, bytes })
  return ticket
}
const folder = (): string => join(parts.directory, 'files')
const onDisk = (): string[] =>
  readdirSync(folder(), { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  )
const docOf = async (fileId: string): Promise<FileDoc | undefined> =>
  (await parts.store.read<FileDoc>(fileDocs.name, [fileId]))[0]?.doc

const SAMPLES: [FileType, Uint8Array][] = [
  ['image/png', png()],
  ['image/jpeg', jpeg],
  ['application/pdf', pdf],
]
test.each(SAMPLES)('keeps a %s and gives it back to its owner', async (type, bytes) => {
  const { fileId } = await upload(bytes, type)
  const { facts, bytes: back } = await parts.services.files.read({ fileId, owner: 'tp_owner' })
  expect(facts).toEqual({ fileId, type, size: bytes.length, sha256: sha(bytes) })
  expect(Buffer.compare(back, bytes)).toBe(0)
})

test.each([[1], [64 * 1024 - 16], [64 * 1024 - 15], [3 * 64 * 1024 + 7]])(
  'keeps %i bytes behind the header whole, across chunks',
  async (size) => {
    const { fileId } = await upload(png(size))
    expect(
      Buffer.compare((await parts.services.files.read({ fileId, owner: 'tp_owner' })).bytes, png(size)),
    ).toBe(0)
  },
)

test('what lies on the disk is not what was sent, and readable by this user alone', async () => {
  await upload(png(100_000))
  await upload(png(100_000))
  const [first, second] = onDisk().map((path) => readFileSync(path))
  expect(onDisk()).toHaveLength(2)
  expect(first?.includes(SECRET)).toBe(false)
  expect(first?.includes('PNG')).toBe(false)
  expect(first && second && Buffer.compare(first, second)).not.toBe(0)
})

test.each([
  ['a text that is called a picture', Buffer.from('hello, I am no picture'), 'image/png', 'FILE_REFUSED'],
  [
    'a page that is called a picture',
    Buffer.from('<html><script>alert(1)</script></html>'),
    'image/jpeg',
    'FILE_REFUSED',
  ],
  ['a picture that is called a document', png(), 'application/pdf', 'FILE_REFUSED'],
  ['a document behind other bytes', Buffer.from(' %PDF-1.7'), 'application/pdf', 'FILE_REFUSED'],
  ['a PNG signature without its header', Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png', 'FILE_REFUSED'],
] as const)('refuses %s', async (_what, bytes, type, code) => {
  const ticket = await ticketFor(bytes, { type })
  await expect(parts.services.files.accept({ ...ticket, bytes })).rejects.toMatchObject({ code })
  expect(onDisk()).toEqual([])
})

test('refuses bytes of another size or another hash than declared', async () => {
  const bytes = png()
  const ticket = await ticketFor(bytes)
  const accept = (sent: Uint8Array): Promise<unknown> =>
    parts.services.files.accept({ ...ticket, bytes: sent })
  await expect(accept(bytes.subarray(0, -1))).rejects.toMatchObject({ code: 'FILE_CORRUPT' })
  await expect(accept(Buffer.concat([bytes, Buffer.from('x')]))).rejects.toMatchObject({
    code: 'FILE_REFUSED',
  })
  await expect(accept(Buffer.concat([bytes.subarray(0, -1), Buffer.from('!')]))).rejects.toMatchObject({
    code: 'FILE_CORRUPT',
  })
  expect(onDisk()).toEqual([])
  await expect(accept(bytes)).resolves.toMatchObject({ fileId: ticket.fileId })
})

test.each([
  ['too large', { size: MAX_FILE + 1 }],
  ['empty', { size: 0 }],
  ['half a byte', { size: 1.5 }],
  ['no hash', { sha256: 'abc' }],
  ['an upper-case hash', { sha256: 'A'.repeat(64) }],
  ['a type we do not take', { type: 'image/svg+xml' as FileType }],
])('gives no ticket for %s', async (_what, declared) => {
  await expect(ticketFor(png(), declared)).rejects.toMatchObject({ code: 'FILE_REFUSED' })
})

test('a wrong token, an unknown file, an expired ticket: all unknown', async () => {
  const bytes = png()
  const { files } = parts.services
  const ticket = await ticketFor(bytes)
  const wrongs = [
    { token: '' },
    { token: `${ticket.token}x` },
    { fileId: 'fl_unknown' },
    { fileId: '../../etc/passwd' },
    { fileId: `fl_${'0'.repeat(32)}` },
  ]
  for (const wrong of wrongs) {
    await expect(files.accept({ ...ticket, bytes, ...wrong })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
  parts.clock.now += 10 * MINUTE
  await expect(files.accept({ ...ticket, bytes })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(JSON.stringify(await docOf(ticket.fileId))).not.toContain(ticket.token)
})

test('a stranger’s file answers exactly as an unknown one, and one not yet uploaded too', async () => {
  const { files } = parts.services
  const { fileId } = await upload(png())
  const waiting = await ticketFor(png())
  const answers = await Promise.all(
    [
      { fileId, owner: 'tp_stranger' },
      { fileId: `fl_${'0'.repeat(32)}`, owner: 'tp_stranger' },
      { fileId: waiting.fileId, owner: 'tp_owner' },
    ].map((asked) => files.read(asked).catch((error: unknown) => JSON.stringify(error))),
  )
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain('NOT_FOUND')
})

test('the same upload again, and twice at once, is one file', async () => {
  const { files } = parts.services
  const bytes = png(200_000)
  const ticket = await ticketFor(bytes)
  const facts = await Promise.all([1, 2, 3].map(() => files.accept({ ...ticket, bytes })))
  expect(new Set(facts.map((each) => JSON.stringify(each))).size).toBe(1)
  await files.accept({ ...ticket, bytes })
  expect(onDisk()).toHaveLength(1)
  expect(Buffer.compare((await files.read({ fileId: ticket.fileId, owner: 'tp_owner' })).bytes, bytes)).toBe(
    0,
  )
})

test.each([
  [
    'altered',
    (sealed: Buffer) =>
      Buffer.concat([sealed.subarray(0, 80), Buffer.from([(sealed[80] ?? 0) ^ 1]), sealed.subarray(81)]),
  ],
  ['cut at a chunk', (sealed: Buffer) => sealed.subarray(0, 4 + 64 * 1024 + 16)],
  [
    'with its chunks changed over',
    (sealed: Buffer) => {
      const [first, second, third] = [4, 4 + 65_552, 4 + 131_104]
      return Buffer.concat([
        sealed.subarray(0, first),
        sealed.subarray(second, third),
        sealed.subarray(first, second),
        sealed.subarray(third),
      ])
    },
  ],
  ['emptied', () => Buffer.from('SBF1')],
  ['replaced', () => Buffer.from('something else')],
])('a file %s on the disk is not given out', async (_what, change) => {
  const { fileId } = await upload(png(150_000))
  const [path = ''] = onDisk()
  writeFileSync(path, change(readFileSync(path)))
  await expect(parts.services.files.read({ fileId, owner: 'tp_owner' })).rejects.toThrow(
    /authenticate|not an encrypted file|empty/,
  )
})

test('another file’s bytes under its name are not given out', async () => {
  const first = await upload(png(100))
  const second = await upload(png(100))
  const find = (fileId: string): string => onDisk().find((path) => path.endsWith(fileId)) ?? ''
  writeFileSync(find(first.fileId), readFileSync(find(second.fileId)))
  await expect(parts.services.files.read({ fileId: first.fileId, owner: 'tp_owner' })).rejects.toThrow(
    /authenticate|not an encrypted file|empty/,
  )
})

test('erasing the owner makes the file unreadable', async () => {
  const { fileId } = await upload(png())
  await parts.services.vault.destroy('tp_owner')
  await expect(parts.services.files.read({ fileId, owner: 'tp_owner' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  const waiting = ticketFor(png())
  await expect(waiting).rejects.toMatchObject({ code: 'ERASED' })
})

const TO = { collection: 'reviews', id: 'rv_1' }

test('an upload that nobody attaches is swept with its bytes after a day; an attached one stays', async () => {
  const { services, clock } = parts
  const [loose, kept, neverSent] = [await upload(png()), await upload(png()), await ticketFor(png())]
  await write(services, (tx) => attachFile(tx, { fileId: kept.fileId, owner: 'tp_owner', to: TO }))
  clock.now += 70 * MINUTE
  expect(await sweep(services, [fileDocs])).toEqual({ removed: 1, finished: true })
  expect(await docOf(neverSent.fileId)).toBeUndefined()
  clock.now += DAY_MS
  expect(await sweep(services, [fileDocs])).toEqual({ removed: 1, finished: true })
  expect(await docOf(loose.fileId)).toBeUndefined()
  expect(onDisk().map((path) => path.endsWith(kept.fileId))).toEqual([true])
  await services.files.read({ fileId: kept.fileId, owner: 'tp_owner' })

  await write(services, (tx) => detachFile(tx, { fileId: kept.fileId, owner: 'tp_owner', to: TO }))
  clock.now += DAY_MS
  expect(await sweep(services, [fileDocs])).toEqual({ removed: 1, finished: true })
  expect(onDisk()).toEqual([])
})

test('goes with the document it belongs to, and lives longer when that does', async () => {
  const { services, clock } = parts
  const { fileId } = await upload(png())
  const attach = (expiresAt: number) =>
    write(services, (tx) => attachFile(tx, { fileId, owner: 'tp_owner', to: TO, expiresAt }))
  const ends = clock.now + 3 * DAY_MS
  await attach(ends)
  await attach(ends + DAY_MS)
  clock.now = ends
  expect(await sweep(services, [fileDocs])).toMatchObject({ removed: 0 })
  clock.now += DAY_MS
  expect(await sweep(services, [fileDocs])).toMatchObject({ removed: 1 })
  expect(onDisk()).toEqual([])
})

test('only its owner attaches it, once, in time, and only from there it is detached', async () => {
  const { services, clock } = parts
  const { fileId } = await upload(png())
  const attach = (change: Partial<Attachment> = {}): Promise<void> =>
    write(services, (tx) => attachFile(tx, { fileId, owner: 'tp_owner', to: TO, ...change }))
  const waiting = await ticketFor(png())
  for (const wrong of [{ owner: 'tp_stranger' }, { fileId: 'fl_unknown' }, { fileId: waiting.fileId }]) {
    await expect(attach(wrong)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
  await attach()
  await expect(attach({ to: { ...TO, id: 'rv_2' } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const elsewhere = { fileId, owner: 'tp_owner', to: { ...TO, id: 'rv_2' } }
  await expect(write(services, (tx) => detachFile(tx, elsewhere))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  const late = await upload(png())
  clock.now += DAY_MS
  await expect(attach({ fileId: late.fileId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the sweeper leaves a file that is attached between its look and its removal', async () => {
  const { services, clock } = parts
  const { fileId } = await upload(png())
  const early = clock.now
  clock.now += DAY_MS
  const { store } = services
  let attached = false
  const commit: typeof store.commit = async (changes) => {
    if (!attached && changes.some((change) => change.collection === fileDocs.name)) {
      attached = true
      await write({ ...services, clock: () => early }, (tx) =>
        attachFile(tx, { fileId, owner: 'tp_owner', to: TO }),
      )
    }
    return store.commit(changes)
  }
  expect(await sweep({ ...services, store: { ...store, commit } }, [fileDocs])).toEqual({
    removed: 0,
    finished: true,
  })
  expect(attached).toBe(true)
  await services.files.read({ fileId, owner: 'tp_owner' })
})

/** An engine whose machine dies at its nth removal. */
const dyingAt = (engine: FileEngine, at: number): FileEngine => {
  let removals = 0
  return {
    ...engine,
    remove: async (name) => (++removals >= at ? Promise.reject(new Error('gone')) : engine.remove(name)),
  }
}

test('a sweep whose storage went away between documents and bytes is finished by the next', async () => {
  const { services, clock } = parts
  for (let n = 0; n < 5; n += 1) await upload(png())
  clock.now += DAY_MS
  const engine = dyingAt(await openDisk({ directory: folder(), clock: services.clock }), 3)
  const failing = { ...services, files: createFiles({ ...services, engine }) }
  expect((await sweep(failing, [fileDocs])).removed).toBe(2)
  expect(onDisk()).toHaveLength(3)
  expect((await sweep(services, [fileDocs])).finished).toBe(true)
  expect(onDisk()).toEqual([])
  expect((await parts.store.query(fileDocs.name, { index: 'expiry' })).items).toEqual([])
})

test('bytes that come while their file is being removed do not stay', async () => {
  const { services, store } = parts
  const engine = await openDisk({ directory: folder(), clock: services.clock })
  const put: FileEngine['put'] = async (name, bytes) => {
    const [file] = await store.read<FileDoc>(fileDocs.name, [name])
    if (file)
      await store.commit([
        {
          op: 'replace',
          collection: fileDocs.name,
          id: name,
          version: file.version,
          doc: { ...file.doc, state: 'removing' },
        },
      ])
    await engine.put(name, bytes)
  }
  const late = createFiles({ ...services, engine: { ...engine, put } })
  const ticket = await ticketFor(png())
  await expect(late.accept({ ...ticket, bytes: png() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(onDisk()).toEqual([])
})

test('opening the disk clears what a crash left half-written there, and nothing that is under way', async () => {
  const incoming = join(folder(), 'incoming')
  mkdirSync(incoming, { recursive: true })
  writeFileSync(join(incoming, 'old'), 'half')
  writeFileSync(join(incoming, 'new'), 'half')
  const now = Math.floor(Date.now() / 1000)
  utimesSync(join(incoming, 'old'), now - 7200, now - 7200)
  const engine = await openDisk({ directory: folder(), clock: Date.now })
  expect(readdirSync(incoming)).toEqual(['new'])
  await expect(engine.put('../../escape', png())).rejects.toThrow(RangeError)
  expect(await engine.get('fl_missing')).toBeUndefined()
  await engine.remove('fl_missing')
})
