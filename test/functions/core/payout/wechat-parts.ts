/** Transfers ordered through the WeChat Pay channel: real store, real HTTP and signatures, a clock of the test's. */
import { workCalls } from '../../../../functions/core/io/outside/work'
import { reconcile, type Reconciliation } from '../../../../functions/core/io/outside/differences'
import type { PayoutService } from '../../../../functions/core/io/payout/contract'
import { openPayout } from '../../../../functions/core/io/payout/open'
import type { Planned } from '../../../../functions/core/io/payout/plan'
import { orderOfBill } from '../../../../functions/core/io/payout/wechat/bills'
import { HOUR } from '../../../../functions/core/pure/time'
import { testServices, type TestOptions, type TestServices } from '../../../harness/context'
import {
  startWechatPay,
  type WechatMischief,
  type WechatPayServer,
} from '../../../harness/pay/wechat-pay-server'
import { callsOf, order, ordersOf, WECHAT, type Ordered } from './orders'

export interface WechatParts {
  readonly services: TestServices
  readonly server: WechatPayServer
  readonly service: PayoutService
  serviceOf(services: TestServices): PayoutService
  order(ordered: Partial<Ordered>): Promise<Planned>
  work(): Promise<number>
  /** The next requests meet these, and the rest nothing. */
  meet(...mischiefs: readonly WechatMischief[]): void
  /** Nobody does mischief any more: works until nothing is due, however late. */
  workToTheEnd(): Promise<void>
  /** Their movements of money against our calls. */
  compared(): Promise<Reconciliation>
  close(): Promise<void>
}

/** Shorter than what is late there. */
export const PATIENCE_MS = 150

export const openWechatParts = async (options: TestOptions = {}): Promise<WechatParts> => {
  const services = await testServices(options)
  const server = await startWechatPay({ clock: services.clock, lateMs: 2 * PATIENCE_MS })
  const serviceOf = (one: TestServices): PayoutService => ({
    ...openPayout(server.configuration, one),
    patience: PATIENCE_MS,
  })
  const service = serviceOf(services)
  return {
    services,
    server,
    service,
    serviceOf,
    order: (ordered) => order(services, service, { amount: 1200, payee: WECHAT, ...ordered }),
    work: () => workCalls(services, service),
    meet: (...mischiefs) => {
      const left = [...mischiefs]
      server.mischief = () => left.shift() ?? 'none'
    },
    workToTheEnd: async () => {
      server.mischief = () => 'none'
      await server.settled()
      for (let rounds = 0; rounds < 60; rounds += 1) {
        services.time.now += 2 * HOUR
        await workCalls(services, service)
        if ((await callsOf(services)).every(({ doc }) => doc.next === null)) return
      }
    },
    compared: async () => {
      const callOfOrder = new Map((await ordersOf(services)).map(({ id, doc }) => [id, doc.callId]))
      return reconcile(services.store, {
        service: service.name,
        from: 0,
        to: services.time.now + 1,
        theirs: server.moved.map(({ billNo, fen }) => ({
          id: callOfOrder.get(orderOfBill(billNo) ?? '') ?? billNo,
          did: { fen },
        })),
        same: ({ request }, { fen }) => request.fen === fen,
      })
    },
    close: async () => {
      await server.settled()
      await server.close()
      await services.close()
    },
  }
}
