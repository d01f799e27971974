/** One appointment from hold to rating, lived by a taxpayer and an officer in two browsers, with the display on the wall; at an hour of the demonstration's own. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { openPhone } from '../harness/browser/driver.mjs'
import { launch } from '../harness/browser/launch.mjs'
import { enter, enterWithTaxpayer } from '../harness/browser/people.mjs'
import { startServer } from '../harness/browser/process.mjs'
import { digitsOf, HALL } from './steps.mjs'

const TAXPAYER = '林小雨'
const OFFICER = '周敏'
const DAY_MS = 86_400_000
/** From the press until it is on the wall. */
const ON_THE_WALL_MS = 2_000

const dayText = (at) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
/** The Tuesday of last week, and the Monday before it: both are working days outside of long holidays. */
const tuesday = (() => {
  const now = Date.now()
  const weekday = new Date(now + 8 * 3_600_000).getUTCDay() || 7
  return dayText(now - (weekday + 5) * DAY_MS)
})()
const monday = dayText(Date.parse(`${tuesday}T00:00:00Z`) - DAY_MS - 8 * 3_600_000)

const place = {}
/** The server at that time of the demonstration, on the same data. */
const at = async (time) => {
  await place.server?.close()
  place.server = await startServer(place.folder, { DEMO_TIME: time })
  place.world = { web: place.server }
}
before(async () => {
  place.folder = await mkdtemp(path.join(os.tmpdir(), 'shuibang-hall-day-'))
  place.browser = await launch()
})
after(async () => {
  await place.browser?.close()
  await place.server?.close()
  await rm(place.folder, { recursive: true, force: true })
})

const opened = async (person, start) => {
  const { token, accountId } = person ?? {}
  return openPhone('web', place.browser, place.world, { token, accountId, start })
}
const shows = (phone, id, words, timeout) =>
  phone.page.locator(`[id="${id}"]:visible`, { hasText: words }).first().waitFor({ timeout })

/** The day before: held, counted down, booked. */
const book = async () => {
  await at(`${monday}T10:00`)
  const phone = await opened(
    await enterWithTaxpayer(place.world, 'web', TAXPAYER),
    `/packages/booking/slot/index?hallId=${HALL}&matter=SB01&day=${tuesday}`,
  )
  await phone.tap('slot-600')
  await phone.tap('confirm')
  await phone.at('held-clock').waitFor()
  await phone.tap('book')
  await phone.at('booked').waitFor()
  const code = await digitsOf(phone, 'ticket-code')
  assert.deepEqual(await phone.close(), [])
  return code
}

test('web: an appointment from hold to rating; each call is on the wall within two seconds', async () => {
  const code = await book()
  await at(`${tuesday}T09:50`)
  const person = await enter(place.world, 'web', TAXPAYER)
  const wall = await opened(undefined, `/packages/hall-desk/display/index?hallId=${HALL}`)
  await wall.at('wall-none').waitFor()

  // At the door.
  const officer = await opened(
    await enter(place.world, 'web', OFFICER),
    `/packages/hall-desk/door/index?hallId=${HALL}`,
  )
  await officer.type('code', code)
  await officer.tap('admit')
  const number = (await officer.at('given-number').innerText()).trim()
  assert.match(number, /^[A-Z]\d{3}$/)

  // On her own phone: her number comes first.
  const phone = await opened(person, '/packages/booking/mine/index')
  const [{ id }] = (await person.api('queue', 'mine', {})).items
  await phone.tap(`number-${id}`)
  await shows(phone, 'number', number)

  // At the window, which opens and calls.
  await officer.open(`/packages/hall-desk/desk/index?hallId=${HALL}`)
  await officer.tap('window-3')
  await officer.tap('open-window')
  await officer.tap('do-next')
  await shows(wall, 'wall-window-3', number, ON_THE_WALL_MS)
  await shows(phone, 'window', '3', 20_000)
  await shows(officer, 'at-number', number)
  await officer.tap('do-recall')
  await officer.tap('do-serve')
  await officer.tap('do-finish')
  await officer.at('said').waitFor()

  // And what she thinks of it.
  await phone.at('rate').waitFor({ timeout: 40_000 })
  await phone.tap('star-5')
  await phone.tap('rate-send')
  await phone.at('rated').waitFor()
  const { items } = await (await enter(place.world, 'web', OFFICER)).api('queue', 'ratings', { hallId: HALL })
  assert.deepEqual(
    items.map(({ number: rated, stars }) => [rated, stars]),
    [[number, 5]],
  )
  for (const one of [wall, officer, phone]) assert.deepEqual(await one.close(), [])
})
