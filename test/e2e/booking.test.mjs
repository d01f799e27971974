/** A tap in the built output, through the built functions, to a durable commit and back on the screen; on both builds. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { enterWithTaxpayer, freeSeat } from '../harness/browser/people.mjs'
import { KINDS, usePlace } from './place.mjs'
import { HALL, MATTER, chooseSeat, digitsOf, readQr, signInAsNew } from './steps.mjs'

const place = usePlace()
const ticketOf = (id) => `/packages/booking/ticket/index?id=${id}`

for (const kind of KINDS) {
  journey(
    'from the first start to a ticket, and cancelled',
    { kind, place, openid: 'openid-first-start' },
    async (phone) => {
      await signInAsNew(phone)
      await phone.tap('next-book')
      await chooseSeat(phone)
      await phone.tap('confirm')
      await phone.tap('book')
      await phone.at('booked').waitFor()
      assert.match(await digitsOf(phone, 'ticket-code'), /^\d{6}$/)
      await phone.tap('cancel')
      await phone.tap('cancel-yes')
      await phone.at('cancelled').waitFor()
    },
  )

  journey(
    'the ticket by its own address, after the functions were killed',
    { kind, place, person: '持票人甲' },
    async (phone, { world, person }) => {
      const seat = await freeSeat(person, { hallId: HALL, matter: MATTER })
      const { appointment } = await person.api('appointments', 'book', seat)
      if (kind === 'weapp') await world.killFunctions()
      await phone.open(ticketOf(appointment.id))
      assert.equal(await digitsOf(phone, 'ticket-code'), appointment.code)
      assert.equal(await readQr(phone, 'ticket-qr'), appointment.qr)
    },
  )

  journey(
    "another person's ticket is unknown",
    { kind, place, person: '持票人乙' },
    async (phone, { world, person }) => {
      const stranger = await enterWithTaxpayer(world, kind, '陌生人')
      const { appointment } = await stranger.api(
        'appointments',
        'book',
        await freeSeat(stranger, { hallId: HALL, matter: MATTER }),
      )
      await phone.open(ticketOf(appointment.id))
      const own = await phone.problem()
      await phone.open(ticketOf(`ap_${'0'.repeat(26)}`))
      assert.equal(await phone.problem(), own)
      assert.ok(person.token)
    },
  )

  journey('a hold is counted down', { kind, place, person: '看表的人' }, async (phone) => {
    await phone.open('/packages/booking/hall/index')
    await chooseSeat(phone)
    await phone.at('held-clock').waitFor()
    const left = async () => {
      const [, minutes, seconds] = /(\d{1,2}):([0-5]\d)/.exec(await phone.at('held-clock').innerText()) ?? []
      return Number(minutes) * 60 + Number(seconds)
    }
    const before = await left()
    assert.ok(before > 570 && before <= 600, `a hold lasts ten minutes; the clock says ${before} s`)
    await phone.page.waitForTimeout(2200)
    const after = await left()
    assert.ok(after < before && after >= before - 5, `from ${before} s to ${after} s`)
  })
}
