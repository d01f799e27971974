/**
 * Who is signed in on this device. On the web that is a session with its token; inside WeChat the platform itself says
 * who calls, so its user is signed in without one.
 */
import { createStore } from 'zustand/vanilla'
import { serverNow } from './server-time'
import { forget, forgetAll, isRecord, recall, remember } from './storage'

export interface Session {
  readonly token: string
  /** Milliseconds since 1970; 0 when the server did not say. */
  readonly expiresAt: number
  readonly accountId: string
}

/** What a sign-in answers. */
export interface NewSession {
  readonly token: string
  readonly expiresAt?: number
  readonly accountId?: string
}

interface SessionState {
  readonly session: Session | undefined
  /** WeChat vouches for whoever holds the phone, until an answer says that it does not know this user. */
  readonly vouched: boolean
}

/** WeChat keeps the storage of each of its users apart: one name will do for whoever holds the phone. */
const WECHAT_USER = 'wechat'

/** A session whose account is not said belongs to whoever has its token. */
const sessionFrom = ({ token, expiresAt = 0, accountId = token }: NewSession): Session => ({
  token,
  expiresAt,
  accountId,
})

const stored = (): Session | undefined => {
  const value = recall('session')
  if (!isRecord(value) || typeof value['token'] !== 'string') return undefined
  const session = sessionFrom({
    token: value['token'],
    ...(typeof value['expiresAt'] === 'number' ? { expiresAt: value['expiresAt'] } : {}),
    ...(typeof value['accountId'] === 'string' ? { accountId: value['accountId'] } : {}),
  })
  return session.expiresAt !== 0 && session.expiresAt <= serverNow() ? undefined : session
}

export const sessionStore = createStore<SessionState>()(() => ({
  session: stored(),
  vouched: process.env.TARO_ENV === 'weapp',
}))

/** The one notion of "signed in", for every page and every call. */
export const signedInBy = ({ session, vouched }: SessionState): boolean => session !== undefined || vouched

export const isSignedIn = (): boolean => signedInBy(sessionStore.getState())

export const sessionToken = (): string | undefined => sessionStore.getState().session?.token

/** Who that is: the same name for the same person, however often she signs in; undefined when nobody is. */
export const personIn = ({ session, vouched }: SessionState): string | undefined =>
  session?.accountId ?? (vouched ? WECHAT_USER : undefined)

export const personNow = (): string | undefined => personIn(sessionStore.getState())

/** Begins a session on this device. */
export const beginSession = (begun: NewSession): void => {
  const session = sessionFrom(begun)
  leave()
  remember('session', session)
  sessionStore.setState({ session })
}

/** Signed out on purpose: everything personal is forgotten, and whatever was begun. */
export const signOutHere = (): void => {
  leave()
  forgetAll('own:')
  forgetAll('draft:')
  for (const listener of signingOut) listener()
  sessionStore.setState({ session: undefined })
}

const signingOut = new Set<() => void>()
/** Runs when somebody signs out on purpose, not when a session merely ends. */
export const onSignOut = (listener: () => void): void => {
  signingOut.add(listener)
}

/** Answers kept for offline use go with the session, however it ended. */
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

let ended: (() => void) | undefined
/** What to do when the server no longer knows the session: the application asks to sign in. */
export const onSessionEnd = (listener: () => void): void => {
  ended = listener
}

/**
 * The server refused a call that went out with `token` (undefined: with none). That ends the session it belongs to and
 * no other: a late answer to an earlier session says nothing about this one. Asks to sign in once.
 */
export const endSession = (token: string | undefined): void => {
  if (token !== sessionToken() || !isSignedIn()) return
  leave()
  sessionStore.setState({ session: undefined, vouched: false })
  ended?.()
}
