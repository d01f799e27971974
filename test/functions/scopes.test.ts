/**
 * Every procedure's declared scope, proven by calls. For each of scope `self`, `hall` or `region`, and each role that may call
 * it: what the recipe's caller is answered, the same role elsewhere (for `self`, another taxpayer) is not. Named by an id, it
 * answers as an unknown one, to the byte but the trace id; unnamed, nothing of it is in the answer. A new procedure is gone
 * through without a line here; one that cannot be says why in its cases.
 */
import type { Reply } from '../../functions/core/io/entry/envelope'
import { ROLES, type Role } from '../../functions/core/pure/roles'
import { someoneElsewhere } from '../harness/fuzz/elsewhere'
import { open, owned, recipes, unknownIds } from '../harness/fuzz/recipes'
import { seededRandom } from '../harness/fuzz/random'
import { openWorld, procedures, type Person, type Wanted, type World } from '../harness/fuzz/world'

type Input = Readonly<Record<string, unknown>>

let world: World
beforeAll(async () => {
  world = await openWorld(seededRandom(15), 15)
})
afterAll(() => world.close())

/** Scoped ones that people call; schedules have no place of their own. */
const scoped = procedures.filter(({ meta }) => meta.scope !== 'public' && meta.effect !== 'job')

const rolesOf = (allow: readonly string[]): readonly Role[] => ROLES.filter((role) => allow.includes(role))

/** Who has the right to ask and no business with the answer. */
type Foreigner = Role | 'another taxpayer'
const foreigners = scoped.flatMap(({ name, meta }) => {
  const who: readonly Foreigner[] = meta.scope === 'self' ? ['another taxpayer'] : rolesOf(meta.allow)
  return who.map((one) => ({ name, who: one }))
})

const foreigner = (who: Foreigner): Promise<Person> =>
  who === 'another taxpayer' ? world.taxpayer() : someoneElsewhere(world, who)

const told = ({ status, body }: Reply): Record<string, unknown> => ({
  status,
  ...(body as Record<string, unknown>),
  traceId: '',
})

/** The owner's call, which succeeds: so that what the foreigner is refused is really there. */
const ownCall = async (name: string): Promise<Wanted> => {
  const wanted = await recipes[name]?.(world)
  if (!wanted) throw new Error(`${name} has no recipe`)
  return wanted
}
const ownInput = async (name: string): Promise<Input> =>
  (await owned[name]?.(world)) ?? ((await ownCall(name)).input as Input)

const withUnknownIds = (name: string, input: Input): Input => {
  const unknown = unknownIds(name)
  // Where an owned id stands beside a hall that everybody sees, the id alone decides.
  const keepsHall = ['taxpayerId', 'holdId', 'id', 'draftId'].some((field) => input[field] !== undefined)
  return Object.fromEntries(
    Object.entries(input).map(([field, value]) => [
      field,
      field === 'hallId' && keepsHall ? value : (unknown[field] ?? value),
    ]),
  )
}

/** Ids that name people and places of the world, wherever they stand in an answer. */
const idsIn = (value: unknown): readonly string[] =>
  [...JSON.stringify(value).matchAll(/"((?:ac|tp|ap|az|al|fl|nt)_[0-9A-Za-z_]+)"/g)].map(([, id = '']) => id)

describe.each(foreigners)('$name', ({ name, who }) => {
  test(`is none of ${who}${who === 'another taxpayer' ? '' : ' elsewhere'}’s`, async () => {
    if (name in open) return
    // What is refused is really there: whose it is gets it.
    expect((await world.call(name, await ownCall(name))).status).toBe(200)
    const input = await ownInput(name)
    const unknown = withUnknownIds(name, input)
    const stranger = await foreigner(who)
    const theirs = await world.call(name, { input, token: stranger.token, language: 'en' })
    if (JSON.stringify(unknown) !== JSON.stringify(input)) {
      const nobodys = await world.call(name, { input: unknown, token: stranger.token, language: 'en' })
      expect(told(theirs)).toEqual(told(nobodys))
      expect(theirs.status).toBe(404)
      return
    }
    // Nothing in the question names anything: then nothing of others is in the answer.
    const { token } = await ownCall(name)
    const own = await world.call(name, { input, ...(token === undefined ? {} : { token }), language: 'en' })
    const others = new Set([...idsIn(own.body), ...world.halls])
    const mine = new Set(idsIn((await world.call('accounts/me', { input: {}, token: stranger.token })).body))
    const leaked = [...others].filter(
      (id) => !mine.has(id) && JSON.stringify(theirs.body).includes(`"${id}"`),
    )
    expect(leaked).toEqual([])
  })
})

test('every scoped procedure is gone through, and what is left out says why', () => {
  expect(scoped.length).toBeGreaterThan(25)
  const leftOut = scoped.filter(({ name }) => name in open).map(({ name }) => name)
  for (const name of leftOut) expect(open[name]).toMatch(/\w{3}/)
  // The ticket of a sign-in is the secret: whoever scans it may look and confirm.
  // A campaign is everybody's, and an invoice is whoever's holds it; a published policy is everybody's too, and so are a hall's numbers.
  expect(leftOut).toEqual([
    'accounts/qrLook',
    'accounts/qrConfirm',
    'lottery/look',
    'lottery/enter',
    'policies/reasons',
    'policies/follow',
    'queue/take',
  ])
  expect(foreigners.filter(({ who }) => who !== 'another taxpayer').length).toBeGreaterThan(10)
})

test('every role that a place is asked of has somebody elsewhere to try it', async () => {
  const tried = new Set(foreigners.map(({ who }) => who))
  for (const { name, meta } of scoped.filter(({ meta: { scope } }) => scope === 'hall' || scope === 'region'))
    expect([name, rolesOf(meta.allow).filter((role) => !tried.has(role))]).toEqual([name, []])
})
