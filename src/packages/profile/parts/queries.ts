/** What the page reads: kept on the device under the person’s own queries, which go with her session. */
import { api } from '../../../client/api'
import { useQuery } from '../../../client/use-query'

export const MINE = 'my:profile'

export const useMine = () => useQuery(MINE, () => api.profiles.mine({}))
