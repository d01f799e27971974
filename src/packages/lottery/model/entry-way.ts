/** The way of an entry through one draw, and what comes next. Pure. */
import type { Instant } from '../../../../functions/core/pure/time'
import type { TimelineItem } from '../../../ui/timeline'
import type { DrawRow, EntryRow } from './answers'

export type EntryDraw = EntryRow['draws'][number]
export type StepKey = 'entered' | 'frozen' | 'round' | 'drawn' | 'prize'

export interface Step {
  readonly key: StepKey
  readonly state: TimelineItem['state']
  readonly at?: Instant
}

type Known = Pick<DrawRow, 'state' | 'frozenAt' | 'roundAt'>

/** What is done of: frozen, round published, drawn, prizes written. */
const doneOf = (draw: Known | undefined, now: Instant): number => {
  if (!draw || draw.state === 'freezing') return 0
  if (draw.state === 'frozen') return now >= draw.roundAt ? 2 : 1
  return draw.state === 'drawn' ? 3 : 4
}

const KEYS: readonly StepKey[] = ['frozen', 'round', 'drawn', 'prize']

/**
 * @param draw as it stands; undefined: entries still join its period
 * @returns in the order in which they happen; what was left out stops at the list
 */
export const entrySteps = (
  entry: Pick<EntryRow, 'at' | 'excluded'>,
  { closesAt }: Pick<EntryDraw, 'closesAt'>,
  draw: Known | undefined,
  now: Instant,
): readonly Step[] => {
  const entered: Step = { key: 'entered', state: 'done', at: entry.at }
  if (entry.excluded !== null || draw?.state === 'empty')
    return [entered, { key: 'frozen', state: 'stopped', at: draw?.frozenAt ?? closesAt }]
  const done = doneOf(draw, now)
  const times: Readonly<Partial<Record<StepKey, Instant>>> = {
    frozen: draw?.frozenAt ?? closesAt,
    ...(draw && { round: draw.roundAt }),
  }
  return [
    entered,
    ...KEYS.map((key, place): Step => {
      const at = times[key]
      const state = place < done ? 'done' : place === done ? 'now' : 'coming'
      return { key, state, ...(at !== undefined && { at }) }
    }),
  ]
}
