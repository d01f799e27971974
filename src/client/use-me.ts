/** Who is signed in, for any page. */
import { useStore } from 'zustand'
import { api, type Me } from './api'
import { sessionStore } from './session'
import { useQuery, type Shown } from './use-query'

export const ME = 'my:me'

export const useSignedIn = (): boolean => useStore(sessionStore, (state) => state.session !== undefined)

/** Nothing is fetched while nobody is signed in. */
export const useMe = (): Shown<Me> & { readonly signedIn: boolean } => {
  const signedIn = useSignedIn()
  const me = useQuery(signedIn ? ME : undefined, () => api.accounts.me({}))
  return { ...me, signedIn }
}

/** The halls where this account does an officer's work; undefined when it is no officer. */
export const officerHalls = (me: Me | undefined): readonly string[] | undefined => {
  const grants = me?.grants.filter(({ role }) => role === 'officer' || role === 'supervisor') ?? []
  return grants.length === 0 ? undefined : [...new Set(grants.flatMap(({ halls }) => halls ?? []))]
}
