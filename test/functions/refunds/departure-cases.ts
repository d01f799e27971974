/** How calls of the departure refund succeed, and who is a stranger to what they touch. */
import type { Values } from '../../../functions/core/pure/forms'
import { outsideCalls } from '../../../functions/core/io/outside/collections'
import { allOf } from '../../../functions/core/io/store/pages'
import type { RoleGrant } from '../../../functions/core/io/identity/roles'
import { settleDeparture } from '../../../functions/refunds/departure/settle'
import { mine, type FunctionCases } from '../../harness/fuzz/cases'
import type { Person, World } from '../../harness/fuzz/world'
import { INSTANT, TRANSFER, travellerValues } from './departure/world'

interface Desk {
  readonly customs: Person
  readonly agency: Person
}

const desks = new WeakMap<World, Promise<Desk>>()

/** Customs and the agency of every hall. */
const deskOf = (world: World): Promise<Desk> => {
  const person = async (name: string, duty: 'customs' | 'pay'): Promise<Person> => {
    const grant: RoleGrant = { role: 'officer', halls: [...world.halls], duties: [duty] }
    const accountId = await world.services.person(name, [grant])
    return { accountId, token: await world.services.tokenOf(accountId) }
  }
  const make = async (): Promise<Desk> => ({
    customs: await person('departure-customs', 'customs'),
    agency: await person('departure-agency', 'pay'),
  })
  const known = desks.get(world) ?? make()
  desks.set(world, known)
  return known
}

let invoices = 0
const valuesOf = (world: World, changes: Values): Values => {
  invoices += 1
  return travellerValues(world.services.clock(), {
    invoiceNo: `2631200000005${String(invoices).padStart(7, '0')}`,
    ...changes,
  })
}

const portOf = (world: World): string => world.halls[0] ?? ''

interface Issued {
  readonly person: Person
  readonly id: string
}

const issued = async (world: World, changes: Values = {}): Promise<Issued> => {
  const person = await world.newcomer()
  const { id } = await world.must<{ id: string }>('refunds/openDeparture', {
    input: { values: valuesOf(world, changes), port: portOf(world) },
    token: person.token,
  })
  return { person, id }
}

type Step = readonly [who: keyof Desk, procedure: string, input: Readonly<Record<string, unknown>>]

const walked = async (world: World, changes: Values, steps: readonly Step[]): Promise<Issued> => {
  const form = await issued(world, changes)
  const desk = await deskOf(world)
  for (const [who, procedure, input] of steps)
    await world.must(`refunds/${procedure}`, { input: { formId: form.id, ...input }, token: desk[who].token })
  return form
}

const verify = (world: World): Step => [
  'customs',
  'customsConfirm',
  { hallId: portOf(world), outcome: 'verified', reasons: [] },
]
const AUDIT: Step = ['agency', 'departureAudit', { outcome: 'pass', reasons: [] }]

const own = async (world: World) => {
  const { person, id } = await issued(world)
  return { input: { formId: id }, token: person.token }
}

/** Sent back by the bank, written as the channel’s work would write it. */
const bankRejected = async (world: World): Promise<Issued> => {
  const transfer: Step = ['agency', 'departurePay', { how: 'transfer' }]
  const form = await walked(world, TRANSFER, [verify(world), AUDIT, transfer])
  const about = { index: 'about', where: { about: form.id } }
  const [call] = await allOf(world.services.store, outsideCalls, about)
  if (!call) throw new Error('nothing was ordered')
  const set = { state: 'refused', why: 'accountClosed', next: null, settledAt: world.services.clock() }
  await world.services.store.patch({ collection: outsideCalls.name, id: call.id, set })
  await settleDeparture(world.services, { callId: call.id, about: form.id })
  return form
}

const codeOf = async (world: World): Promise<string> => {
  const { input, token } = await own(world)
  const { form } = await world.must<{ form: { qr: string } }>('refunds/departure', { input, token })
  return form.qr
}

export const departureCases: FunctionCases = {
  recipes: {
    departureCheck: async (world) => ({
      input: { values: valuesOf(world, {}), port: world.random.pick(world.halls) },
      token: (await world.newcomer()).token,
    }),
    openDeparture: async (world) => ({
      input: { values: valuesOf(world, world.random.pick([{}, TRANSFER, INSTANT])), port: portOf(world) },
      token: (await world.newcomer()).token,
    }),
    myDepartures: mine({}),
    departure: own,
    departurePaper: own,
    cancelDeparture: own,
    fixDepartureAccount: async (world) => {
      const { person, id } = await bankRejected(world)
      const input = { formId: id, bank: 'Bank of China', number: '6222020200110000123' }
      return { input, token: person.token }
    },
    customsLook: async (world) => ({
      input: { hallId: portOf(world), code: await codeOf(world) },
      token: (await deskOf(world)).customs.token,
    }),
    customsConfirm: async (world) => {
      const { id } = await issued(world)
      const refused = world.random.chance(0.5)
      return {
        input: {
          formId: id,
          hallId: portOf(world),
          outcome: refused ? 'refused' : 'verified',
          reasons: refused ? ['goodsMissing'] : [],
        },
        token: (await deskOf(world)).customs.token,
      }
    },
    agencyLook: async (world) => {
      const { id } = await walked(world, {}, [verify(world)])
      return { input: { hallId: portOf(world), formId: id }, token: (await deskOf(world)).agency.token }
    },
    departurePrepay: async (world) => {
      const { id } = await issued(world, INSTANT)
      const input = { formId: id, hallId: portOf(world), preauthNo: 'PA-20261127' }
      return { input, token: (await deskOf(world)).agency.token }
    },
    departureAudit: async (world) => {
      const { id } = await walked(world, {}, [verify(world)])
      const input = world.random.chance(0.5)
        ? { formId: id, outcome: 'pass', reasons: [] }
        : { formId: id, outcome: 'reject', reasons: ['invoiceVoid'] }
      return { input, token: (await deskOf(world)).agency.token }
    },
    departurePay: async (world) => {
      const { id } = await walked(world, TRANSFER, [verify(world), AUDIT])
      const how = world.random.pick(['cash', 'transfer'])
      return { input: { formId: id, how }, token: (await deskOf(world)).agency.token }
    },
  },
  strangers: {
    departure: 'taxpayer',
    departurePaper: 'taxpayer',
    cancelDeparture: 'taxpayer',
    fixDepartureAccount: 'taxpayer',
    customsLook: 'officer elsewhere',
    customsConfirm: 'officer elsewhere',
    agencyLook: 'officer elsewhere',
    departurePrepay: 'officer elsewhere',
    departureAudit: 'officer elsewhere',
    departurePay: 'officer elsewhere',
  },
}
