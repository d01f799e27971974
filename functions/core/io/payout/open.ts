/** The channel that a configuration names. Those of other systems are loaded at their first use: few functions pay. */
import type { Services } from '../context'
import type { OutsideCall } from '../outside/contract'
import type { PayoutConfiguration, PayoutService } from './contract'
import { TREASURY, WECHAT_PAY, type Facts } from './facts'
import { openLedger } from './ledger/ledger'
import { payeeOpener } from './plan'

export type PayoutParts = Pick<Services, 'store' | 'vault' | 'random' | 'clock'>

/** Opened when first asked; an opening that failed is tried again. */
const lazily = (facts: Facts, open: () => Promise<PayoutService>): PayoutService => {
  let opened: Promise<PayoutService> | undefined
  const channel = (): Promise<PayoutService> => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
  const close = async (call: OutsideCall, signal: AbortSignal) =>
    (await (await channel()).close?.(call, signal)) ?? ({ outcome: 'unknown', why: 'NoClose' } as const)
  return {
    ...facts,
    send: async (call, signal) => (await channel()).send(call, signal),
    ask: async (call, signal) => (await channel()).ask(call, signal),
    close,
    statement: async (day, signal) => (await channel()).statement(day, signal),
  }
}

/**
 * @example await workCalls(context, openPayout(context.settings.payout, context))
 */
export const openPayout = (configuration: PayoutConfiguration, parts: PayoutParts): PayoutService => {
  const openPayee = payeeOpener(parts.vault)
  switch (configuration.channel) {
    case 'ledger':
      return openLedger(parts, openPayee, configuration)
    case 'treasury':
      return lazily(TREASURY, async () => (await import('./treasury/channel')).openTreasury(parts, openPayee))
    case 'wechat':
      return lazily(WECHAT_PAY, async () =>
        (await import('./wechat/channel')).openWechatPay(parts, openPayee, configuration),
      )
  }
}
