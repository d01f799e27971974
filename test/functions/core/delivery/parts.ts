/** An outbox on a real database: people who allow e-mail at any hour, and messages of both classes to them. */
import { deliveries, type DeliveryDoc } from '../../../../functions/core/io/delivery/collections'
import { deliveryChoices } from '../../../../functions/core/io/delivery/collections-person'
import type { DeliveryTerms } from '../../../../functions/core/io/delivery/contract'
import { planDeliveries, type NewDelivery } from '../../../../functions/core/io/delivery/plan'
import type { Stored } from '../../../../functions/core/io/store/contract'
import { allOf } from '../../../../functions/core/io/store/pages'
import { transact } from '../../../../functions/core/io/store/transact'
import { DEFAULT_CHOICES, type Choices } from '../../../../functions/core/pure/delivery/choices'
import { testServices, type TestOptions, type TestServices } from '../../../harness/context'

export const ANY_HOUR: Choices = {
  ...DEFAULT_CHOICES,
  channels: { wechat: false, sms: false, email: true },
  quiet: null,
}

export const MONEY: DeliveryTerms = { topic: 'refunds', delivery: 'atMostOnce' }
export const REMINDER: DeliveryTerms = { topic: 'deadlines', delivery: 'atLeastOnce' }

export interface Outbox {
  readonly services: TestServices
  choose(accountId: string, choices: Partial<Choices>): Promise<void>
  plan(over: Partial<NewDelivery> & { readonly accountId: string }): Promise<readonly string[]>
  all(): Promise<readonly Stored<DeliveryDoc>[]>
}

export const openOutbox = async (options: TestOptions = {}): Promise<Outbox> => {
  const services = await testServices(options)
  let notices = 0
  return {
    services,
    choose: async (accountId, choices) => {
      await transact(services, async (tx) => {
        await tx.get(deliveryChoices, accountId)
        tx.put(deliveryChoices, accountId, { ...ANY_HOUR, ...choices, v: 1, changedAt: tx.now })
      })
    },
    plan: async ({ terms = REMINDER, ...over }) => {
      notices += 1
      const noticeId = `nt_${String(notices).padStart(26, '0')}`
      return transact(services, (tx) =>
        planDeliveries(tx, {
          noticeId,
          kind: terms.delivery === 'atMostOnce' ? 'test.money' : 'test.reminder',
          facts: {},
          about: noticeId,
          choices: ANY_HOUR,
          terms,
          ...over,
        }),
      )
    },
    all: () => allOf(services.store, deliveries, { index: 'id' }),
  }
}
