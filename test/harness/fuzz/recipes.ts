/** For each procedure, a call that ought to succeed: what the caller, the state and the input must be. */
import { addDays, dayOf } from '../../../functions/core/pure/time'
import { emit } from '../../../functions/core/io/events/emit'
import { events } from '../../../functions/core/io/events/collections'
import { transact } from '../../../functions/core/io/store/transact'
import type { Taxpayer, Wanted, World } from './world'

export type Recipe = (world: World) => Promise<Wanted>

let numbers = 0
const creditCode = (): string => `9132010${String((numbers += 1)).padStart(10, '0')}X`
const reason = '设备检修'

const booking = async (
  world: World,
  procedure: 'hold' | 'book',
): Promise<{ readonly person: Taxpayer; readonly id: string }> => {
  const person = await world.taxpayer()
  const { appointment } = await world.must<{ appointment: { id: string } }>(`appointments/${procedure}`, {
    input: await world.freeSeat(),
    token: person.token,
  })
  return { person, id: appointment.id }
}

const verified = async (world: World): Promise<Taxpayer> => {
  const person = await world.newcomer()
  const { taxpayer } = await world.must<{ taxpayer: { id: string } }>('accounts/bind', {
    input: { kind: 'enterprise', name: '演示商贸有限公司', number: creditCode() },
    token: person.token,
  })
  await world.must('accounts/verify', {
    input: { taxpayerId: taxpayer.id, evidence: '营业执照原件' },
    token: world.staff.officer.token,
  })
  return { ...person, taxpayerId: taxpayer.id }
}

const authorised = async (world: World): Promise<Wanted> => {
  const owner = await verified(world)
  const agent = await world.newcomer()
  return {
    input: { taxpayerId: owner.taxpayerId, agent: agent.accountId, scope: ['appointments'], days: 30 },
    token: owner.token,
  }
}

const started = (world: World): Promise<{ ticket: string; secret: string }> =>
  world.must('accounts/qrStart', { input: {} })

/** A day that no seat of this run is on. */
const farDay = (world: World): string => addDays(dayOf(world.services.clock()), world.random.int(40, 400))

const deadLetter = async (world: World): Promise<string> => {
  const { services } = world
  return transact(services, async (tx) => {
    const id = emit(tx, { kind: 'fuzz.unknown', due: tx.now, payload: {} })
    const doc = await tx.get(events, id)
    if (!doc) throw new Error('an emitted event is there')
    tx.replace(events, id, {
      ...doc,
      due: null,
      dead: true,
      attempts: 10,
      lastError: 'Error',
      diedAt: tx.now,
    })
    return id
  })
}

const anyone =
  (input: unknown): Recipe =>
  async () => ({ input })
const mine =
  (input: unknown): Recipe =>
  async (world) => ({ input, token: (await world.taxpayer()).token })
const timer =
  (name: string): Recipe =>
  async () => ({ input: {}, timer: name })

