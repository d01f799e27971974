/** The payouts' part of the environment. */
import type { PayoutConfiguration } from '../payout/contract'
import { given, type Environment, type Problems } from './problems'

const CHANNELS = ['ledger'] as const

/** `PAYOUT` (`ledger`). */
export const readPayoutConfiguration = (
  environment: Environment,
  problems: Problems,
): PayoutConfiguration => {
  const name = given(environment, 'PAYOUT') ?? 'ledger'
  problems.check(
    CHANNELS.some((one) => one === name),
    `PAYOUT: ${name} is not one of ${CHANNELS.join(', ')}`,
  )
  return { channel: 'ledger' }
}
