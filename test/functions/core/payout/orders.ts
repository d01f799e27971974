/** Payments ordered and worked on: real store, real vault, a clock of the test's. */
import { randomBytes } from 'node:crypto'
import { outsideCalls, type OutsideCallDoc } from '../../../../functions/core/io/outside/collections'
import { workCalls } from '../../../../functions/core/io/outside/work'
import { payoutOrders } from '../../../../functions/core/io/payout/collections'
import type { Payee, PayoutService } from '../../../../functions/core/io/payout/contract'
import { planPayout, type Planned } from '../../../../functions/core/io/payout/plan'
import { reader } from '../../../../functions/core/io/store/reader'
import { allOf } from '../../../../functions/core/io/store/pages'
import { transact } from '../../../../functions/core/io/store/transact'
import { fen } from '../../../../functions/core/pure/money'
import { HOUR } from '../../../../functions/core/pure/time'
import type { TestServices } from '../../../harness/context'

export const BANK = {
  kind: 'bank',
  name: '林小雨',
  bank: '中国工商银行北京海淀支行',
  account: '6222020200112233445',
} as const satisfies Payee
export const WECHAT = { kind: 'wechat', openid: 'oLin1234567890', name: '林小雨' } as const satisfies Payee

/** A taxpayer's id that nobody else has. */
export const someone = (): string => `tp_${randomBytes(13).toString('hex')}`

export interface Ordered extends Partial<{ subject: string; payee: Payee; about: string }> {
  readonly amount: number
}

/** A millisecond after the one before: ids are in the order of time. */
export const order = async (
  services: TestServices,
  service: Pick<PayoutService, 'name' | 'channel'>,
  { amount, subject = someone(), payee = BANK, about = 'rf_1' }: Ordered,
): Promise<Planned> => {
  services.time.now += 1
  const key = await services.vault.keyOf(subject)
  return transact(services, async (tx) =>
    planPayout(tx, service, { fen: fen(amount), purpose: 'refund', about, subject, key, payee }),
  )
}

export const callOf = async (services: TestServices, { callId }: Planned): Promise<OutsideCallDoc> => {
  const call = await reader(services.store).get(outsideCalls, callId)
  if (!call) throw new Error(`no call ${callId}`)
  return call
}

export const callsOf = (services: TestServices) => allOf(services.store, outsideCalls, { index: 'id' })
export const ordersOf = (services: TestServices) => allOf(services.store, payoutOrders, { index: 'id' })

/** Works until nothing is due, however late. */
export const workToTheEnd = async (services: TestServices, service: PayoutService): Promise<void> => {
  for (let rounds = 0; rounds < 40; rounds += 1) {
    services.time.now += 2 * HOUR
    await workCalls(services, service)
    if ((await callsOf(services)).every(({ doc }) => doc.next === null)) return
  }
}
