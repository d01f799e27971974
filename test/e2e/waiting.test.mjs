/** Waiting for a full time, entering the ballot of a scarce day, and moving an appointment, in both builds. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { enter, enterWithTaxpayer, freeSeat } from '../harness/browser/people.mjs'
import { KINDS, usePlace } from './place.mjs'
import { HALL, MATTER } from './steps.mjs'

const place = usePlace()
const slotsOf = (day) => `/packages/booking/slot/index?hallId=${HALL}&matter=${MATTER}&day=${day}`
const wordsOf = async (phone, id) => (await phone.at(id).innerText()).trim()

const openDays = async ({ api }) => {
  const { days } = await api('appointments', 'days', { hallId: HALL, matter: MATTER })
  return days.filter(({ state }) => state === 'open').map(({ day }) => day)
}

/** The last free time of a day, with one seat, which somebody takes. */
const fill = async (world, kind, officer, day) => {
  const { slots } = await officer.api('appointments', 'slots', { hallId: HALL, matter: MATTER, day })
  const free = slots.filter(({ capacity, left }) => capacity.online === left.online)
  const { start } = free[free.length - 1]
  await officer.api('appointments', 'setCapacity', {
    hallId: HALL,
    day,
    start,
    capacity: { online: 1, walkIn: 2, priority: 1 },
    reason: '试验',
  })
  const taker = await enterWithTaxpayer(world, kind, `先约${day}`, { taxpayer: '司空示范' })
  await taker.api('appointments', 'book', { hallId: HALL, matter: MATTER, day, start })
  return start
}

for (const kind of KINDS) {
  journey(
    'a full time is waited for, and its line left again',
    { kind, place, person: '等候的人' },
    async (phone, { world, person }) => {
      const officer = await enter(world, kind, '周敏')
      const [day] = (await openDays(officer)).slice(-2)
      const start = await fill(world, kind, officer, day)
      await phone.open(slotsOf(day))
      await phone.tap(`slot-${start}`)
      await phone.tap('join-line')
      await phone.tap('join')
      await phone.at('joined').waitFor()
      const { items } = await person.api('waitlist', 'mine')
      assert.deepEqual(
        items.map(({ state, place: at }) => [state, at]),
        [['waiting', 1]],
      )
      await phone.tap('leave')
      await phone.tap('leave-sheet-confirm')
      await phone.at('again').waitFor()
    },
  )

  journey(
    'a balloted day is entered, and its ballot looked at',
    { kind, place, person: '抽签的人' },
    async (phone, { world, person }) => {
      const officer = await enter(world, kind, '周敏')
      const days = await openDays(officer)
      const day = days[days.length - 1]
      const closesAt = Date.parse(`${day}T12:00:00+08:00`) - 24 * 3_600_000
      const { ballot } = await officer.api('waitlist', 'announce', { hallId: HALL, day, closesAt })
      const { slots } = await officer.api('appointments', 'slots', { hallId: HALL, matter: MATTER, day })
      await phone.open(
        `/packages/booking/wait/index?hallId=${HALL}&matter=${MATTER}&day=${day}&start=${slots[0].start}`,
      )
      await phone.tap('join')
      await phone.at('joined').waitFor()
      assert.equal((await person.api('waitlist', 'mine')).items[0].state, 'entered')
      await phone.tap('to-ballot')
      assert.equal(await wordsOf(phone, 'commitment'), ballot.commitment)
      assert.equal(await phone.at('check-early').isVisible(), true)
    },
  )

  journey(
    'an appointment is moved: the new time is sure before the old one is given up',
    { kind, place, person: '改约的人' },
    async (phone, { person }) => {
      const seat = await freeSeat(person, { hallId: HALL, matter: MATTER })
      const { appointment } = await person.api('appointments', 'book', seat)
      await phone.open(`/packages/booking/ticket/index?id=${appointment.id}`)
      await phone.tap('rebook')
      await phone.page.locator('[id^="slot-"]:not(.off):not(.on):visible').first().waitFor()
      const [first] = await phone.page.$$eval('[id^="slot-"]:not(.off):not(.on)', (cells) =>
        cells.map(({ id }) => id),
      )
      await phone.tap(first)
      await phone.tap('rebook-sheet-confirm')
      await phone.at('rebooked').waitFor()
      const { items } = await person.api('appointments', 'mine', { view: 'upcoming' })
      assert.deepEqual(
        items.filter(({ state }) => state === 'booked').map(({ start }) => `slot-${start}`),
        [first],
      )
      await phone.tap('new-ticket')
      await phone.at('ticket-qr').waitFor()
    },
  )
}
