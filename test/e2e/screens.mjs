/** Every screen, and how to come to see it: shared by the accessibility tests and the pictures. */
import { answerWith } from '../harness/browser/answers.mjs'
import { AGENCY, CUSTOMS, PORT, travellerValues, verifyForm } from '../harness/browser/departure.mjs'
import { prepareInvoices, REGISTERED, UNKNOWN } from '../harness/browser/invoices.mjs'
import { enter, enterWithTaxpayer, freeSeat, untilUnread } from '../harness/browser/people.mjs'
import { approve, CLAIMANT, handIn, saveClaim } from '../harness/browser/refunds.mjs'
import { CREDIT_SCREENS, prepareCredit, prepareReviews } from './credit-screens.mjs'
import { OFFICE_SCREENS, prepareOffice } from './lottery-office-screens.mjs'
import { DEADLINE_SCREENS, prepareDeadlines } from './deadline-screens.mjs'
import { HALL_DESK_SCREENS, prepareHallDesk } from './hall-desk-screens.mjs'
import { LOTTERY_SCREENS, lotteryOf } from './lottery-screens.mjs'
import { POLICY_SCREENS, preparePolicies } from './policies-screens.mjs'
import { QUEUE_SCREENS } from './queue-screens.mjs'
import { HALL, MATTER, typeInvoice } from './steps.mjs'
import { prepareWaits, WAITLIST_SCREENS } from './waitlist-screens.mjs'
import { prepareTold, SUBSCRIPTION_SCREENS } from './subscriptions-screens.mjs'

const CORRECTIONS = [
  { code: 'proofOfOverpayment', said: '请补充两次缴款的银行回单，能看清日期和金额' },
  { code: 'contract', said: '房屋买卖合同首页' },
]

/** Of a verified claimant: one that was begun, one that waits for her, one that was decided. */
const prepareRefunds = async (world, kind, officer) => {
  const claimant = await enter(world, kind, CLAIMANT)
  const { items } = await claimant.api('refunds', 'vouchers', {})
  const voucher = items.find(({ tax }) => tax === 'deed')
  const draft = await saveClaim(claimant, { voucher, claimed: 300_000 })
  const asked = await handIn(world, kind, { claimed: 200_000 })
  await officer.api('refunds', 'askCorrection', { id: asked, list: CORRECTIONS })
  const decided = await handIn(world, kind, { claimed: 100_000 })
  await approve(world, kind, decided, 80_000, ['lessOverpaid'])
  return { claimant, refund: { draft, asked, decided, voucher } }
}

/** A form of the person's own that waits for customs, and one that customs have verified. */
const prepareDeparture = async (world, kind, person) => {
  const open = () => person.api('refunds', 'openDeparture', { values: travellerValues(), port: PORT })
  const [form, verified] = [await open(), await open()]
  await verifyForm(world, kind, verified.id)
  const [customs, agency] = [await enter(world, kind, CUSTOMS), await enter(world, kind, AGENCY)]
  return { customs, agency, form: form.id, verified: verified.id }
}

/** What the screens show: a booked ticket, a cancelled one, an officer's day with two people. */
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
  const inReview = await handIn(world, kind, { claimed: 120_000 })
  await approve(world, kind, await handIn(world, kind, { claimed: 45_000 }), 45_000)
  const refunds = await prepareRefunds(world, kind, officer)
  const departure = await prepareDeparture(world, kind, person)
  const invoices = await prepareInvoices(world, kind)
  const deadlines = await prepareDeadlines(world, kind)
  const lottery = await lotteryOf(invoices.holder)
  const office = await prepareOffice(world, kind)
  const told = await prepareTold(world, kind, person)
  const policies = await preparePolicies(world, kind)
  const waits = await prepareWaits(world, kind, officer)
  const credit = await prepareCredit(world, kind)
  await prepareHallDesk(officer)
  const reviews = await prepareReviews(world, kind, officer)
  return {
    person,
    officer,
    booked,
    dropped,
    seat,
    inReview,
    ...refunds,
    ...departure,
    ...invoices,
    ...deadlines,
    ...lottery,
    ...office,
    ...told,
    ...policies,
    ...waits,
    ...credit,
    ...reviews,
  }
}

const wishOf = ({ seat }) => `hallId=${HALL}&matter=${MATTER}&day=${seat.day}&start=${seat.start}`

/** The application, left at one of its steps. */
const applyAt = (step, ready, goes) => ({
  name: `refund-${step}`,
  address: ({ refund }) => `/packages/refunds/apply/index?draft=${refund.draft}`,
  before: ({ claimant, refund }) =>
    saveClaim(claimant, { voucher: refund.voucher, claimed: 300_000, step, draftId: refund.draft }),
  ready,
  goes,
  claimant: true,
})

const invoiceScreen = (name, page, ready, more = {}) => ({
  name,
  address: () => `/packages/invoices/${page}`,
  ready,
  by: 'holder',
  ...more,
})

