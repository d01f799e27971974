/** Who is signed in, for any page. */
import { api, type Me } from './api'
import { useQuery, type Fetched } from './use-query'

export const ME = 'my:me'

export const useMe = (): Fetched<Me> => useQuery(ME, () => api.accounts.me({}))

/** The halls where this account does an officer's work; undefined when it is no officer. */
export const officerHalls = (me: Me | undefined): readonly string[] | undefined => {
  const grants = me?.grants.filter(({ role }) => role === 'officer' || role === 'supervisor') ?? []
  return grants.length === 0 ? undefined : [...new Set(grants.flatMap(({ halls }) => halls ?? []))]
}
