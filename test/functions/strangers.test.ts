/** For every procedure that takes an id: another's id answers exactly as an unknown one, to the byte but the trace id. */
import type { Reply } from '../../functions/core/io/entry/envelope'
import type { Stranger } from '../harness/fuzz/cases'
import { someoneElsewhere } from '../harness/fuzz/elsewhere'
import { open, owned, recipes, strangers, unknownIds } from '../harness/fuzz/recipes'
import { seededRandom } from '../harness/fuzz/random'
import { openWorld, procedures, type Person, type World } from '../harness/fuzz/world'

const told = ({ status, body }: Reply): unknown => ({
  status,
  ...(body as Record<string, unknown>),
  traceId: '',
})

const unknownTo = (procedure: string): Readonly<Record<string, unknown>> => unknownIds(procedure)

const withUnknownIds = (
  procedure: string,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).map(([field, value]) => [field, unknownTo(procedure)[field] ?? value]),
  )

let world: World
beforeAll(async () => {
  world = await openWorld(seededRandom(7), 7)
})
afterAll(() => world.close())

const ROLES_ELSEWHERE = {
  'officer elsewhere': 'officer',
  'supervisor elsewhere': 'supervisor',
  'admin elsewhere': 'admin',
} as const
const strangerOf = (kind: Stranger): Promise<Person> => {
  if (kind === 'taxpayer') return world.taxpayer()
  return someoneElsewhere(world, ROLES_ELSEWHERE[kind])
}

/** The recipe's call, made so that it names something owned. */
const ownedInput = async (name: string): Promise<Readonly<Record<string, unknown>>> =>
  (await owned[name]?.(world)) ?? ((await recipes[name]?.(world))?.input as Record<string, unknown>)

test.each(Object.entries(strangers))(
  '%s answers a stranger’s id as an unknown one (%s)',
  async (name, kind) => {
    const stranger = await strangerOf(kind)
    const named = await ownedInput(name)
    const unknown = withUnknownIds(name, named)
    // hold and book name a hall beside the owned id; the hall stays, the owned id changes
    if (named.taxpayerId !== undefined && named.hallId !== undefined) unknown.hallId = named.hallId
    expect(unknown).not.toEqual(named)
    const theirs = await world.call(name, { input: named, token: stranger.token, language: 'en' })
    const nobodys = await world.call(name, { input: unknown, token: stranger.token, language: 'en' })
    expect(told(theirs)).toEqual(told(nobodys))
    expect(theirs.status).toBe(404)
  },
)

test('every procedure with an id has its stranger, or says why there is none', () => {
  const withIds = procedures.filter(({ name, meta, schema }) => {
    const fields = [schema, ...(schema.anyOf ?? [])].flatMap(({ properties }) =>
      Object.keys(properties ?? {}),
    )
    return meta.effect !== 'job' && fields.some((field) => field in unknownTo(name))
  })
  expect(withIds.length).toBeGreaterThan(15)
  expect(withIds.map(({ name }) => name).filter((name) => !(name in strangers) && !(name in open))).toEqual(
    [],
  )
})

test('cases name only what there is', () => {
  const names = new Set(procedures.map(({ name }) => name))
  expect([recipes, strangers, owned, open].flatMap(Object.keys).filter((name) => !names.has(name))).toEqual(
    [],
  )
})
