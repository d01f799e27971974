/**
 * Ten thousand calls built from the schemas and from earlier answers, most of them wrong: every answer is coded, none is
 * INTERNAL, what was acknowledged is kept, and at least 30 % of each procedure's calls succeed (so that the fuzzing
 * reaches behind the first check).
 */
import { allCollections } from '../../functions/all-collections'
import { isErrorCode } from '../../functions/core/pure/errors'
import { breakSomewhere, generate, remember, type JsonSchema, type Pool } from '../harness/fuzz/generate'
import { recipes } from '../harness/fuzz/recipes'
import { seededRandom } from '../harness/fuzz/random'
import { undeclared } from '../harness/personal'
import { seatFaults } from '../harness/seats'
import { openWorld, procedures, type Wanted, type World } from '../harness/fuzz/world'

const CALLS = 10_000
const SEED = 20_261_122
/** Of the calls: made by a recipe, so that they ought to succeed. */
const RIGHT = 0.52
/** A recipe that succeeds less often has gone stale. */
const SELDOM = 0.3
/** Keys that inputs call otherwise than answers do. */
const ALIASES = { code: 'matter', matterCode: 'matter', id: 'holdId' }

const wrongCall = async (
  world: World,
  right: () => Promise<Wanted>,
  schema: JsonSchema,
  pool: Pool,
): Promise<Wanted> => {
  const { random, strays } = world
  const token = random.pick([
    undefined,
    'forged.token.here',
    strays.officer.token,
    strays.supervisor.token,
    strays.admin.token,
    strays.auditor.token,
  ])
  if (random.chance(0.3)) {
    const wanted = await right()
    return { ...wanted, input: breakSomewhere(wanted.input, random) }
  }
  const input = generate(schema, random, pool)
  return {
    input: random.chance(0.5) ? breakSomewhere(input, random) : input,
    ...(token === undefined ? {} : { token }),
  }
}

const wireKeys = new Set(['code', 'message', 'data', 'traceId'])

let world: World | undefined
afterAll(() => world?.close())

test('ten thousand fuzzed calls meet clear, coded answers and lose nothing', async () => {
  const random = seededRandom(SEED)
  world = await openWorld(random, SEED)
  const here = world
  const pool: Pool = new Map()
  const tally = new Map(procedures.map(({ name }) => [name, { calls: 0, ok: 0 }]))
  const faults: string[] = []
  for (let at = 0; at < CALLS; at += 1) {
    const chosen = procedures[at % procedures.length]
    if (!chosen) throw new Error('there are procedures')
    const { name, schema } = chosen
    const recipe = recipes[name]
    if (!recipe) throw new Error(`${name} has no recipe: the fuzzer must be told how it succeeds`)
    const right = (): Promise<Wanted> => recipe(here)
    const wanted = random.chance(RIGHT) ? await right() : await wrongCall(here, right, schema, pool)
    const reply = await here.call(name, wanted)
    const count = tally.get(name) ?? { calls: 0, ok: 0 }
    tally.set(name, { calls: count.calls + 1, ok: count.ok + (reply.status === 200 ? 1 : 0) })
    if (reply.status === 200) {
      remember(pool, reply.body, ALIASES)
      continue
    }
    const error = reply.body as Record<string, unknown>
    const wellFormed =
      isErrorCode(String(error.code)) &&
      typeof error.message === 'string' &&
      error.message !== '' &&
      typeof error.traceId === 'string'
    if (!wellFormed || error.code === 'INTERNAL' || Object.keys(error).some((key) => !wireKeys.has(key))) {
      faults.push(
        `${name} ${JSON.stringify(wanted.input)?.slice(0, 300)} → ${reply.status} ${JSON.stringify(error).slice(0, 300)} ${JSON.stringify(here.services.logged.at(-1)?.fields.err, Object.getOwnPropertyNames(Error.prototype)) ?? ''} ${String((here.services.logged.at(-1)?.fields.err as Error | undefined)?.stack).slice(0, 500)}`,
      )
    }
  }
  expect(faults.slice(0, 10)).toEqual([])
  const seldom = [...tally]
    .filter(([, { calls, ok }]) => ok / calls < SELDOM)
    .map(([name, { calls, ok }]) => `${name}: ${ok} of ${calls}`)
  expect(seldom).toEqual([])
  expect(await seatFaults(here.services.store, here.services.time.now)).toEqual([])
  expect(await undeclared(here.services.store, allCollections)).toEqual([])
}, 300_000)
