/** The day's list, whole: every page of it, so that what is exported or read offline lacks nobody, or says that it does. */
import { api, type DayList } from '../../../../client/api'
import { collectPages } from '../../../../client/pages'
import { queryOf } from '../../../../client/queries'
import { useQuery } from '../../../../client/use-query'

/** The pages in one: the figures of the last, everybody once, `next` where somebody is still missing. */
const joined = (pages: readonly DayList[]): DayList | undefined => {
  const last = pages[pages.length - 1]
  if (!last) return undefined
  const everybody = pages.flatMap(({ items }) => items)
  return { ...last, items: [...new Map(everybody.map((person) => [person.id, person])).values()] }
}

/** Is that more than what is shown? Then it is shown at once; what was whole is replaced by a whole list alone. */
const isMore = (known: DayList | undefined, part: DayList): boolean =>
  known === undefined || (known.next !== undefined && known.items.length < part.items.length)

/** Parts of a long list are shown, and kept for times without network, at 1, 2, 4, 8 … pages. */
const isDoubling = (count: number): boolean => (count & (count - 1)) === 0

const nameOf = (hallId: string, day: string): string => `my:office:${hallId}:${day}`

const wholeDay = async (hallId: string, day: string): Promise<DayList> => {
  const show = (pages: readonly DayList[], even: boolean): void => {
    const part = joined(pages)
    const query = queryOf(nameOf(hallId, day), () => wholeDay(hallId, day))
    if (part && even && isMore(query.store.getState().data, part)) query.set(part)
  }
  let loaded: readonly DayList[] = []
  try {
    const pages = await collectPages(
      (after): Promise<DayList> =>
        api.appointments.dayList({ hallId, day, limit: 100, ...(after === undefined ? {} : { after }) }),
      (sofar) => {
        loaded = [...sofar]
        show(loaded, isDoubling(loaded.length))
      },
    )
    const whole = joined(pages)
    if (!whole) throw new Error('a list has a page')
    return whole
  } catch (thrown) {
    show(loaded, true)
    throw thrown
  }
}

/** To the end, however long the day: `next` is there while somebody is missing. */
export const useDayList = (hallId: string | undefined, day: string) =>
  useQuery(hallId === undefined ? undefined : nameOf(hallId, day), () => wholeDay(hallId ?? '', day))
