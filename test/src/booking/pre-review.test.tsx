/** A booking that its hall looks at first, as its owner sees it: ahead of booking, while it waits, and refused. */
import { act, screen } from '@testing-library/react'
import { instantOf, type Instant } from '../../../functions/core/pure/time'
import { forgetQueries } from '../../../src/client/queries'
import { signOutHere } from '../../../src/client/session'
import ConfirmPage from '../../../src/packages/booking/confirm'
import MatterPage from '../../../src/packages/booking/matter'
import MinePage from '../../../src/packages/booking/mine'
import { outlookOf } from '../../../src/packages/booking/model/ticket'
import TicketPage from '../../../src/packages/booking/ticket'
import { appointment, DAY, matter, NOW } from './fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
afterEach(() =>
  act(() => {
    signOutHere()
    forgetQueries('')
  }),
)

const UNTIL = instantOf('2026-11-23', 930)
const preReview = {
  rule: '这件事的预约先由大厅预审',
  basis: '河源税务预约办税的做法',
  unconfirmed: true,
  from: '2018-06-16',
  to: null,
}
const waiting = appointment({ review: { state: 'waiting', until: UNTIL } })
const refused = appointment({ state: 'cancelledByHall', review: { state: 'refused' }, canCancel: false })
const matters = { 'halls/matters': { matters: [matter({ preReview })] } }
const ticket = (it = waiting, change: Readonly<Record<string, unknown>> = {}, fresh = '0') =>
  onStage(
    TicketPage,
    { id: it.id, fresh },
    { 'appointments/get': { appointment: it }, ...matters, ...change },
  )

it('is announced where the matter is chosen, and before it is booked, with its basis', async () => {
  const first = onStage(MatterPage, { hallId: 'east' }, matters, { path: 'packages/booking/matter/index' })
  expect(await seen('matter-FPLY')).toHaveTextContent('须预审')
  first.unmount()
  onStage(ConfirmPage, { hallId: 'east', matter: 'FPLY', day: DAY, start: '570' }, matters)
  expect(await seen('asks-review')).toHaveTextContent('通过后才算约好')
  expect(screen.getByText(preReview.rule)).toBeInTheDocument()
})

it('is not asked for on days on which the rule does not hold', async () => {
  const over = { 'halls/matters': { matters: [matter({ preReview: { ...preReview, to: '2026-11-23' } })] } }
  onStage(ConfirmPage, { hallId: 'east', matter: 'FPLY', day: DAY, start: '570' }, over)
  await seen('for-tp_1')
  expect(document.getElementById('asks-review')).toBeNull()
})

it('waits: until when, what meanwhile, and no code yet; the note can be written, and it can be cancelled', async () => {
  ticket(waiting, { 'appointments/note': { note: { text: '', photos: [], changedAt: null } } }, '1')
  expect(await seen('ticket')).toHaveTextContent(/等待预审.*11月23日 周一 15:30 没有答复的，视为通过/)
  expect(el('booked')).toHaveTextContent('预约已提交')
  expect(el('pre-review')).toHaveTextContent(/位子已为您保留.*河源税务/)
  expect(document.getElementById('ticket-qr')).toBeNull()
  expect(el('spoken')).not.toHaveTextContent('预约码')
  expect(await seen('note-edit')).toBeInTheDocument()
  expect(namelessControls()).toEqual([])
  await tap('cancel')
  expect(await seen('cancel-means')).toBeInTheDocument()
})

it('stands by time, without being fetched again', () => {
  const at = (now: Instant) => outlookOf({ ...waiting, endsAt: instantOf(DAY, 600) }, now)
  expect([at(NOW), at(UNTIL - 1), at(UNTIL)]).toEqual(['reviewing', 'reviewing', 'prepare'])
})

it('says why it was refused, that it does not count, and where to do it instead', async () => {
  ticket(refused, {
    'credit/preReview': {
      review: {
        id: 'pv_1',
        state: 'refusedOnline',
        until: UNTIL,
        endedAt: NOW,
        reason: '这笔退税在网上提交就行',
        online: { way: '登录电子税务局办理', url: 'https://etax.example/' },
      },
    },
  })
  expect(await seen('review-reason')).toHaveTextContent('在网上提交就行')
  expect(el('ticket')).toHaveTextContent('预审未通过')
  expect(el('review-online')).toHaveAttribute('href', 'https://etax.example/')
  expect(el('pre-review')).toHaveTextContent('不计入您的预约次数')
  expect(el('book-again')).toBeInTheDocument()
})

it('is marked in one’s own list', async () => {
  onStage(MinePage, {}, { 'appointments/mine': { items: [waiting] } })
  expect(await seen(`appointment-${waiting.id}`)).toHaveTextContent(
    /等待预审.*大厅在 11月23日 周一 15:30 前答复/,
  )
})
