/** Every screen, and how to come to see it: shared by the accessibility tests and the pictures. */
import { enter, enterWithTaxpayer, freeSeat, untilUnread } from '../harness/browser/people.mjs'
import { approve, handIn } from '../harness/browser/refunds.mjs'
import { HALL, MATTER } from './steps.mjs'

/** What the screens show: a booked ticket, a cancelled one, an officer's day with two people, refunds of the hall. */
export const prepareScene = async (world, kind, { taxpayer = '欧阳示范' } = {}) => {
  const person = await enterWithTaxpayer(world, kind, '画面里的人', { taxpayer })
  const officer = await enter(world, kind, '周敏')
  const wish = { hallId: HALL, matter: MATTER }
  const { appointment: dropped } = await person.api('appointments', 'book', await freeSeat(person, wish))
  await person.api('appointments', 'cancel', { id: dropped.id })
  const seat = await freeSeat(person, wish)
  const { appointment: booked } = await person.api('appointments', 'book', seat)
  const visitor = await enterWithTaxpayer(world, kind, '同一天的人', { taxpayer: '司马示范' })
  await visitor.api('appointments', 'book', await freeSeat(visitor, wish))
  await untilUnread(world, kind, person, 2)
  const refund = await handIn(world, kind, { claimed: 120_000 })
  await approve(world, kind, await handIn(world, kind, { claimed: 45_000 }), 45_000)
  return { person, officer, booked, dropped, seat, refund }
}

const wishOf = ({ seat }) => `hallId=${HALL}&matter=${MATTER}&day=${seat.day}&start=${seat.start}`

/** `ready` is a selector that is there when the screen has its content; `desk`: it is for a desktop browser too. */
export const SCREENS = [
  { name: 'home', address: () => '/pages/home/index', ready: '#deadlines' },
  { name: 'services', address: () => '/pages/services/index', ready: '#now-book' },
  { name: 'help', address: () => '/pages/help/index', ready: '#faq' },
  { name: 'me', address: () => '/pages/me/index', ready: '#taxpayers' },
  {
    name: 'sign-in',
    address: () => '/packages/account/signin/index',
    ready: '#wechat, #person-new',
    signedOut: true,
  },
  { name: 'taxpayer', address: () => '/packages/account/taxpayer/index', ready: '#add' },
  { name: 'privacy', address: () => '/packages/account/privacy/index', ready: '#erase' },
  { name: 'settings', address: () => '/packages/account/settings/index', ready: '#language' },
  { name: 'halls', address: () => '/packages/booking/hall/index', ready: `#hall-${HALL}` },
  {
    name: 'matters',
    address: () => `/packages/booking/matter/index?hallId=${HALL}`,
    ready: `#matter-${MATTER}`,
  },
  {
    name: 'slots',
    address: ({ seat }) => `/packages/booking/slot/index?hallId=${HALL}&matter=${MATTER}&day=${seat.day}`,
    ready: '[id^="slot-"]',
  },
  {
    name: 'guide',
    address: () => `/packages/guide/matter/index?matter=${MATTER}&hallId=${HALL}`,
    ready: '#guide-basis',
  },
  { name: 'confirm', address: (scene) => `/packages/booking/confirm/index?${wishOf(scene)}`, ready: '#book' },
  {
    name: 'ticket',
    address: ({ booked }) => `/packages/booking/ticket/index?id=${booked.id}&fresh=1`,
    ready: '#ticket-qr',
  },
  { name: 'mine', address: () => '/packages/booking/mine/index', ready: '.sb-card' },
  { name: 'inbox', address: () => '/packages/inbox/list/index', ready: '#notices' },
  {
    name: 'officer-day',
    address: ({ booked }) => `/packages/office/day/index?hallId=${HALL}&day=${booked.day}`,
    ready: '#people',
    officer: true,
    desk: true,
  },
  {
    name: 'workbench',
    address: () => `/packages/workbench/list/index?hallId=${HALL}`,
    ready: '#age',
    officer: true,
    desk: true,
  },
  {
    name: 'office-refund',
    address: ({ refund }) => `/packages/workbench/refund/index?id=${refund}`,
    ready: '#way',
    officer: true,
    desk: true,
  },
]

/** Opens one screen on a phone that belongs to the right person, and waits for its content. */
export const showScreen = async (phone, screen, scene) => {
  await phone.open(screen.address(scene))
  await phone.page.locator(`:is(${screen.ready}):visible`).first().waitFor()
  await phone.page.evaluate(() => document.fonts.ready.then(() => undefined))
  await phone.page.waitForTimeout(150)
}
