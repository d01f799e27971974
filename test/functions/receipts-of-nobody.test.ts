/** Two strangers who send the same key get nothing of each other: through the real entry, for every procedure open to anyone. */
import { createEntry } from '../../functions/core/io/entry/entry'
import { factsOf } from '../../functions/core/io/entry/procedures'
import { functionModules } from '../../functions/deployment'
import { receipts } from '../../functions/core/io/store/receipts'
import { seededRandom } from '../harness/fuzz/random'
import { openWorld, type World } from '../harness/fuzz/world'

const KEY = 'the-same-key-of-two'
let world: World
beforeAll(async () => {
  world = await openWorld(seededRandom(18), 18)
})
afterAll(() => world.close())

const nobody = async (procedure: string, input: unknown) => {
  const entry = createEntry({ functions: functionModules, services: world.services, strict: true })
  return entry.handle({ procedure, input, headers: { 'idempotency-key': KEY } })
}

test('two qrStart with one key give two tickets and two secrets', async () => {
  const [first, second] = await Promise.all([nobody('accounts/qrStart', {}), nobody('accounts/qrStart', {})])
  expect([first.status, second.status]).toEqual([200, 200])
  const [a, b] = [first.body, second.body] as { ticket: string; secret: string; qr: string }[]
  expect(a?.ticket).not.toBe(b?.ticket)
  expect(a?.secret).not.toBe(b?.secret)
  expect(a?.qr).not.toBe(b?.qr)
})

test('a sign-in is repeated by who has its code, and by nobody else', async () => {
  const first = await nobody('accounts/signIn', { code: 'good-1' })
  expect(first.status).toBe(200)
  expect(await nobody('accounts/signIn', { code: 'good-1' })).toEqual(first)
  const other = await nobody('accounts/signIn', { code: 'good-2' })
  expect((other.body as { accountId: string }).accountId).not.toBe(
    (first.body as { accountId: string }).accountId,
  )
})

test('what proves a caller who is nobody are required texts of the input, and every such change is known', () => {
  const open = Object.entries(functionModules).flatMap(([name, { contract }]) =>
    Object.entries(contract)
      .map(([key, one]) => ({ name: `${name}/${key}`, ...factsOf(one) }))
      .filter(({ meta }) => meta.effect === 'mutate' && meta.allow.includes('anyone')),
  )
  expect(open.map(({ name, meta }) => [name, meta.provenBy])).toEqual(
    expect.arrayContaining([
      ['accounts/qrStart', undefined],
      ['accounts/signIn', ['code']],
      ['accounts/qrFinish', ['ticket', 'secret']],
    ]),
  )
  for (const { name, meta, inputSchema } of open) {
    const shape = (inputSchema as unknown as { _zod: { def: { shape: Record<string, unknown> } } })._zod.def
      .shape
    expect([name, (meta.provenBy ?? []).filter((field) => !(field in shape))]).toEqual([name, []])
  }
})

test('the receipt of a caller who is nobody is kept under nobody’s key', async () => {
  const { vault, store } = world.services
  const id = `rc_${vault.pseudonym('receipt', `anonymous||accounts/qrStart|${KEY}`)}`
  expect(await store.read(receipts.name, [id])).toEqual([undefined])
})
