/** What is coming up for me: what Home shows before all else that is asked of the server. */
import { api, type Output } from '../../client/api'
import { queryOf } from '../../client/queries'
import { useQuery, type Fetched } from '../../client/use-query'

type Upcoming = Output<'appointments', 'mine'>

const UPCOMING = 'my:mine:upcoming'
const fetchUpcoming = (): Promise<Upcoming> => api.appointments.mine({ view: 'upcoming', limit: 20 })

export const useUpcoming = (): Fetched<Upcoming> => useQuery(UPCOMING, fetchUpcoming)

/** Once that has been answered, or has failed: what can wait is asked for then, and slows nothing. */
export const upcomingAnswered = async (): Promise<void> => {
  // Everything that is asked for when the page is shown is asked for in this turn.
  await Promise.resolve()
  const { store } = queryOf(UPCOMING, fetchUpcoming)
  if (!store.getState().loading) return
  await new Promise<void>((resolve) => {
    const stop = store.subscribe(({ loading }) => {
      if (loading) return
      stop()
      resolve()
    })
  })
}
