/** What somebody who comes to the line of a time finds there. */
import type { Instant } from '../../../../functions/core/pure/time'
import type { Output } from '../../../client/api'
import type { SlotRow } from './answers'

export type Line = Output<'waitlist', 'line'>

/** `ballot`: its day takes entries; `drawing`: it does not any more; `free`: it can be booked; `enough`: no more may wait. */
export type LineOutlook = 'line' | 'ballot' | 'drawing' | 'free' | 'enough' | 'shut'

/** @param slot its state, when that is known */
export const lineOutlook = (line: Line, now: Instant, slot: SlotRow['state'] | undefined): LineOutlook => {
  const { ballot } = line
  if (slot === 'closed' || slot === 'blocked' || slot === 'past') return 'shut'
  if (ballot && ballot.state !== 'drawn')
    return ballot.state === 'open' && now < ballot.closesAt ? 'ballot' : 'drawing'
  if (line.open) return 'line'
  return line.waiting >= line.longest ? 'enough' : 'free'
}
