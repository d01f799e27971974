/** The deployment's functions with their names, in the order of these: what the registry lists, ready to go through. */
import type { Manifest } from './core/manifest'
import * as registry from './registry'

export interface DeployedFunction extends Manifest {
  readonly name: string
}

/** By name, as entries take them. */
export const functionModules: Readonly<Record<string, Manifest>> = { ...registry }

export const deployment: readonly DeployedFunction[] = Object.entries(functionModules)
  .map(([name, manifest]) => ({ name, ...manifest }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))
