/** Signed out, or signed out elsewhere: nothing personal is asked for, one question to sign in, and back to what was chosen. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { enter, enterWithTaxpayer, freeSeat } from '../harness/browser/people.mjs'
import { usePlace } from './place.mjs'
import { HALL, MATTER, chooseSeat, digitsOf } from './steps.mjs'

const place = usePlace()
/** Stands on the sign-in page and has a taxpayer from the start. */
const LIN = '林小雨'
const ticketOf = (id) => `/packages/booking/ticket/index?id=${id}`

const PERSONAL = /^(appointments\/(get|mine|book|hold|cancel)|accounts\/(me|accessLog))$/
const personal = (phone) => phone.calls.filter(({ procedure }) => PERSONAL.test(procedure))
const refused = (phone) => personal(phone).filter(({ status }) => status === 401)
const asked = (phone) => phone.page.locator('[id="sign-in-page"]').count()

const booked = async (person) => {
  const { items } = await person.api('appointments', 'mine', { view: 'upcoming' })
  const known = items.find(({ state }) => state === 'booked')
  if (known) return known
  const seat = await freeSeat(person, { hallId: HALL, matter: MATTER })
  return (await person.api('appointments', 'book', seat)).appointment
}

/** So that the first free time is free for her too. */
const cancelAll = async (person) => {
  const { items } = await person.api('appointments', 'mine', { view: 'upcoming' })
  for (const { id, state } of items)
    if (state === 'booked' || state === 'held') await person.api('appointments', 'cancel', { id })
}

const signInAs = async (phone, who) => {
  await phone.at('sign-in-page').waitFor()
  assert.equal(await asked(phone), 1, 'one question to sign in')
  await phone.tap(`person-${who}`)
}

journey('a shared ticket is opened signed out', { kind: 'web', place }, async (phone, { world }) => {
  const ticket = await booked(await enterWithTaxpayer(world, 'web', LIN))
  await phone.open(ticketOf(ticket.id))
  await phone.at('signed-out').waitFor()
  await phone.page.waitForTimeout(3000)
  assert.deepEqual(personal(phone), [])
  await phone.tap('sign-in')
  await signInAs(phone, LIN)
  assert.equal(await digitsOf(phone, 'ticket-code'), ticket.code)
  await phone.page.waitForTimeout(1000)
  assert.deepEqual(refused(phone), [])
  assert.ok(personal(phone).length <= 6, JSON.stringify(personal(phone)))
})

journey(
  'the session of a ticket ended elsewhere',
  { kind: 'web', place, person: LIN },
  async (phone, { person }) => {
    const ticket = await booked(person)
    await phone.open(ticketOf(ticket.id))
    await phone.at('ticket-qr').waitFor()
    await person.api('accounts', 'signOutEverywhere')
    phone.calls.length = 0
    await phone.page.reload()
    await phone.at('sign-in-page').waitFor()
    await phone.page.waitForTimeout(2000)
    assert.ok(refused(phone).length <= 2, JSON.stringify(personal(phone)))
    await signInAs(phone, LIN)
    assert.equal(await digitsOf(phone, 'ticket-code'), ticket.code)
    await phone.page.waitForTimeout(1000)
    assert.ok(refused(phone).length <= 2, 'the new session is not refused')
    assert.ok(personal(phone).length <= 8, JSON.stringify(personal(phone)))
  },
)

/** On the confirmation page with a kept seat, whose session then ends elsewhere. */
const confirmAndEnd = async (phone, person) => {
  await cancelAll(person)
  await phone.open('/packages/booking/hall/index')
  const seat = await chooseSeat(phone)
  await phone.tap('confirm')
  await phone.at('held-clock').waitFor()
  await phone.page.waitForLoadState('networkidle')
  await phone.page.waitForTimeout(500)
  await person.api('accounts', 'signOutEverywhere')
  phone.calls.length = 0
  await phone.tap('book')
  await phone.at('sign-in-page').waitFor()
  await phone.page.waitForTimeout(2000)
  assert.ok(refused(phone).length <= 3, JSON.stringify(personal(phone)))
  return seat
}

journey(
  'the session ended on the confirmation: the seat is still kept for the same person',
  { kind: 'web', place, person: LIN },
  async (phone, { world, person }) => {
    const seat = await confirmAndEnd(phone, person)
    await signInAs(phone, LIN)
    await phone.at('held-clock').waitFor()
    await phone.tap('book')
    await phone.at('booked').waitFor()
    assert.ok(refused(phone).length <= 3, 'the new session is not refused')
    const again = await enter(world, 'web', LIN)
    const { items } = await again.api('appointments', 'mine', { view: 'upcoming' })
    const same = items.filter(({ day, start }) => day === seat.day && start === seat.start)
    assert.deepEqual(
      same.map(({ state }) => state),
      ['booked'],
    )
  },
)

journey(
  'another person who signs in then sees the choice and nothing of the first',
  { kind: 'web', place, person: LIN },
  async (phone, { person }) => {
    const { taxpayers } = await person.api('accounts', 'me')
    await confirmAndEnd(phone, person)
    await signInAs(phone, 'new')
    await phone.at('add-taxpayer').waitFor()
    const words = await phone.page.locator('.sb:visible').first().innerText()
    for (const { name } of taxpayers) assert.ok(!words.includes(name), `${name} is hers alone`)
    assert.equal(await phone.page.locator('[id="held-clock"]:visible').count(), 0)
    await phone.at('book').waitFor()
    const kept = await phone.page.evaluate(() =>
      Object.entries(localStorage).flatMap(([name, text]) => (/ap_/.test(text) ? [name] : [])),
    )
    assert.deepEqual(kept, [], 'nothing of hers is kept')
  },
)

journey(
  "WeChat's user is signed in on every page",
  { kind: 'weapp', place, openid: 'openid-known-to-wechat' },
  async (phone) => {
    for (const [page, shown] of [
      ['/pages/home/index', 'next-book'],
      ['/pages/me/index', 'taxpayers'],
      ['/packages/account/privacy/index', 'erase'],
      ['/packages/account/taxpayer/index', 'add'],
      ['/packages/account/settings/index', 'signed-in-by-wechat'],
      ['/packages/booking/mine/index', 'mine-view'],
    ]) {
      await phone.open(page)
      await phone.at(shown).waitFor()
      assert.equal(await phone.page.locator('[id="sign-in"]:visible').count(), 0, page)
    }
    await phone.open('/packages/account/settings/index')
    await phone.tap('sign-out-all')
    await phone.tap('sign-out-sheet-confirm')
    await phone.at('sign-out-sheet').waitFor({ state: 'hidden' })
    await phone.open('/packages/account/privacy/index')
    await phone.at('erase').waitFor()
    assert.deepEqual(refused(phone), [])
    assert.ok(!phone.calls.some(({ procedure }) => procedure === 'accounts/signIn'))
  },
)
