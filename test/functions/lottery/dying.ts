/** A run of the clock's work that dies at a commit. */
import { instantOf } from '../../../functions/core/pure/time'
import { runDraws } from '../../../functions/lottery/work/run'
import { dyingAt } from '../../harness/dying'
import type { World } from './world'

export const until = (world: World, day: string, minute: number): void => {
  world.services.time.now = instantOf(day, minute)
}

export const runDying = (world: World, commits: number, told: boolean): Promise<boolean> =>
  dyingAt(world.services, { commits, told }, runDraws)
