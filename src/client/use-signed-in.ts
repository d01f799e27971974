/** React's view of who is signed in. */
import { useStore } from 'zustand'
import { personIn, sessionStore, signedInBy } from './session'

/** Is anybody signed in? The same on every page, on the web and inside WeChat. */
export const useSignedIn = (): boolean => useStore(sessionStore, signedInBy)

/** Who, by a name that stays the same from session to session; undefined when nobody is. */
export const usePerson = (): string | undefined => useStore(sessionStore, personIn)

/** Is there a session that can be ended here? Inside WeChat there is none: the platform signs its user in. */
export const useHasSession = (): boolean => useStore(sessionStore, ({ session }) => session !== undefined)