export const recipes: Readonly<Record<string, Recipe>> = {
  'appointments/halls': anyone({ position: { latitude: 32_060_000, longitude: 118_790_000 } }),
  'appointments/matters': anyone({}),
  'appointments/days': async (world) => {
    const { hallId, matter } = await world.freeSeat()
    return { input: { hallId, matter } }
  },
  'appointments/slots': async (world) => {
    const { hallId, matter, day } = await world.freeSeat()
    return { input: { hallId, matter, day } }
  },
  'appointments/hold': async (world) => ({
    input: await world.freeSeat(),
    token: (await world.taxpayer()).token,
  }),
  'appointments/book': async (world) => {
    if (world.random.chance(0.5))
      return { input: await world.freeSeat(), token: (await world.taxpayer()).token }
    const { person, id } = await booking(world, 'hold')
    return { input: { holdId: id }, token: person.token }
  },
  'appointments/cancel': async (world) => {
    const { person, id } = await booking(world, 'book')
    return { input: { id }, token: person.token }
  },
  'appointments/get': async (world) => {
    const { person, id } = await booking(world, 'hold')
    return { input: { id }, token: person.token }
  },
  'appointments/mine': mine({ view: 'upcoming' }),
  'appointments/dayList': async (world) => {
    const { hallId, day } = await world.freeSeat()
    return { input: { hallId, day }, token: world.staff.officer.token }
  },
  'appointments/setCapacity': async (world) => {
    const { hallId, day } = await world.freeSeat()
    return {
      input: {
        hallId,
        day,
        capacity: { online: world.random.int(150, 200), walkIn: 3, priority: 2 },
        reason,
      },
      token: world.staff.officer.token,
    }
  },
  'appointments/closeDay': async (world) => ({
    input: { hallId: world.random.pick(world.halls), day: farDay(world), reason },
    token: world.staff.supervisor.token,
  }),
  'appointments/openDays': timer('openDays'),
  'appointments/settle': timer('settle'),

  'accounts/signIn': async (world) => ({ input: { code: `good-${world.random.int(1, 9999)}` } }),
  'accounts/qrStart': anyone({}),
  'accounts/qrLook': async (world) => ({
    input: { ticket: (await started(world)).ticket },
    token: (await world.newcomer()).token,
  }),
  'accounts/qrConfirm': async (world) => ({
    input: { ticket: (await started(world)).ticket, accept: true },
    token: (await world.newcomer()).token,
  }),
  'accounts/qrFinish': async (world) => {
    const { ticket, secret } = await started(world)
    return { input: { ticket, secret } }
  },
  'accounts/signOutEverywhere': mine({}),
  'accounts/me': mine({}),
  'accounts/bind': async (world) => ({
    input: { kind: 'enterprise', name: '演示商贸有限公司', number: creditCode() },
    token: (await world.newcomer()).token,
  }),
  'accounts/setDefault': async (world) => {
    const person = await world.taxpayer()
    return { input: { taxpayerId: person.taxpayerId }, token: person.token }
  },
  'accounts/unbind': async (world) => {
    const person = await world.taxpayer()
    return { input: { taxpayerId: person.taxpayerId }, token: person.token }
  },
  'accounts/verify': async (world) => ({
    input: { taxpayerId: (await world.taxpayer()).taxpayerId, evidence: '身份证原件' },
    token: world.staff.officer.token,
  }),
  'accounts/authorise': authorised,
  'accounts/revoke': async (world) => {
    const wanted = await authorised(world)
    const { authorisation } = await world.must<{ authorisation: { id: string } }>(
      'accounts/authorise',
      wanted,
    )
    return { input: { authorisationId: authorisation.id }, token: wanted.token }
  },
  'accounts/grantRole': async (world) => ({
    input: {
      accountId: (await world.newcomer()).accountId,
      grant: { role: 'officer', halls: [world.random.pick(world.halls)] },
      reason,
    },
    token: world.staff.admin.token,
  }),
  'accounts/withdrawRole': async (world) => ({
    input: { accountId: (await world.newcomer()).accountId, role: 'officer', reason },
    token: world.staff.admin.token,
  }),
  'accounts/reveal': async (world) => ({
    input: { taxpayerId: (await world.taxpayer()).taxpayerId, field: 'name', purpose: '核对身份' },
    token: world.staff.officer.token,
  }),
  'accounts/accessLog': mine({}),
  'accounts/export': mine({}),
  'accounts/erase': mine({ confirm: 'ERASE' }),

  'timers/dispatch': timer('dispatch'),
  'timers/seal': timer('seal'),
  'timers/sweep': timer('sweep'),
  'timers/deadLetters': async (world) => ({ input: {}, token: world.staff.auditor.token }),
  'timers/requeue': async (world) => ({
    input: { eventId: await deadLetter(world) },
    token: world.staff.admin.token,
  }),
  'timers/auditHeads': anyone({}),
}
