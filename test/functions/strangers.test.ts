/** For every procedure that takes an id: another's id answers exactly as an unknown one, to the byte but the trace id. */
import type { Reply } from '../../functions/core/io/entry/envelope'
import { recipes } from '../harness/fuzz/recipes'
import { seededRandom } from '../harness/fuzz/random'
import { openWorld, procedures, type Person, type World } from '../harness/fuzz/world'

/** Input fields that name something owned, and an id of the same shape that nothing has. */
const UNKNOWN: Readonly<Record<string, string>> = {
  id: `ap_${'0'.repeat(26)}`,
  holdId: `ap_${'0'.repeat(26)}`,
  taxpayerId: 'tp_nobody',
  authorisationId: 'au_nobody',
  accountId: 'ac_nobody',
  hallId: 'no-such-hall',
  ticket: 'qr_nobody',
  eventId: `ev_${'0'.repeat(26)}`,
}

/**
 * Who is a stranger to what the procedure touches. Procedures outside this table take no id of anybody's, or are open to
 * all that hold the role in the whole deployment (`region` scope without a hall); a new procedure with an id must be put
 * in one of the two lists.
 */
const strangers: Readonly<Record<string, 'taxpayer' | 'officer elsewhere'>> = {
  'appointments/book': 'taxpayer',
  'appointments/cancel': 'taxpayer',
  'appointments/get': 'taxpayer',
  'appointments/hold': 'taxpayer',
  'appointments/dayList': 'officer elsewhere',
  'appointments/setCapacity': 'officer elsewhere',
  'appointments/closeDay': 'officer elsewhere',
  'accounts/setDefault': 'taxpayer',
  'accounts/unbind': 'taxpayer',
  'accounts/authorise': 'taxpayer',
  'accounts/revoke': 'taxpayer',
}
const openToTheRole: readonly string[] = [
  // public catalogues
  'appointments/days',
  'appointments/slots',
  'appointments/matters',
  // the ticket is the secret
  'accounts/qrLook',
  'accounts/qrConfirm',
  'accounts/qrFinish',
  // any window officer may verify or look, audited; administrators grant inside their regions (see accounts' own tests)
  'accounts/verify',
  'accounts/reveal',
  'accounts/grantRole',
  'accounts/withdrawRole',
  'timers/requeue',
]

const told = ({ status, body }: Reply): unknown => ({
  status,
  ...(body as Record<string, unknown>),
  traceId: '',
})

const withUnknownIds = (input: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input as Record<string, unknown>).map(([name, value]) => [name, UNKNOWN[name] ?? value]),
  )

let world: World
beforeAll(async () => {
  world = await openWorld(seededRandom(7), 7)
})
afterAll(() => world.close())

const strangerOf = async (kind: 'taxpayer' | 'officer elsewhere'): Promise<Person> => {
  if (kind === 'taxpayer') return world.taxpayer()
  const accountId = await world.services.person('elsewhere', [
    { role: 'officer', halls: ['another-city-hall'] },
  ])
  return { accountId, token: await world.services.tokenOf(accountId) }
}

/** The recipe's call, made so that it names something owned. */
const ownedInput = async (name: string): Promise<Record<string, unknown>> => {
  if (name === 'appointments/hold')
    return { ...(await world.freeSeat()), taxpayerId: (await world.taxpayer()).taxpayerId }
  for (let tries = 0; tries < 20; tries += 1) {
    const { input } = (await recipes[name]?.(world)) ?? { input: {} }
    if (name !== 'appointments/book' || (input as Record<string, unknown>).holdId !== undefined)
      return input as Record<string, unknown>
  }
  throw new Error(`no call of ${name} with an id`)
}

test.each(Object.entries(strangers))(
  '%s answers a stranger’s id as an unknown one (%s)',
  async (name, kind) => {
    const stranger = await strangerOf(kind)
    const owned = await ownedInput(name)
    const unknown = withUnknownIds(owned)
    // hold and book name a hall beside the owned id; the hall stays, the owned id changes
    if (owned.taxpayerId !== undefined && owned.hallId !== undefined) unknown.hallId = owned.hallId
    expect(unknown).not.toEqual(owned)
    const theirs = await world.call(name, { input: owned, token: stranger.token, language: 'en' })
    const nobodys = await world.call(name, { input: unknown, token: stranger.token, language: 'en' })
    expect(told(theirs)).toEqual(told(nobodys))
    expect(theirs.status).toBe(404)
  },
)

test('every procedure with an id is in one of the two lists', () => {
  const named = procedures.filter(({ meta, schema }) => {
    const fields = [schema, ...(schema.anyOf ?? [])].flatMap(({ properties }) =>
      Object.keys(properties ?? {}),
    )
    return meta.effect !== 'job' && fields.some((field) => field in UNKNOWN)
  })
  expect(named.length).toBeGreaterThan(15)
  expect(
    named.map(({ name }) => name).filter((name) => !(name in strangers) && !openToTheRole.includes(name)),
  ).toEqual([])
})
