/** Payments planned and worked on: real store, real HTTP, a clock of the test's. */
import { outsideCalls, type OutsideCallDoc } from '../../../../functions/core/io/outside/collections'
import { planCall } from '../../../../functions/core/io/outside/plan'
import { reconcile, type Reconciliation } from '../../../../functions/core/io/outside/differences'
import type { OutsideService } from '../../../../functions/core/io/outside/contract'
import { workCalls } from '../../../../functions/core/io/outside/work'
import type { Stored } from '../../../../functions/core/io/store/contract'
import { allOf } from '../../../../functions/core/io/store/pages'
import { transact } from '../../../../functions/core/io/store/transact'
import { HOUR } from '../../../../functions/core/pure/time'
import { testServices, type TestOptions, type TestServices } from '../../../harness/context'
import { payments, type AdapterOptions } from '../../../harness/outside/adapter'
import { startPayments, type PaymentsStandIn } from '../../../harness/outside/payments'

export interface Parts {
  readonly services: TestServices
  readonly bank: PaymentsStandIn
  readonly service: OutsideService
  plan(fen: number): Promise<string>
  calls(): Promise<Stored<OutsideCallDoc>[]>
  call(id: string): Promise<OutsideCallDoc>
  /** Nobody does mischief any more: works until nothing is due, however late. */
  workToTheEnd(): Promise<void>
  compared(): Promise<Reconciliation>
  close(): Promise<void>
}

const PATIENCE_MS = 120

export const openParts = async (
  options: TestOptions = {},
  adapter: Partial<AdapterOptions> = {},
): Promise<Parts> => {
  const services = await testServices(options)
  const bank = await startPayments({ lateMs: 2 * PATIENCE_MS })
  const service = payments({ baseUrl: bank.url, patience: PATIENCE_MS, ...adapter })
  const calls = (): Promise<Stored<OutsideCallDoc>[]> => allOf(services.store, outsideCalls, { index: 'id' })
  return {
    services,
    bank,
    service,
    calls,
    plan: (fen) =>
      transact(services, async (tx) =>
        planCall(tx, service, { operation: 'pay', request: { fen }, about: `or_${fen}` }),
      ),
    call: async (id) => {
      const found = (await calls()).find((row) => row.id === id)
      if (!found) throw new Error(`no call ${id}`)
      return found.doc
    },
    workToTheEnd: async () => {
      bank.mischief = () => 'none'
      await bank.settled()
      for (let hours = 0; hours < 40; hours += 1) {
        services.time.now += 2 * HOUR
        await workCalls(services, service)
        if ((await calls()).every(({ doc }) => doc.next === null)) break
      }
      await bank.settled()
    },
    compared: () =>
      reconcile(services.store, {
        service: service.name,
        from: 0,
        to: services.time.now + 1,
        theirs: bank.moved.map(({ id, fen }) => ({ id, did: { fen } })),
        same: ({ request }, { fen }) => request.fen === fen,
      }),
    close: async () => {
      await bank.settled()
      await bank.close()
      await services.close()
    },
  }
}
