/** A phone whose clock is wrong books like any other: what is kept, and until when, goes by the server's time. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { KINDS, usePlace } from './place.mjs'
import { chooseSeat, digitsOf } from './steps.mjs'

const place = usePlace()
const MINUTE = 60_000
const CLOCKS = [
  ['15 minutes ahead', 15 * MINUTE],
  ['3 days behind', -3 * 24 * 60 * MINUTE],
]

for (const kind of KINDS)
  for (const [words, ahead] of CLOCKS)
    journey(
      `books on a phone that is ${words}`,
      { kind, place, ahead, person: `时钟不准的人${ahead > 0 ? '甲' : '乙'}` },
      async (phone) => {
        await phone.open('/packages/booking/hall/index')
        await chooseSeat(phone)
        const [, minutes] = /(\d{1,2}):[0-5]\d/.exec(await phone.at('held-clock').innerText()) ?? []
        assert.ok(Number(minutes) >= 9, `a seat is kept for ten minutes; the clock says ${minutes}`)
        await phone.tap('confirm')
        await phone.at('held-clock').waitFor()
        await phone.tap('book')
        await phone.at('booked').waitFor()
        assert.match(await digitsOf(phone, 'ticket-code'), /^\d{6}$/)
        await phone.open('/pages/home/index')
        await phone.at('next-ticket').waitFor()
      },
    )
