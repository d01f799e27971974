/**
 * The screens of no-shows and of bookings that their hall looks at first: of who missed three appointments and is suspended, of who
 * waits and was refused, and of the officer who answers both.
 */
import { enter, enterWithTaxpayer, freeSeat, untilUnread } from '../harness/browser/people.mjs'
import { HALL } from './steps.mjs'

const ABSENTEE = '孙守诚'
export const REASON = '当天早上送家人急诊，有医院的挂号记录和病历，没来得及取消。'

/** Its hall looks at bookings of it first, and it can be done online. */
const LOOKED_AT = { hallId: HALL, matter: 'TS02' }
const ONLINE = '这笔退税在电子税务局提交就行，不用跑大厅。'
const reviewOf = (id) => `pv_${id.slice(3)}`

/** One was refused since it can be done online, another waits. */
export const prepareReviews = async (world, kind, officer) => {
  const waiter = await enterWithTaxpayer(world, kind, '等预审的人', { taxpayer: '司徒示范' })
  const book = async (unread) => {
    const { appointment } = await waiter.api('appointments', 'book', await freeSeat(waiter, LOOKED_AT))
    await untilUnread(world, kind, waiter, unread)
    return appointment.id
  }
  const refused = await book(1)
  const answer = { id: reviewOf(refused), outcome: 'refuseOnline', reason: ONLINE }
  await officer.api('credit', 'decideVisit', answer)
  await untilUnread(world, kind, waiter, 2)
  return { waiter, reviews: { refused, waiting: await book(3) } }
}

/** The first was appealed, the second was not. */
export const prepareCredit = async (world, kind) => {
  const absentee = await enter(world, kind, ABSENTEE)
  const { noShows } = await absentee.api('credit', 'mine')
  const [first, second] = noShows
  const { id } =
    first.appeal ??
    (await absentee.api('credit', 'appeal', { appointmentId: first.appointmentId, reason: REASON }))
  return { absentee, credit: { appealed: first.appointmentId, missed: second.appointmentId, appeal: id } }
}

const screen = (name, address, ready, more = {}) => ({
  name,
  address: ({ credit }) => address(credit),
  ready,
  by: 'absentee',
  ...more,
})

const ofWaiter = (name, of, ready) => ({
  name,
  address: ({ reviews }) => `/packages/booking/ticket/index?id=${reviews[of]}`,
  ready,
  by: 'waiter',
})

export const CREDIT_SCREENS = [
  screen('credit', () => '/packages/credit/home/index', '#missed'),
  screen('appeal-write', ({ missed }) => `/packages/credit/appeal/index?appointment=${missed}`, '#send'),
  screen('appeal', ({ appealed }) => `/packages/credit/appeal/index?appointment=${appealed}`, '#way'),
  screen('ticket-missed', ({ missed }) => `/packages/booking/ticket/index?id=${missed}`, '#appeal'),
  screen('mine-missed', () => '/packages/booking/mine/index?view=past', '#credit'),
  screen('office-appeal', ({ appeal }) => `/packages/workbench/appeal/index?id=${appeal}`, '#appeal-facts', {
    by: 'officer',
    desk: true,
  }),
  ofWaiter('ticket-reviewing', 'waiting', '#pre-review'),
  ofWaiter('ticket-refused', 'refused', '#review-reason'),
  {
    name: 'office-booking',
    address: ({ reviews }) => `/packages/workbench/booking/index?id=${reviewOf(reviews.waiting)}`,
    ready: '#visit-facts',
    by: 'officer',
    desk: true,
  },
]
