import { receipts } from '../../../../functions/core/io/store/receipts'
import { notes, openBench, seen, type Bench } from './probe'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const KEY = 'key-12345678'
const write = (
  input: Record<string, unknown>,
  { key = KEY, caller = 'ac_1' }: { key?: string | undefined; caller?: string } = {},
) =>
  bench.call('probe/write', input, {
    headers: { 'x-test-caller': caller, ...(key === '' ? {} : { 'idempotency-key': key }) },
  })
const noteCount = async (ids: readonly string[]): Promise<number> =>
  (await bench.services.store.read(notes.name, ids)).filter(Boolean).length

describe('a repeat', () => {
  it('with the same key and input gets the first answer, and writes nothing', async () => {
    const first = await write({ text: 'a' })
    const second = await write({ how: 'once', text: 'a' })
    expect(first.status).toBe(200)
    expect(second).toEqual(first)
    expect(seen.writes).toBe(2)
  })

  it('with another input is refused', async () => {
    await write({ text: 'a' })
    expect(await write({ text: 'b' })).toMatchObject({ status: 409, body: { code: 'KEY_REUSED' } })
  })

  it('by another caller, or of another procedure, is none', async () => {
    const mine = await write({ text: 'a' })
    const theirs = await write({ text: 'a' }, { caller: 'ac_2' })
    expect(theirs.body).not.toEqual(mine.body)
    expect(
      (await bench.call('probe/open', {}, { headers: { 'x-test-caller': 'ac_1', 'idempotency-key': KEY } }))
        .status,
    ).toBe(200)
  })

  it('without a key is another call', async () => {
    const [first, second] = [await write({ text: 'a' }, { key: '' }), await write({ text: 'a' }, { key: '' })]
    expect(first.body).not.toEqual(second.body)
  })

  it('at the very same time lands once', async () => {
    const replies = await Promise.all(Array.from({ length: 24 }, () => write({ text: 'a' })))
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    const { id } = replies[0]?.body as { id: string }
    expect(await noteCount([id])).toBe(1)
  })

  it('at the very same time with different inputs: one stands, the others hear of it', async () => {
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, place) => write({ text: `text ${place}` })),
    )
    const codes = replies.map((reply) => (reply.body as { code?: string }).code)
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(codes.filter((code) => code === 'KEY_REUSED')).toHaveLength(11)
  })

  it('that is refused before it writes still gets the first answer', async () => {
    const first = await write({ text: 'a', how: 'early' })
    seen.gone = true
    expect(await write({ text: 'a', how: 'early' })).toEqual(first)
    expect(await write({ text: 'b', how: 'early' })).toMatchObject({ body: { code: 'KEY_REUSED' } })
    expect(await write({ text: 'a', how: 'early' }, { key: 'another-key' })).toMatchObject({
      body: { code: 'SLOT_FULL' },
    })
  })

  it('could not be answered if a handler committed a part of its answer: that is a defect, and nothing is written', async () => {
    expect(await write({ text: 'a', how: 'wrapped' })).toMatchObject({
      status: 500,
      body: { code: 'INTERNAL' },
    })
    expect((await bench.services.store.query(receipts.name, { index: 'expiry' })).items).toEqual([])
  })

  it('is none between callers who are nobody: the same key gives each a secret of its own', async () => {
    const call = () => bench.call('probe/open', {}, { headers: { 'idempotency-key': KEY } })
    const replies = await Promise.all([call(), call(), call()])
    const secrets = replies.map(({ body }) => (body as { secret: string }).secret)
    expect(new Set([...secrets, ((await call()).body as { secret: string }).secret]).size).toBe(4)
  })

  describe('of a caller who is nobody, where the contract says what proves it', () => {
    const claim = (input: Record<string, unknown>, headers: Record<string, string> = {}) =>
      bench.call('probe/claim', input, { headers: { 'idempotency-key': KEY, ...headers } })
    it('gets the first answer by the same secret', async () => {
      expect(await claim({ secret: 's1' })).toEqual(await claim({ secret: 's1' }))
      expect(await claim({ secret: 's1', text: 'b' })).toMatchObject({ body: { code: 'KEY_REUSED' } })
    })
    it('is another call by another secret, by an empty one, and by none', async () => {
      const first = (await claim({ secret: 's1' })).body
      for (const input of [{ secret: 's2' }, { secret: '' }, {}]) {
        const [one, two] = [await claim(input), await claim(input)]
        expect([one.status, two.status]).toEqual([200, 200])
        expect(one.body).not.toEqual(first)
        if (!input.secret) expect(one.body).not.toEqual(two.body)
      }
    })
    it('is no repeat of an account’s call with the same secret and key', async () => {
      const mine = await claim({ secret: 's1' }, { 'x-test-caller': 'ac_1' })
      expect((await claim({ secret: 's1' })).body).not.toEqual(mine.body)
    })
  })

  it('is promised by no procedure that is a read, or that needs an account', async () => {
    const { declareAll } = await import('../../../../functions/core/io/entry/procedures')
    const { probe } = await import('./probe')
    const { procedure } = await import('../../../../functions/core/io/procedure')
    const z = await import('zod/mini')
    const wrong = procedure({
      summary: 'x',
      allow: ['account'],
      scope: 'self',
      effect: 'mutate',
      provenBy: ['secret'],
    })
      .input(z.object({ secret: z.string() }))
      .output(z.object({}))
    const contract = { ...probe.contract, wrong }
    const router = { ...probe.router, wrong: probe.router.open as never }
    expect(() => declareAll({ probe: { contract, router } })).toThrow('provenBy')
  })

  it('survives a new instance over the same store', async () => {
    const first = await write({ text: 'a' })
    const { createEntry } = await import('../../../../functions/core/io/entry/entry')
    const { probe } = await import('./probe')
    const other = createEntry({
      functions: { probe },
      services: bench.services,
      identify: async () => ({ kind: 'account', accountId: 'ac_1', grants: [] }),
    })
    expect(
      await other.handle({
        procedure: 'probe/write',
        input: { text: 'a' },
        headers: { 'idempotency-key': KEY },
      }),
    ).toEqual(first)
  })
})