/**
 * `ready` is a selector that is there when the screen has its content; `desk`: it is for a desktop browser too; `answers`: what it is
 * answered for its look, by procedure.
 */
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
  { name: 'refunds', address: () => '/packages/refunds/home/index', ready: '#drafts', claimant: true },
  {
    name: 'refund-cases',
    address: () => '/packages/refunds/home/index?view=cases',
    ready: '#cases',
    claimant: true,
  },
  applyAt('voucher', '#vouchers'),
  applyAt('check', '#findings-arrears'),
  applyAt('claim', '#result-lines'),
  applyAt('materials', '#materials'),
  applyAt('account', '#account-bank', ['account-other']),
  applyAt('office', '#offices'),
  applyAt('review', '#preview-lines'),
  {
    name: 'refund-case',
    address: ({ refund }) => `/packages/refunds/case/index?id=${refund.asked}`,
    ready: '#do-supply',
    claimant: true,
  },
  {
    name: 'refund-supply',
    address: ({ refund }) => `/packages/refunds/case/index?id=${refund.asked}`,
    ready: '#supply',
    claimant: true,
    goes: ['do-supply'],
  },
  {
    name: 'refund-decided',
    address: ({ refund }) => `/packages/refunds/case/index?id=${refund.decided}`,
    ready: '#paper-decision',
    claimant: true,
  },
  { name: 'home-waiting', address: () => '/pages/home/index', ready: '#next-refund', claimant: true },
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
    address: ({ inReview }) => `/packages/workbench/refund/index?id=${inReview}`,
    ready: '#way',
    officer: true,
    desk: true,
  },
  { name: 'departures', address: () => '/packages/departure/home/index', ready: '[id^="form-df_"]' },
  { name: 'departure-apply', address: () => '/packages/departure/apply/index', ready: '#form-documentType' },
  {
    name: 'departure-form',
    address: ({ form }) => `/packages/departure/form/index?id=${form}`,
    ready: '#form-qr',
  },
  { name: 'customs', address: () => '/packages/departure/customs/index', ready: '#code', by: 'customs' },
  {
    name: 'agency',
    address: ({ verified }) => `/packages/departure/agency/index?id=${verified}`,
    ready: '#way',
    by: 'agency',
  },
  invoiceScreen('invoices', 'home/index', '#recent'),
  invoiceScreen('invoice-type', 'look/index?begin=type', '#entry-faults', { goes: ['entry-look'] }),
  invoiceScreen('invoice-pdf', 'look/index?begin=pdf', '#pdf-choose'),
  invoiceScreen('invoice-look', 'look/index?begin=type', '#check', {
    after: (phone) => typeInvoice(phone, UNKNOWN),
  }),
  invoiceScreen('invoice-genuine', 'look/index?begin=type', '#verdict-normal', {
    after: (phone) => typeInvoice(phone, REGISTERED.meal),
  }),
  invoiceScreen('invoice-void', 'look/index?begin=type', '#verdict-void', {
    after: (phone) => typeInvoice(phone, REGISTERED.void),
  }),
  invoiceScreen('wallet', 'wallet/index', '#wallet-list'),
  {
    name: 'invoice',
    address: ({ invoice }) => `/packages/invoices/invoice/index?id=${invoice}`,
    ready: '#on-list',
    by: 'holder',
  },
  invoiceScreen('reimbursements', 'lists/index', '#lists'),
  {
    name: 'reimbursement',
    address: ({ list }) => `/packages/invoices/list/index?id=${list}`,
    ready: '#taken',
    by: 'holder',
    goes: ['hand-in', 'handIn-sheet-confirm'],
  },
  invoiceScreen('invoice-titles', 'titles/index', '[id^="qr-ti_"]'),
  ...DEADLINE_SCREENS,
  ...SUBSCRIPTION_SCREENS,
  ...LOTTERY_SCREENS,
  ...OFFICE_SCREENS,
  ...POLICY_SCREENS,
  ...WAITLIST_SCREENS,
  // Answered in the browser: what a phone has read of them it keeps for a while.
  ...QUEUE_SCREENS,
  ...CREDIT_SCREENS,
  ...HALL_DESK_SCREENS,
]

/** Whose screen it is, by its name in the scene; a signed-out one is nobody's. */
export const ownerOf = ({ signedOut, by, officer, claimant }) => {
  if (signedOut) return 'nobody'
  if (by) return by
  if (officer) return 'officer'
  return claimant ? 'claimant' : 'person'
}

/** Opens one screen on a phone that belongs to the right person, and waits for its content. */
export const showScreen = async (phone, screen, scene) => {
  await screen.before?.(scene)
  await answerWith(phone, screen.answers?.(scene))
  await phone.open(screen.address(scene))
  for (const id of screen.goes ?? []) await phone.tap(id)
  await screen.after?.(phone, scene)
  await phone.page.locator(`:is(${screen.ready}):visible`).first().waitFor()
  await phone.page.evaluate(() => document.fonts.ready.then(() => undefined))
  await phone.page.waitForTimeout(150)
}
