/** What a hall's row says of its hours: how busy today, and after closing when it opens next and how full that day is. */
import { instantOf } from '../../../functions/core/pure/time'
import { openComingDays } from '../../../functions/appointments/public'
import { DAY, eachWorld, HALL, wish, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const rowOf = async (hallId = HALL, language = 'zh-CN') => {
  const { halls } = await world.expect('halls', {}, { language })
  const row = halls.find(({ id }) => id === hallId)
  if (!row) throw new Error(`no row of ${hallId}`)
  const { load, openToday, next, nextUnknown } = row
  return { load, openToday, ...(next ? { next } : {}), ...(nextUnknown ? { nextUnknown } : {}) }
}

/** All of a day's seats but one slot's in ten are taken away or booked: enough to see a load. */
const bookOn = async (day: string): Promise<void> =>
  void (await world.expect('book', { ...wish, day }, { token: await world.signIn('林小雨') }))

it.each([
  ['open: its load, nothing of the next day', DAY, 600, { load: 0, openToday: true }],
  ['before it opens', DAY, 500, { load: 0, openToday: true, next: { day: DAY, from: 540, load: 0 } }],
  ['in the lunch break', DAY, 730, { load: 0, openToday: true, next: { day: DAY, from: 810, load: 0 } }],
  [
    'after closing: no load of today, but the next day’s',
    DAY,
    1020,
    { load: null, openToday: true, next: { day: '2026-11-25', from: 540, load: 0 } },
  ],
  [
    'on a Friday evening: Monday',
    '2026-11-27',
    1200,
    { load: null, openToday: true, next: { day: '2026-11-30', from: 540, load: 0 } },
  ],
  [
    'on a Sunday: Monday',
    '2026-11-29',
    600,
    { load: null, openToday: false, next: { day: '2026-11-30', from: 540, load: 0 } },
  ],
])('%s', async (_, day, minute, expected) => {
  world.now = instantOf(day, minute)
  expect(await rowOf()).toEqual(expected)
})

it('the load of the next day is of that day', async () => {
  const officer = await world.signIn('周敏')
  const order = { hallId: HALL, day: DAY, capacity: { online: 1, walkIn: 0, priority: 0 }, reason: '测试' }
  await world.expect('setCapacity', order, { token: officer })
  await bookOn(DAY)
  world.now = instantOf('2026-11-23', 1100)
  const { next } = await rowOf()
  // One of the thirteen slots' seats.
  expect(next).toEqual({ day: DAY, from: 540, load: 8 })
})

it('a day that was closed is passed over, and opened again is not', async () => {
  const officer = await world.signIn('周敏')
  await world.expect('closeDay', { hallId: HALL, day: DAY, reason: '停电' }, { token: officer })
  world.now = instantOf('2026-11-23', 1100)
  expect((await rowOf()).next?.day).toBe('2026-11-25')
  world.now = instantOf(DAY, 600)
  expect(await rowOf()).toMatchObject({ load: null, openToday: false, next: { day: '2026-11-25' } })
  await world.expect(
    'reopenDay',
    { hallId: HALL, day: DAY, reason: '恢复' },
    { token: await world.signIn('周敏') },
  )
  world.now += 2_000
  expect(await rowOf()).toEqual({ load: 0, openToday: true })
})

it('says why it cannot say: the next year’s holidays are not published', async () => {
  world.now = instantOf('2026-12-31', 1100)
  await openComingDays(world.instance.services)
  expect(await rowOf(HALL, 'en')).toEqual({
    load: null,
    openToday: true,
    nextUnknown: expect.objectContaining({ rule: expect.stringContaining('not published yet') }),
  })
})

it('a day whose seats are not released yet has no load', async () => {
  world.now = instantOf('2026-12-23', 1100)
  expect((await rowOf()).next).toEqual({ day: '2026-12-24', from: 540, load: null })
})
