/** The functions of the deployment and their schedules, as the registry lists them. */
import { deployment } from '../../functions/deployment'
import type { Timer } from '../../functions/core/manifest'

export const functionNames: readonly string[] = deployment.map(({ name }) => name)

/** Of those that have schedules. */
export const timersOf: Readonly<Record<string, readonly Timer[]>> = Object.fromEntries(
  deployment.flatMap(({ name, timers }) => (timers ? [[name, timers]] : [])),
)
