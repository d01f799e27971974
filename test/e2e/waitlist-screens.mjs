/** The screens of waiting: a line that was joined, a seat that is offered, the ballot of a day, and another time for an appointment. */
import { enterWithTaxpayer } from '../harness/browser/people.mjs'
import { HALL, MATTER } from './steps.mjs'

const BOOKING = '/packages/booking'
const WAITLIST = '/packages/waitlist'
const NOON = 12 * 3_600_000

/** Noon of the day before, in Shanghai. */
const noonBefore = (day) => Date.parse(`${day}T00:00:00+08:00`) - 24 * 3_600_000 + NOON

const seatsOf = (officer, place, online) =>
  officer.api('appointments', 'setCapacity', {
    ...place,
    capacity: { online, walkIn: 2, priority: 1 },
    reason: '画面需要',
  })

/** A time that is full, with a seat more once people wait: who leaves the line has the next one asked at once, but at night. */
const prepareLine = async (world, kind, officer, place) => {
  const enter = (name, taxpayer) => enterWithTaxpayer(world, kind, name, { taxpayer })
  await seatsOf(officer, place, 1)
  const taker = await enter('先约的人', '司空示范')
  await taker.api('appointments', 'book', { ...place, matter: MATTER })
  const [passer, waiter, other] = [
    await enter('退出的人', '慕容示范'),
    await enter('等候的人', '诸葛示范'),
    await enter('后来的人', '东方示范'),
  ]
  const join = async ({ api }) => (await api('waitlist', 'join', { ...place, matter: MATTER })).wait.id
  const left = await join(passer)
  const [offered, waiting] = [await join(waiter), await join(other)]
  await seatsOf(officer, place, 2)
  await passer.api('waitlist', 'leave', { id: left })
  return { standby: waiter, other, offered, waiting, full: place }
}

/** Of the last day that can be booked a ballot is announced; of the one before it a time is full. */
export const prepareWaits = async (world, kind, officer) => {
  const { days } = await officer.api('appointments', 'days', { hallId: HALL, matter: MATTER })
  const open = days.filter(({ state }) => state === 'open').map(({ day }) => day)
  const [lined, balloted] = open.slice(-2)
  const { slots } = await officer.api('appointments', 'slots', { hallId: HALL, matter: MATTER, day: lined })
  const free = slots.filter(({ capacity, left }) => capacity.online === left.online)
  const place = { hallId: HALL, day: lined, start: free[free.length - 1].start }
  const line = await prepareLine(world, kind, officer, place)
  await officer.api('waitlist', 'announce', {
    hallId: HALL,
    day: balloted,
    closesAt: noonBefore(balloted),
  })
  return { ...line, balloted, lined, ballotStart: slots[0].start }
}

const wishOf = ({ day, start }) => `hallId=${HALL}&matter=${MATTER}&day=${day}&start=${start}`

/** `ready` as in screens.mjs. At night nobody is asked: what would be offered waits then. */
export const WAITLIST_SCREENS = [
  { name: 'waits', address: () => `${WAITLIST}/list/index`, ready: '#waits', by: 'standby' },
  { name: 'waits-none', address: () => `${WAITLIST}/list/index`, ready: '.sb-blank' },
  {
    name: 'wait-offered',
    address: ({ offered }) => `${WAITLIST}/one/index?id=${offered}`,
    ready: '#accept, #leave',
    by: 'standby',
  },
  {
    name: 'wait-decline',
    address: ({ offered }) => `${WAITLIST}/one/index?id=${offered}`,
    ready: '#leave-sheet',
    by: 'standby',
    after: async (phone) => {
      await phone.page.locator(':is(#decline, #leave):visible').first().waitFor()
      await phone.tap((await phone.idsOf('decline'))[0] ?? 'leave')
    },
  },
  { name: 'home-seat', address: () => '/pages/home/index', ready: '#next-seat, #next', by: 'standby' },
  {
    name: 'wait-joined',
    address: ({ waiting }) => `${WAITLIST}/one/index?id=${waiting}&fresh=1`,
    ready: '#joined',
    by: 'other',
  },
  { name: 'mine-waits', address: () => `${BOOKING}/mine/index`, ready: '#waits', by: 'other' },
  {
    name: 'slots-full',
    address: ({ full }) => `${BOOKING}/slot/index?hallId=${HALL}&matter=${MATTER}&day=${full.day}`,
    ready: '#join-line',
    after: async (phone, { full }) => phone.tap(`slot-${full.start}`),
  },
  {
    name: 'slots-balloted',
    address: ({ balloted }) => `${BOOKING}/slot/index?hallId=${HALL}&matter=${MATTER}&day=${balloted}`,
    ready: '#ballot-note',
  },
  { name: 'join-line', address: ({ full }) => `${BOOKING}/wait/index?${wishOf(full)}`, ready: '#how' },
  {
    name: 'join-ballot',
    address: ({ balloted, ballotStart }) =>
      `${BOOKING}/wait/index?${wishOf({ day: balloted, start: ballotStart })}`,
    ready: '#how',
  },
  {
    name: 'ballot',
    address: ({ balloted }) => `${WAITLIST}/ballot/index?hallId=${HALL}&day=${balloted}`,
    ready: '#ballot-facts',
  },
  {
    name: 'rebook',
    address: ({ booked }) => `${BOOKING}/rebook/index?id=${booked.id}`,
    ready: '[id^="slot-"]',
  },
  {
    name: 'rebook-sure',
    address: ({ booked }) => `${BOOKING}/rebook/index?id=${booked.id}`,
    ready: '#rebook-sheet',
    after: async (phone, { booked }) => {
      await phone.page.locator('[id^="slot-"]:not(.off):visible').first().waitFor()
      const free = await phone.page.$$eval('[id^="slot-"]:not(.off):not(.on)', (cells) =>
        cells.map(({ id }) => id),
      )
      await phone.tap(free.find((id) => id !== `slot-${booked.start}`))
    },
  },
  {
    name: 'office-ballot',
    address: ({ balloted }) => `/packages/office/day/index?hallId=${HALL}&day=${balloted}`,
    ready: '#day-ballot',
    officer: true,
    desk: true,
  },
  {
    name: 'office-announce',
    address: ({ lined }) => `/packages/office/day/index?hallId=${HALL}&day=${lined}`,
    ready: '#announce-sheet',
    officer: true,
    goes: ['announce'],
  },
]