describe('the key', () => {
  it.each(['short', 'a'.repeat(129), 'with space 1', 'ümlaut-key-1', '.drawn-by-entry', ''])(
    '%j is refused',
    async (key) => {
      const reply = await bench.call(
        'probe/write',
        { text: 'a' },
        { headers: { 'x-test-caller': 'ac_1', 'idempotency-key': key } },
      )
      expect(reply).toMatchObject({
        status: 400,
        body: { code: 'INVALID_INPUT', data: { issues: [{ path: 'Idempotency-Key' }] } },
      })
    },
  )
  it.each(['12345678', 'A_b-9'.repeat(20), 'a'.repeat(128)])('%s is taken', async (key) => {
    expect((await write({ text: 'a' }, { key })).status).toBe(200)
  })
})

describe('receipts', () => {
  it('hold neither key, input nor output in the clear', async () => {
    await write({ text: 'Wang Xiaoming' })
    const { vault, store } = bench.services
    const [receipt] = await store.read(receipts.name, [
      `rc_${vault.pseudonym('receipt', `account|ac_1|probe/write|${KEY}`)}`,
    ])
    expect(receipt?.doc.expiresAt).toBe(bench.clock.now + 48 * 3_600_000)
    expect(String(receipt?.doc.output)).toMatch(/^[^.]+\.[^.]+\.[^.]+\.[^.]+$/)
    expect(JSON.stringify(receipt)).not.toMatch(/Wang|key-1234/)
  })
})

describe('a handler that', () => {
  it('writes twice is a defect', async () => {
    expect(await write({ text: 'a', how: 'twice' })).toMatchObject({
      status: 500,
      body: { code: 'INTERNAL' },
    })
    expect(bench.lines.at(-1)).toMatchObject({
      fields: { err: expect.objectContaining({ message: expect.stringContaining('transact twice') }) },
    })
  })
  it('answers what its contract does not allow is a defect, told without the values', async () => {
    expect(await write({ text: 'private', how: 'bad' })).toMatchObject({
      status: 500,
      body: { code: 'INTERNAL' },
    })
    const err = bench.lines.at(-1)?.fields.err as Error
    expect(err.message).toBe('probe/write answered what its contract does not allow: runs: invalid_type')
  })
})
