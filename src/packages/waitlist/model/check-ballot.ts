/** A ballot checked on the phone: from what is published alone, by the same pure rule as anybody's. */
import type { MinuteOfDay } from '../../../../functions/core/pure/time'
import { ballotFaults, digestOf, type SlotEntries } from '../../../../functions/waitlist/rules/ballot'
import type { Input, Output } from '../../../client/api'
import type { Ballot, Wait } from '../../../client/waits'

type Page = Output<'waitlist', 'entries'>
export type EntriesOf = (input: Input<'waitlist', 'entries'>) => Promise<Page>

export type Checked =
  | { readonly code: 'entries'; readonly holds: boolean; readonly n: number }
  | { readonly code: 'seed' | 'twice'; readonly holds: boolean }
  /** Of my own. */
  | { readonly code: 'found'; readonly holds: boolean; readonly start: MinuteOfDay }
  | { readonly code: 'place'; readonly holds: boolean; readonly n: number }

/** What I was told of my own entry. */
export type Mine = Pick<Wait, 'id' | 'start' | 'drawnPlace'>

/** More pages than any slot has: a server that never ends is not followed. */
const MOST_PAGES = 200

/** The entries of one slot, page by page. @throws what fetching throws */
const listOf = async (
  place: Omit<Input<'waitlist', 'entries'>, 'page'>,
  of: EntriesOf,
): Promise<SlotEntries> => {
  const entries: string[] = []
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { slot, entries: some, more } = await of({ ...place, page })
    entries.push(...some)
    if (!more) return { slot, entries }
  }
  throw new Error('a list that never ends')
}

/**
 * @param options.mine my entry, when I have one
 * @param options.come told how many slots' entries have come
 * @returns undefined before the entries are published
 */
export const checkBallot = async (
  ballot: Ballot,
  {
    mine,
    entriesOf,
    come,
  }: { readonly mine?: Mine | undefined; readonly entriesOf: EntriesOf; readonly come: (n: number) => void },
): Promise<readonly Checked[] | undefined> => {
  const { hallId, day, commitment, digest, seed, starts = [] } = ballot
  if (digest === undefined) return undefined
  const lists: SlotEntries[] = []
  for (const start of starts) {
    lists.push(await listOf({ hallId, day, start }, entriesOf))
    come(lists.length)
  }
  const n = lists.reduce((sum, { entries }) => sum + entries.length, 0)
  const list = mine && lists[starts.indexOf(mine.start)]
  const told =
    list && mine.drawnPlace !== undefined
      ? { slot: list.slot, entry: mine.id, place: mine.drawnPlace }
      : undefined
  const checked: Checked[] = []
  if (seed === undefined) checked.push({ code: 'entries', holds: digestOf(lists) === digest, n })
  else {
    const faults = ballotFaults({ commitment, digest, seed, lists }, told)
    checked.push(
      { code: 'seed', holds: !faults.includes('seed') },
      { code: 'entries', holds: !faults.includes('entries'), n },
      { code: 'twice', holds: !faults.includes('twice') },
    )
    if (told) checked.push({ code: 'place', holds: !faults.includes('place'), n: told.place })
  }
  if (mine)
    checked.push({
      code: 'found',
      holds: list?.entries.includes(mine.id) === true,
      start: mine.start,
    })
  return checked
}
