/** What a person sees when it does not go through: a full time, something to be done online, no network, an ended session, a refused position. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { enter, enterWithTaxpayer, freeSeat } from '../harness/browser/people.mjs'
import { KINDS, usePlace } from './place.mjs'
import { HALL, MATTER, takeSlot } from './steps.mjs'

const place = usePlace()
const slotsOf = (matter = MATTER) => `/packages/booking/slot/index?hallId=${HALL}&matter=${matter}`

for (const kind of KINDS) {
  journey(
    'the last seat is taken by somebody else: the nearest free times are offered',
    { kind, place, person: '慢一步的人' },
    async (phone, { world }) => {
      const officer = await enter(world, kind, '周敏')
      const other = await enterWithTaxpayer(world, kind, '快一步的人')
      const seat = await freeSeat(other, { hallId: HALL, matter: MATTER })
      await officer.api('appointments', 'setCapacity', {
        hallId: HALL,
        day: seat.day,
        start: seat.start,
        capacity: { online: 1, walkIn: 0, priority: 0 },
        reason: '只剩一个',
      })
      await phone.open(slotsOf())
      await phone.tap(`day-${seat.day}`)
      await phone.at(`slot-${seat.start}`).waitFor()
      await other.api('appointments', 'book', seat)
      await phone.tap(`slot-${seat.start}`)
      await phone.at('refusal').waitFor()
      const near = phone.page.locator('[id^="near-"]:visible').first()
      await near.waitFor()
      await near.click()
      await phone.page.locator('[id="confirm"]:visible:not([aria-disabled="true"])').first().waitFor()
    },
  )

  journey(
    'a matter that is done online shows the way there',
    { kind, place, person: '可以网办的人' },
    async (phone, { person }) => {
      const { matters } = await person.api('appointments', 'matters')
      const { code } = matters.find(({ online }) => online !== undefined)
      await phone.open(`/packages/booking/matter/index?hallId=${HALL}`)
      await phone.tap(`matter-${code}`)
      await phone.at('online-go').waitFor()
      await phone.tap('online-other')
      await phone.at('online-go').waitFor({ state: 'hidden' })
    },
  )

  journey(
    'without network it says so and goes on when it is back',
    { kind, place, person: '地铁里的人' },
    async (phone, { person }) => {
      const { day, start } = await freeSeat(person, { hallId: HALL, matter: MATTER })
      await phone.open(slotsOf())
      await phone.tap(`day-${day}`)
      await phone.at(`slot-${start}`).waitFor()
      await phone.offline(true)
      await phone.tap(`slot-${start}`)
      await phone.see(/网络不通/)
      await phone.offline(false)
      await phone.tap(`slot-${start}`)
      await phone.page.locator('[id="confirm"]:visible:not([aria-disabled="true"])').first().waitFor()
    },
  )

  journey(
    'a hold is kept through the confirmation and can be given up',
    { kind, place, person: '改主意的人' },
    async (phone, { person }) => {
      await phone.open(slotsOf())
      const { day } = await freeSeat(person, { hallId: HALL, matter: MATTER })
      await phone.tap(`day-${day}`)
      await takeSlot(phone)
      await phone.tap('confirm')
      await phone.at('book').waitFor()
      const { items } = await person.api('appointments', 'mine')
      assert.deepEqual(
        items.map(({ state }) => state),
        ['held'],
      )
    },
  )
}

journey(
  'an ended session asks to sign in again',
  { kind: 'web', place, token: 'not.a.session', start: '/pages/me/index' },
  async (phone) => {
    await phone.at('sign-in-page').waitFor()
  },
)

journey(
  'position is asked for with its purpose, and refusing leaves a way by hand',
  { kind: 'weapp', place, privacy: true },
  async (phone) => {
    await phone.open('/packages/booking/hall/index')
    await phone.tap('nearest')
    await phone.page.locator('#wx-modal .cancel').click()
    await phone.at(`hall-${HALL}`).waitFor()
    await phone.tap('nearest')
    await phone.page.locator('#wx-modal .confirm').click()
    await phone.page.locator('.sb-card.next [id^="hall-"]:visible').waitFor()
  },
)
