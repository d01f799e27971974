/** The officer's day: who comes, seats changed, the day closed; and what the taxpayer then sees. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { enter, enterWithTaxpayer, freeSeat } from '../harness/browser/people.mjs'
import { KINDS, usePlace } from './place.mjs'
import { HALL, MATTER, digitsOf } from './steps.mjs'

const place = usePlace()
const OFFICER = '周敏'
const dayOf = (day) => `/packages/office/day/index?hallId=${HALL}&day=${day}`

for (const kind of KINDS) {
  journey(
    'finds a booking in the list of its day, with a masked name',
    { kind, place, person: OFFICER, taxpayer: false },
    async (phone, { world }) => {
      const taxpayer = await enterWithTaxpayer(world, kind, '名单上的人', { taxpayer: '司马示范' })
      const { appointment } = await taxpayer.api(
        'appointments',
        'book',
        await freeSeat(taxpayer, { hallId: HALL, matter: MATTER }),
      )
      await phone.open(dayOf(appointment.day))
      await phone.at('people').waitFor()
      const list = await phone.at('people').innerText()
      assert.ok(list.replace(/\s/g, '').includes(appointment.code), list)
      assert.ok(!/司马示范|名单上的人/.test(list) && list.includes('*'), `the name is masked: ${list}`)
      assert.equal(await digitsOf(phone, 'sum-coming'), '1')
    },
  )

  journey('reaches the list from Me', { kind, place, person: OFFICER, taxpayer: false }, async (phone) => {
    await phone.open('/pages/me/index')
    await phone.tap('office-day')
    await phone.at('next-day').waitFor()
  })

  journey(
    'changes the seats of a time',
    { kind, place, person: OFFICER, taxpayer: false },
    async (phone, { world, person }) => {
      const { day, start } = await freeSeat(await enter(world, kind, '看座位的人'), {
        hallId: HALL,
        matter: MATTER,
      })
      await phone.open(dayOf(day))
      await phone.tap(`edit-${start}`)
      await phone.type('capacity-online', '7')
      await phone.type('capacity-reason', '临时增开窗口')
      await phone.tap('capacity-yes')
      await phone.at('said').waitFor()
      const { slots } = await person.api('appointments', 'dayList', { hallId: HALL, day })
      assert.equal(slots.find((slot) => slot.start === start).capacity.online, 7)
    },
  )

  journey(
    'closes a day, and its taxpayer reads why',
    { kind, place, person: OFFICER, taxpayer: false },
    async (phone, { world }) => {
      const taxpayer = await enterWithTaxpayer(world, kind, '被通知的人')
      const { days } = await taxpayer.api('appointments', 'days', { hallId: HALL, matter: MATTER })
      const { day } = days.filter(({ state }) => state === 'open').at(-1)
      const { slots } = await taxpayer.api('appointments', 'slots', { hallId: HALL, matter: MATTER, day })
      const { start } = slots.find(({ state, left }) => state === 'open' && left.online > 0)
      const { appointment } = await taxpayer.api('appointments', 'book', {
        hallId: HALL,
        matter: MATTER,
        day,
        start,
      })
      await phone.open(dayOf(day))
      await phone.tap('close-day')
      await phone.type('close-reason', '设备检修')
      await phone.tap('close-yes')
      await phone.at('said').waitFor()
      const { slots: after } = await taxpayer.api('appointments', 'slots', {
        hallId: HALL,
        matter: MATTER,
        day,
      })
      assert.ok(
        after.every(({ state }) => state !== 'open'),
        'nothing can be booked any more',
      )
      assert.ok(
        ['booked', 'cancelledByHall'].includes(
          (await taxpayer.api('appointments', 'get', { id: appointment.id })).appointment.state,
        ),
      )
    },
  )

  journey('is refused to a taxpayer', { kind, place, person: '不是税务人员' }, async (phone) => {
    await phone.open(dayOf('2026-12-01'))
    await phone.page.locator('.sb-blank:visible').first().waitFor()
    assert.deepEqual(await phone.idsOf('edit-'), [])
  })
}
