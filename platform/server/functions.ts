/** The functions of the deployment, with their schedules, as one machine serves them together. */
import type { Timer } from '../../functions/core/manifest'
import type { FunctionModule } from '../../functions/core/io/entry/procedures'
import { deployment, functionModules } from '../../functions/deployment'

export const functions: Readonly<Record<string, FunctionModule>> = functionModules

export const timers: Readonly<Record<string, readonly Timer[]>> = Object.fromEntries(
  deployment.map(({ name, timers: own = [] }) => [name, own]),
)

/** Extra procedures under a function that exists; on the demonstration platform only. */
export const withExtra = (
  extra: Readonly<Record<string, FunctionModule>>,
): Readonly<Record<string, FunctionModule>> => {
  const merged: Record<string, FunctionModule> = { ...functions }
  for (const [name, { contract, router }] of Object.entries(extra)) {
    merged[name] = {
      ...merged[name],
      contract: { ...merged[name]?.contract, ...contract },
      router: { ...merged[name]?.router, ...router },
    }
  }
  return merged
}
