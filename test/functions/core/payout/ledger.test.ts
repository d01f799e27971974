/** The default channel: one id is paid once, rejections say why, and nothing of the payee stands open. */
import { workCall, workCalls } from '../../../../functions/core/io/outside/work'
import { payoutLedger } from '../../../../functions/core/io/payout/collections'
import type { LedgerRejects } from '../../../../functions/core/io/payout/contract'
import { openPayout } from '../../../../functions/core/io/payout/open'
import { allOf, rawPagesOf } from '../../../../functions/core/io/store/pages'
import { DAY_MS, dayOf } from '../../../../functions/core/pure/time'
import { testServices, type TestServices } from '../../../harness/context'
import { allCollections } from '../../../../functions/all-collections'
import { BANK, callOf, order, someone } from './orders'

let services: TestServices
beforeEach(async () => {
  services = await testServices()
})
afterEach(() => services.close())

const ledger = (rejects?: LedgerRejects) =>
  openPayout({ channel: 'ledger', ...(rejects ? { rejects } : {}) }, services)
const paid = () => allOf(services.store, payoutLedger, { index: 'id' })
const { signal } = new AbortController()

it('pays what was ordered, under the order’s id', async () => {
  const planned = await order(services, ledger(), { amount: 1200 })
  await workCalls(services, ledger())
  expect(await callOf(services, planned)).toMatchObject({
    state: 'done',
    answer: { fen: 1200, at: services.time.now },
    sends: 1,
  })
  expect((await paid()).map(({ id, doc }) => [id, doc.state, doc.fen])).toEqual([
    [planned.orderId, 'paid', 1200],
  ])
})

it('pays one id once, however often it is sent and by whom', async () => {
  const service = ledger()
  const planned = await order(services, service, { amount: 1200 })
  const { request } = await callOf(services, planned)
  const call = { id: planned.callId, operation: 'pay', request }
  const other = openPayout({ channel: 'ledger' }, await services.beside())
  expect(await service.ask(call, signal)).toEqual({ outcome: 'absent' })
  const answers = await Promise.all(
    [service, other, service, other].map((channel) => channel.send(call, signal)),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  services.time.now += DAY_MS
  expect(await service.send(call, signal)).toEqual(answers[0])
  expect(await service.ask(call, signal)).toEqual(answers[0])
  expect(await service.close?.(call, signal)).toEqual(answers[0])
  expect(await paid()).toHaveLength(1)
})

it('the same id for another amount is not paid again: somebody has to look', async () => {
  const service = ledger()
  const planned = await order(services, service, { amount: 1200 })
  await workCall(services, service, planned.callId)
  const { request } = await callOf(services, planned)
  expect(
    await service.send({ id: 'oc_2', operation: 'pay', request: { ...request, fen: 1300 } }, signal),
  ).toEqual({ outcome: 'unknown', why: 'OtherAmount' })
  expect((await paid()).map(({ doc }) => doc.fen)).toEqual([1200])
})

it('rejects by rule, for good, with the reason; what is paid again is another order', async () => {
  const closed: LedgerRejects = (payee) =>
    payee.kind === 'bank' && payee.account.endsWith('0') ? 'accountClosed' : undefined
  const subject = someone()
  const first = await order(services, ledger(), {
    amount: 1200,
    subject,
    payee: { ...BANK, account: '6222020200112233440' },
  })
  await workCalls(services, ledger(closed))
  expect(await callOf(services, first)).toMatchObject({ state: 'refused', why: 'accountClosed', next: null })
  const second = await order(services, ledger(), { amount: 1200, subject })
  await workCalls(services, ledger(closed))
  expect(await callOf(services, second)).toMatchObject({ state: 'done' })
  expect((await paid()).filter(({ doc }) => doc.state === 'paid').map(({ id }) => id)).toEqual([
    second.orderId,
  ])
})

it('what was closed is never paid', async () => {
  const service = ledger()
  const planned = await order(services, service, { amount: 1200 })
  const { request } = await callOf(services, planned)
  const call = { id: planned.callId, operation: 'pay', request }
  expect(await service.close?.(call, signal)).toEqual({ outcome: 'refused', why: 'closed' })
  expect(await service.send(call, signal)).toEqual({ outcome: 'refused', why: 'closed' })
})

it('whoever was erased is not paid', async () => {
  const subject = someone()
  const planned = await order(services, ledger(), { amount: 1200, subject })
  await services.vault.destroy(subject)
  await workCalls(services, ledger())
  expect(await callOf(services, planned)).toMatchObject({ state: 'refused', why: 'payeeErased' })
  expect(await paid()).toEqual([])
})

it('a payee moved from another order is not opened, and nothing is paid', async () => {
  const service = ledger()
  const subject = someone()
  const mine = await order(services, service, { amount: 1200, subject })
  const theirs = await order(services, service, { amount: 900, subject })
  const [a, b] = [await callOf(services, mine), await callOf(services, theirs)]
  const moved = { ...a.request, payee: b.request.payee }
  await expect(service.send({ id: mine.callId, operation: 'pay', request: moved }, signal)).rejects.toThrow()
  expect(await paid()).toEqual([])
})

it('its statement of a day is what was paid on it', async () => {
  const today = dayOf(services.time.now)
  const first = await order(services, ledger(), { amount: 1200 })
  await workCalls(services, ledger())
  services.time.now += DAY_MS
  const second = await order(services, ledger(), { amount: 900 })
  await workCalls(services, ledger())
  await order(services, ledger(), { amount: 5 })
  expect(await ledger().statement(today, signal)).toEqual([{ order: first.orderId, fen: 1200 }])
  expect(await ledger().statement(dayOf(services.time.now), signal)).toEqual([
    { order: second.orderId, fen: 900 },
  ])
})

it('no document holds a name or an account number', async () => {
  await order(services, ledger(), { amount: 1200 })
  await workCalls(services, ledger())
  const texts: string[] = []
  for (const { name } of allCollections)
    for await (const rows of rawPagesOf(services.store, name, { index: 'id' }))
      texts.push(JSON.stringify(rows))
  expect(texts.join()).toContain('"pay"')
  expect(texts.join()).not.toMatch(/林小雨|6222020200112233445|海淀/)
})

it.each([0, -1])('%i fen are not ordered', async (amount) => {
  await expect(order(services, ledger(), { amount })).rejects.toThrow(RangeError)
})
