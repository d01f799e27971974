/** The channel that a configuration names. Those of other systems are loaded at their first use: few functions pay. */
import type { Services } from '../context'
import type { PayoutConfiguration, PayoutService } from './contract'
import { openLedger } from './ledger/ledger'
import { payeeOpener } from './plan'

/**
 * @example await workCalls(context, openPayout(context.settings.payout, context))
 */
export const openPayout = (
  configuration: PayoutConfiguration,
  services: Pick<Services, 'store' | 'vault' | 'random' | 'clock'>,
): PayoutService => openLedger(services, payeeOpener(services.vault), configuration)
