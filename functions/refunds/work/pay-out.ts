/** Sending what was ordered, and asking for what has no answer yet. */
import { workCalls } from '../../core/io/outside/work'
import type { Services } from '../../core/io/context'
import { openPayout } from '../../core/io/payout/open'

/** @returns how many orders were looked at */
export const payOut = (services: Services): Promise<number> =>
  workCalls(services, openPayout(services.settings.payout, services))
