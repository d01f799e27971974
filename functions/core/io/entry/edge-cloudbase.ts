/**
 * CloudBase's edge: `wx.cloud.callFunction({ name, data: { procedure, input, headers } })` and timer triggers.
 * Who calls is read from the context alone, which the platform writes; the event is what a client may forge.
 */
import { AppError } from '../../pure/errors'
import type { Entry } from './entry'
import { lowerHeaders, type Envelope, type Reply } from './envelope'
import { isRecord } from './walk'

export type CloudbaseMain = (event: unknown, context: unknown) => Promise<Reply>

/** `context.environment` is JSON, older runtimes give `context.environ` as `k=v;k=v`. */
const environmentOf = (context: unknown): Readonly<Record<string, unknown>> => {
  if (!isRecord(context)) return {}
  const { environment, environ } = context
  if (isRecord(environment)) return environment
  if (typeof environment === 'string' && environment.trim().startsWith('{')) {
    const parsed: unknown = parseJson(environment)
    if (isRecord(parsed)) return parsed
  }
  if (typeof environ !== 'string') return {}
  const pairs = environ.split(';').filter((pair) => pair.includes('='))
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // A context that cannot be read vouches for nobody: the call is anonymous.
    return undefined
  }
}

const textOf = (fields: Readonly<Record<string, unknown>>, ...names: readonly string[]): string | undefined =>
  names
    .map((name) => fields[name])
    .find((value): value is string => typeof value === 'string' && value !== '')

/** The sources that WeChat's and Tencent's timers run under; a chain (`wx_client,scf`) is never one. */
const TIMER_SOURCES: ReadonlySet<string> = new Set(['wx_trigger', 'timer'])

const envelopeOf = (name: string, event: unknown, context: unknown): Envelope | undefined => {
  const environment = environmentOf(context)
  const openid = textOf(environment, 'WX_OPENID', 'OPENID')
  const source = textOf(environment, 'TCB_SOURCE', 'SOURCE', 'TRIGGER_SRC')
  const address = textOf(environment, 'WX_CLIENTIP', 'CLIENTIP', 'WX_CLIENTIPV6', 'TCB_SOURCE_IP')
  if (!isRecord(event)) return undefined
  if (openid === undefined && source !== undefined && TIMER_SOURCES.has(source)) {
    const timer = textOf(event, 'TriggerName')
    return timer === undefined
      ? undefined
      : { procedure: `${name}/${timer}`, input: {}, headers: {}, source: { timer } }
  }
  if (typeof event.procedure !== 'string') return undefined
  const call = {
    procedure: `${name}/${event.procedure}`,
    input: event.input,
    headers: lowerHeaders(event.headers),
  }
  return { ...call, source: openid === undefined ? {} : { openid }, address }
}

/**
 * @param name the deployed function
 * @param entryOf made at the first call, kept for the instance
 */
export const createCloudbaseMain =
  (name: string, entryOf: () => Promise<Entry>): CloudbaseMain =>
  async (event, context) => {
    const entry = await entryOf()
    const envelope = envelopeOf(name, event, context)
    return envelope ? entry.handle(envelope) : entry.refuse(new AppError('MALFORMED'), { what: name })
  }
