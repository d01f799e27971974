/** How calls of `appointments` succeed, and who is a stranger to what they touch. */
import { nextWorkingDays } from '../../../functions/core/pure/calendar'
import { dayOf } from '../../../functions/core/pure/time'
import { anyone, mine, timer, type FunctionCases } from '../../harness/fuzz/cases'
import { uploaded } from '../files/cases'
import type { SeatWish, Taxpayer, World } from '../../harness/fuzz/world'

const reason = '设备检修'
let closings = 0
/** Closed for the same reason twice, a day is refused. */
const newReason = (): string => `设备检修第${(closings += 1)}次`

export const booking = async (
  world: World,
  procedure: 'hold' | 'book',
  wish: SeatWish = {},
): Promise<{ readonly person: Taxpayer; readonly id: string }> => {
  const person = await world.taxpayer()
  const { appointment } = await world.must<{ appointment: { id: string } }>(`appointments/${procedure}`, {
    input: await world.freeSeat(wish),
    token: person.token,
  })
  return { person, id: appointment.id }
}

/** A working day that no seat of this run is on: the booking window is five of them. */
const farDay = (world: World): string =>
  world.random.pick(nextWorkingDays(dayOf(world.services.clock()), 25).days.slice(12))

const noteOf = ({ person, id }: { readonly person: Taxpayer; readonly id: string }) => ({
  input: { id, text: '带了委托书原件', photos: [] },
  token: person.token,
})

/** With a photo for the counter. */
const bookingWithPhoto = async (world: World) => {
  const { person, id } = await booking(world, 'book')
  const fileId = await uploaded(world, person)
  await world.must('appointments/setNote', { input: { id, text: '', photos: [fileId] }, token: person.token })
  return { person, id, fileId }
}

export const cases: FunctionCases = {
  recipes: {
    halls: anyone({ position: { latitude: 32_060_000, longitude: 118_790_000 } }),
    matters: anyone({}),
    days: async (world) => {
      const { hallId, matter } = await world.freeSeat()
      return { input: { hallId, matter } }
    },
    slots: async (world) => {
      const { hallId, matter, day } = await world.freeSeat()
      return { input: { hallId, matter, day } }
    },
    hold: async (world) => ({
      input: await world.freeSeat(),
      token: (await world.taxpayer()).token,
    }),
    book: async (world) => {
      if (world.random.chance(0.5))
        return { input: await world.freeSeat(), token: (await world.taxpayer()).token }
      const { person, id } = await booking(world, 'hold')
      return { input: { holdId: id }, token: person.token }
    },
    cancel: async (world) => {
      const { person, id } = await booking(world, 'book')
      return { input: { id }, token: person.token }
    },
    rebook: async (world) => {
      const { person, id } = await booking(world, 'book')
      const { hallId, day, start } = await world.freeSeat()
      return { input: { id, hallId, day, start }, token: person.token }
    },
    get: async (world) => {
      const { person, id } = await booking(world, 'hold')
      return { input: { id }, token: person.token }
    },
    proof: async (world) => {
      const { person, id } = await booking(world, 'book')
      return { input: { id }, token: person.token }
    },
    note: async (world) => {
      const { person, id } = await booking(world, 'book')
      return { input: { id }, token: person.token }
    },
    setNote: async (world) => noteOf(await booking(world, 'book')),
    photo: async (world) => {
      const { person, id, fileId } = await bookingWithPhoto(world)
      return { input: { id, fileId }, token: person.token }
    },
    counterNote: async (world) => ({
      input: { id: (await bookingWithPhoto(world)).id },
      token: world.staff.officer.token,
    }),
    counterPhoto: async (world) => {
      const { id, fileId } = await bookingWithPhoto(world)
      return { input: { id, fileId }, token: world.staff.officer.token }
    },
    mine: mine({ view: 'upcoming' }),
    dayList: async (world) => {
      const { hallId, day } = await world.freeSeat()
      return { input: { hallId, day }, token: world.staff.officer.token }
    },
    tallies: async (world) => {
      const { hallId, day } = await world.freeSeat()
      return { input: { hallId, until: day }, token: world.staff.officer.token }
    },
    setCapacity: async (world) => {
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
    closeDay: async (world) => ({
      input: { hallId: world.random.pick(world.halls), day: farDay(world), reason: newReason() },
      token: world.staff.supervisor.token,
    }),
    reopenDay: async (world) => {
      const named = { hallId: world.random.pick(world.halls), day: farDay(world), reason: newReason() }
      const { token } = world.staff.supervisor
      await world.must('appointments/closeDay', { input: named, token })
      return { input: named, token }
    },
    openDays: timer('openDays'),
    recount: timer('recount'),
    settle: timer('settle'),
  },
  strangers: {
    book: 'taxpayer',
    cancel: 'taxpayer',
    rebook: 'taxpayer',
    get: 'taxpayer',
    proof: 'taxpayer',
    note: 'taxpayer',
    setNote: 'taxpayer',
    photo: 'taxpayer',
    counterNote: 'officer elsewhere',
    counterPhoto: 'officer elsewhere',
    hold: 'taxpayer',
    dayList: 'officer elsewhere',
    tallies: 'officer elsewhere',
    setCapacity: 'officer elsewhere',
    closeDay: 'officer elsewhere',
    reopenDay: 'officer elsewhere',
  },
  owned: {
    hold: async (world) => ({
      ...(await world.freeSeat()),
      taxpayerId: (await world.taxpayer()).taxpayerId,
    }),
    book: async (world) => ({ holdId: (await booking(world, 'hold')).id }),
  },
  open: {
    halls: 'a public catalogue',
    matters: 'a public catalogue',
    days: 'a public catalogue',
    slots: 'a public catalogue',
  },
  unknown: {
    id: `ap_${'0'.repeat(26)}`,
    holdId: `ap_${'0'.repeat(26)}`,
    fileId: `fl_${'0'.repeat(32)}`,
    taxpayerId: 'tp_nobody',
    hallId: 'no-such-hall',
  },
}
