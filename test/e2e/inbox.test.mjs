/** What one is told: a booking and a closed day stand in the inbox, lead to the ticket, and are read by that; on both builds. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { enter, untilUnread } from '../harness/browser/people.mjs'
import { KINDS, usePlace } from './place.mjs'
import { HALL, MATTER } from './steps.mjs'

const place = usePlace()
const wish = { hallId: HALL, matter: MATTER }

/** A seat of the last day that can be booked: closing it troubles nobody else. */
const lastSeat = async ({ api }) => {
  const { days } = await api('appointments', 'days', wish)
  const { day } = days.filter(({ state }) => state === 'open').at(-1)
  const { slots } = await api('appointments', 'slots', { ...wish, day })
  const { start } = slots.find(({ state, left }) => state === 'open' && left.online > 0)
  return { ...wish, day, start }
}

const unreadOnScreen = (phone) =>
  phone.page.locator('[id^="notice-"]:visible').filter({ hasText: '未读' }).count()

/** The list shows what was last known until the answer is there. */
const tapUnread = (phone, title) =>
  phone.page.locator('[id^="notice-"]:visible').filter({ hasText: title }).filter({ hasText: '未读' }).click()

/** Back, and until the page has gone. */
const leave = async (phone, id) => {
  await phone.back()
  await phone.page.locator(`[id="${id}"]`).waitFor({ state: 'detached' })
}

for (const kind of KINDS) {
  journey(
    'booked: one unread on Me, which opens the ticket and is read; closed by the hall: a second one',
    { kind, place, person: '收消息的人' },
    async (phone, { world, person }) => {
      const seat = await lastSeat(person)
      await person.api('appointments', 'book', seat)
      await untilUnread(world, kind, person, 1)
      await phone.open('/pages/me/index')
      await phone.at('inbox').filter({ hasText: '1 条未读' }).waitFor()
      await phone.tap('inbox')
      await tapUnread(phone, '预约成功')
      await phone.at('ticket-qr').waitFor()
      await leave(phone, 'ticket')
      await phone.at('read-all').waitFor({ state: 'detached' })
      assert.equal(await unreadOnScreen(phone), 0)

      const officer = await enter(world, kind, '周敏')
      await officer.api('appointments', 'closeDay', { hallId: HALL, day: seat.day, reason: '设备检修' })
      await untilUnread(world, kind, person, 1)
      await leave(phone, 'inbox-page')
      await phone.open('/pages/home/index')
      await phone.tap('home-inbox')
      await tapUnread(phone, '大厅取消了您的预约')
      await phone.see('设备检修')
      await leave(phone, 'ticket')
      assert.equal(await phone.page.locator('[id^="notice-"]:visible').count(), 2)
      await officer.api('appointments', 'reopenDay', { hallId: HALL, day: seat.day, reason: '已修好' })
      await untilUnread(world, kind, person, 1)
      await leave(phone, 'inbox-page')
      await phone.tap('home-inbox')
      await phone.tap('read-all')
      await phone.see('已全部标为已读')
      await untilUnread(world, kind, person, 0)
    },
  )
}
