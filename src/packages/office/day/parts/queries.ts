/** The day's list, whole: every page of it, so that what is exported or read offline lacks nobody. */
import { api, type DayList } from '../../../../client/api'
import { useQuery } from '../../../../client/use-query'

/** A hall serves hundreds a day, not thousands. */
const MOST_PAGES = 50

const wholeDay = async (hallId: string, day: string): Promise<DayList> => {
  const first = await api.appointments.dayList({ hallId, day, limit: 100 })
  let { next } = first
  const items = [...first.items]
  for (let page = 1; next !== undefined && page < MOST_PAGES; page += 1) {
    const further: DayList = await api.appointments.dayList({ hallId, day, limit: 100, after: next })
    items.push(...further.items)
    next = further.next
  }
  return { ...first, items, next }
}

export const useDayList = (hallId: string | undefined, day: string) =>
  useQuery(hallId === undefined ? undefined : `my:office:${hallId}:${day}`, () => wholeDay(hallId ?? '', day))

export const useOfficer = (signedIn: boolean) =>
  useQuery(signedIn ? 'my:me' : undefined, () => api.accounts.me({}))

export const useAllHalls = () => useQuery('halls', () => api.appointments.halls({}))
