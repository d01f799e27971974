/** What an error of PostgreSQL, or of the way to it, means for the statement that met it. */

/** The statement was never sent: nothing was applied. */
export class NotSent extends Error {
  override readonly name = 'NotSent'
}

/** The statement was sent and no answer came: it may or may not have been applied. */
export class ReplyLost extends Error {
  override readonly name = 'ReplyLost'
}

/** Tables or functions are not there, or the server would not keep what it is told: for an operator, not for a retry. */
export class NotReady extends Error {
  override readonly name = 'NotReady'
}

export type Verdict =
  /** Nothing was applied, and soon it may be: the engine itself tries again. */
  | 'again'
  /** Nothing was applied: the caller is told so. */
  | 'busy'
  /** It may or may not have been applied. */
  | 'unknown'
  /** No passing fault. */
  | 'fault'

const codeOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}

/** The SQLSTATE of what the server said; empty when it was not the server that spoke (a socket's EPIPE has five letters too). */
export const sqlState = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'severity' in error ? codeOf(error) : ''

/** Serialisation failure, deadlock, unique violation of a lost race; a pooler or server that is starting or full. */
const AGAIN = /^(40001|40P01|23505|57P03|53300)$/
/** Lock not got in time, cancelled, longer than the role may take, read-only (a failover), no disk, no memory, a limit, an I/O error: the statement was undone. */
const BUSY = /^(55P03|57014|25P0[34]|25006|53...|58030)$/
/** With these the server ends the connection, or is no longer the one to write to. */
const LAST = /^(25006|25P0[34])$/
/** The server or the pooler closed the connection, at a moment that it does not tell. */
const LOST = /^(57P0.|08...)$/
const UNPREPARED = /^(42P01|42883|42703|3F000)$/

/** @param error of a statement, or of the way to the server */
export const verdictOf = (error: unknown): Verdict => {
  if (error instanceof NotSent) return 'again'
  if (error instanceof ReplyLost) return 'unknown'
  const state = sqlState(error)
  if (AGAIN.test(state)) return 'again'
  if (BUSY.test(state)) return 'busy'
  return LOST.test(state) ? 'unknown' : 'fault'
}

/** After it the connection is not used again: it leads to a server that is going, gone, or no longer the one to write to. */
export const endsConnection = (error: unknown): boolean => {
  const state = sqlState(error)
  return state === '' || LAST.test(state) || LOST.test(state)
}

/** Wrong password, no such database: waiting would not help. A host name that is not found may be found again. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof NotReady || /^(28...|3D000|42501)$/.test(sqlState(error))

/** The same error with a word for the operator where tables or functions are missing. */
export const explained = (error: unknown): unknown =>
  UNPREPARED.test(sqlState(error))
    ? new NotReady(`the database is not set up for this version: npm run store -- apply`, { cause: error })
    : error
