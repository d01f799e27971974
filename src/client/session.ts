/** Who is signed in on this device: the token, and the way to the sign-in page and back. */
import { createStore } from 'zustand/vanilla'
import { forget, forgetAll, isRecord, recall, remember } from './storage'

export interface Session {
  readonly token: string
  /** Milliseconds since 1970; 0 when the server did not say. */
  readonly expiresAt: number
}

interface SessionState {
  readonly session: Session | undefined
}

const stored = (): Session | undefined => {
  const value = recall('session')
  if (!isRecord(value) || typeof value['token'] !== 'string') return undefined
  const expiresAt = typeof value['expiresAt'] === 'number' ? value['expiresAt'] : 0
  return expiresAt !== 0 && expiresAt <= Date.now() ? undefined : { token: value['token'], expiresAt }
}

export const sessionStore = createStore<SessionState>()(() => ({ session: stored() }))

export const sessionToken = (): string | undefined => sessionStore.getState().session?.token

/** Begins a session on this device. */
export const beginSession = (session: { readonly token: string; readonly expiresAt?: number }): void => {
  const kept = { token: session.token, expiresAt: session.expiresAt ?? 0 }
  leave()
  remember('session', kept)
  sessionStore.setState({ session: kept })
}

/** Forgets the session and everything personal kept for offline use. */
export const signOutHere = (): void => {
  leave()
  sessionStore.setState({ session: undefined })
}

const leave = (): void => {
  forget('session')
  forgetAll('my:')
  for (const listener of leaving) listener()
}

const leaving = new Set<() => void>()
/** Runs whenever the person on this device changes. */
export const onPersonChange = (listener: () => void): void => {
  leaving.add(listener)
}

let expired: (() => void) | undefined
/** What to do when the server no longer knows the session: the application shows the sign-in page. */
export const onSessionEnd = (listener: () => void): void => {
  expired = listener
}

/** The server refused the session. */
export const endSession = (): void => {
  signOutHere()
  expired?.()
}
