/** A hall's matters as they stand: all of them, or those whose name holds what is typed. */
import type { HallNow } from '../../../client/hall-now'

export type MatterLine = HallNow['matters'][number]

/** So many are found by looking; more of them by typing too. */
export const EASY_TO_SEE = 8

export const matching = (matters: readonly MatterLine[], words: string): readonly MatterLine[] => {
  const wanted = words.trim().toLowerCase()
  return wanted === '' ? matters : matters.filter(({ name }) => name.toLowerCase().includes(wanted))
}

export const waitingIn = (matters: readonly MatterLine[]): number =>
  matters.reduce((sum, { waiting }) => sum + waiting, 0)
