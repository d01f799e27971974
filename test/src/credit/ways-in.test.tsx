/** The ways that lead to the record: a missed appointment, one's own list, a refused booking, a notice. */
import { act } from '@testing-library/react'
import Taro from '../../harness/taro/taro'
import { instantOf } from '../../../functions/core/pure/time'
import { forgetQueries } from '../../../src/client/queries'
import { signOutHere } from '../../../src/client/session'
import ConfirmPage from '../../../src/packages/booking/confirm'
import MinePage from '../../../src/packages/booking/mine'
import TicketPage from '../../../src/packages/booking/ticket'
import { addressOf } from '../../../src/packages/inbox/model/opens'
import { refuse } from '../../harness/taro/server'
import { appointment, DAY } from '../booking/fixtures'
import { el, onStage, seen, standStill, tap } from '../booking/stage'
import { idOf } from './fixtures'

standStill()
afterEach(() =>
  act(() => {
    signOutHere()
    forgetQueries('')
  }),
)

const id = idOf('a')
const past = (outcome: 'noShow' | 'excused' | 'arrived') =>
  appointment({ id, day: '2026-11-17', outcome, canCancel: false })
const APPEAL = `/packages/credit/appeal/index?appointment=${id}`
const RECORD = '/packages/credit/home/index'

it('is a missed appointment’s own ticket, which says what came of it and offers the appeal', async () => {
  onStage(TicketPage, { id }, { 'appointments/get': { appointment: past('noShow') } })
  expect(await seen('ticket')).toHaveTextContent(/失约.*有正当原因可以申诉/)
  expect(document.getElementById('ticket-qr')).toBeNull()
  await tap('appeal')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: APPEAL })
})

it.each([
  ['excused', '失约已撤销'],
  ['arrived', '已结束'],
] as const)('is not offered where it was %s', async (outcome, words) => {
  onStage(TicketPage, { id }, { 'appointments/get': { appointment: past(outcome) } })
  expect(await seen('ticket')).toHaveTextContent(words)
  expect(await seen('book-again')).toBeInTheDocument()
  expect(document.getElementById('appeal')).toBeNull()
})

it('is one’s own list, which marks what was missed', async () => {
  onStage(MinePage, { view: 'past' }, { 'appointments/mine': { items: [past('noShow')] } })
  expect(await seen(`appointment-${id}`)).toHaveTextContent(/失约.*可以申诉/)
  await tap('credit')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: RECORD })
})

it('is a booking that was refused for no-shows, which says until when', async () => {
  const rule = { rule: '一个月失约 3 次暂停预约', basis: '广州通告', unconfirmed: true }
  const data = { ...rule, limit: 3, used: 3, until: instantOf('2026-12-18') }
  onStage(
    ConfirmPage,
    { hallId: 'east', matter: 'FPLY', day: DAY, start: '570' },
    { 'appointments/book': refuse(409, 'BANNED', '暂停预约。', data) },
  )
  await seen('for-tp_1')
  await tap('book')
  expect(await seen('refusal')).toHaveTextContent(/到 12月18日 周五 0?0:00 为止/)
  await tap('way-credit')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: RECORD })
  expect(el('way-mine')).toBeInTheDocument()
})

it.each([
  ['credit', id, RECORD],
  ['appeal', id, APPEAL],
  ['appeal', null, RECORD],
] as const)('is a notice of page %s', (page, about, address) =>
  expect(addressOf({ page, id: about })).toBe(address),
)
