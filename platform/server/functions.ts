/** The functions of the deployment, with their schedules, as one machine serves them together. */
import { contract as accountsContract } from '../../functions/accounts/contract'
import { router as accountsRouter } from '../../functions/accounts/router'
import { contract as appointmentsContract } from '../../functions/appointments/contract'
import { router as appointmentsRouter } from '../../functions/appointments/router'
import { timers as appointmentsTimers } from '../../functions/appointments/timers'
import type { FunctionModule } from '../../functions/core/io/entry/procedures'
import { contract as timersContract } from '../../functions/timers/contract'
import { router as timersRouter } from '../../functions/timers/router'
import { timers as ownTimers } from '../../functions/timers/timers'
import type { Timer } from './schedule'

export const functions: Readonly<Record<string, FunctionModule>> = {
  accounts: { contract: accountsContract, router: accountsRouter },
  appointments: { contract: appointmentsContract, router: appointmentsRouter },
  timers: { contract: timersContract, router: timersRouter },
}

export const timers: Readonly<Record<string, readonly Timer[]>> = {
  appointments: appointmentsTimers,
  timers: ownTimers,
}

/** Extra procedures under a function that exists; on the demonstration platform only. */
export const withExtra = (
  extra: Readonly<Record<string, FunctionModule>>,
): Readonly<Record<string, FunctionModule>> => {
  const merged: Record<string, FunctionModule> = { ...functions }
  for (const [name, { contract, router }] of Object.entries(extra)) {
    merged[name] = {
      contract: { ...merged[name]?.contract, ...contract },
      router: { ...merged[name]?.router, ...router },
    }
  }
  return merged
}
