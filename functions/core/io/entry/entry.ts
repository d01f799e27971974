/**
 * The one way in. In order: trace id → identity → rate limit → permission → input → handler → output → one log line.
 * Edges turn their own shapes into an `Envelope` and the `Reply` back.
 */
import { call } from '@orpc/server'
import { AppError } from '../../pure/errors'
import type { Context, Services } from '../context'
import type { Caller } from '../identity/roles'
import type { Telemetry } from '../telemetry/telemetry'
import { isOlder } from './client-version'
import { SERVER_TIME, type Envelope, type Reply } from './envelope'
import { chooseLanguage } from './language'
import { idempotencyKey } from './key'
import { createOnce, mayRepeat } from './once'
import { permit } from './permission'
import { declareAll, type Declared, type FunctionModule } from './procedures'
import { createRateLimit, type RateLimit } from './rate-limit'
import { JSON_HEADERS, refusalOf, type Circumstances, type Refusal } from './refusal'
import { createTracer } from './trace'
import { validInput, validOutput } from './validate'

/** Who is calling, by session token or by what the platform vouches for. @throws AppError SESSION_EXPIRED, SIGN_IN, ERASED */
export type Identify = (envelope: Envelope, services: Services) => Promise<Caller>

export interface EntryOptions {
  readonly functions: Readonly<Record<string, FunctionModule>>
  readonly services: Services
  /** Absent: everyone is anonymous, timers excepted. */
  readonly identify?: Identify
  /** Calls a minute for one account; an address of anonymous callers has five times as many. `Infinity` for no limit. */
  readonly callsPerMinute?: number
  /** Tests: refusals that a contract does not announce are defects. */
  readonly strict?: boolean
  /** Absent: nothing is measured, at no cost. */
  readonly telemetry?: Telemetry
}

export interface Entry {
  /** Never throws: whatever happens is a reply. */
  readonly handle: (envelope: Envelope) => Promise<Reply>
  /** The reply of an edge that refuses a call before it has an envelope; logged like any other. */
  readonly refuse: (
    thrown: unknown,
    call: { readonly what: string; readonly language?: string },
  ) => Promise<Reply>
  readonly procedures: ReadonlyMap<string, Declared>
}

const CALLS_PER_MINUTE = 1_200
/** An address stands for everyone behind it: a hall's Wi-Fi, an operator's gateway. */
const PEOPLE_BEHIND_AN_ADDRESS = 5
const ANONYMOUS: Caller = { kind: 'anonymous' }
const SESSION_ENDED: ReadonlySet<string> = new Set(['SESSION_EXPIRED', 'SIGN_IN', 'ERASED'])
const USER_AGENT_LENGTH = 300

/**
 * @example
 * const entry = createEntry({ functions: { appointments: { contract, router } }, services, identify: resolveCaller })
 * const { status, headers, body } = await entry.handle({ procedure: 'appointments/halls', input: {}, headers: {} })
 */
export const createEntry = (options: EntryOptions): Entry => {
  const {
    services,
    telemetry,
    strict = false,
    callsPerMinute = CALLS_PER_MINUTE,
    identify = async () => ANONYMOUS,
  } = options
  const procedures = declareAll(options.functions)
  const limit = createRateLimit(callsPerMinute)
  const nextTrace = createTracer(services.random)

  const log = ({ what, of, started, caller }: Finished, told: Told): Told => {
    const ms = Math.round((performance.now() - started) * 10) / 10
    const line = {
      trace: of.traceId,
      procedure: what.slice(0, 80),
      status: told.reply.status,
      code: told.code,
      ms,
      caller: nameOf(caller),
    }
    if (told.defect === undefined) services.log.info(line, 'call')
    else services.log.error({ ...line, err: told.defect }, 'defect')
    return told
  }

  /** Told last, so that a phone whose clock is wrong can reckon by this one. */
  const timed = ({ status, headers, body }: Reply): Reply => ({
    status,
    headers: { ...headers, [SERVER_TIME]: String(services.clock()) },
    body,
  })

  const observed = async (
    { traceId, procedure }: Circumstances,
    envelope: Envelope | undefined,
    run: () => Promise<Told>,
  ): Promise<Reply> => {
    if (!telemetry) return timed((await run()).reply)
    const facts = {
      procedure: procedure?.name ?? 'none',
      traceId,
      timer: envelope?.source?.timer !== undefined,
      traceparent: envelope?.headers.traceparent,
    }
    return timed(
      (await telemetry.call(facts, run, ({ reply: { status }, code }) => ({ status, code }))).reply,
    )
  }

  const handle = (envelope: Envelope): Promise<Reply> => {
    const started = performance.now()
    const procedure = procedures.get(envelope.procedure)
    const of: Circumstances = {
      language: chooseLanguage(envelope.headers['accept-language']),
      traceId: nextTrace(),
      procedure,
      strict,
    }
    return observed(of, envelope, async () => {
      let caller: Caller = ANONYMOUS
      let told: Told
      try {
        const now = services.clock()
        caller = await callerOf({ envelope, procedure, services, identify, limit, now })
        const body = await answer({ envelope, procedure, services, of, caller, now })
        told = { reply: { status: 200, headers: JSON_HEADERS, body } }
      } catch (thrown) {
        told = await refusalOf(thrown, of)
      }
      return log({ what: envelope.procedure, of, started, caller }, told)
    })
  }

  const refuse = (
    thrown: unknown,
    { what, language }: { readonly what: string; readonly language?: string },
  ): Promise<Reply> => {
    const of: Circumstances = { language: chooseLanguage(language), traceId: nextTrace(), strict: false }
    return observed(of, undefined, async () =>
      log({ what, of, started: performance.now(), caller: ANONYMOUS }, await refusalOf(thrown, of)),
    )
  }
  return { handle, refuse, procedures }
}

interface Finished {
  readonly what: string
  readonly of: Circumstances
  readonly started: number
  readonly caller: Caller
}

type Told = Partial<Refusal> & { readonly reply: Reply }

const nameOf = (caller: Caller): string => (caller.kind === 'account' ? caller.accountId : caller.kind)

interface Arrival {
  readonly envelope: Envelope
  readonly procedure: Declared | undefined
  readonly services: Services
  readonly identify: Identify
  readonly limit: RateLimit
  readonly now: number
}

/** Identity, then its rate limit. A session that fails counts against the address it came from. */
const callerOf = async ({
  envelope,
  procedure,
  services,
  identify,
  limit,
  now,
}: Arrival): Promise<Caller> => {
  const { source, headers } = envelope
  if (source?.timer !== undefined) return { kind: 'timer', name: source.timer }
  const version = headers['x-client-version']
  const { minVersion } = services.settings
  if (version !== undefined && isOlder(version, minVersion))
    throw new AppError('UPDATE_NEEDED', { minVersion })
  let caller: Caller = ANONYMOUS
  let failure: Error | undefined
  try {
    caller = await identify(envelope, services)
  } catch (thrown) {
    // What is open to anyone stays open to those whose session has ended.
    const sessionEnded = thrown instanceof AppError && SESSION_ENDED.has(thrown.code)
    const openToAnyone = procedure?.meta.allow.includes('anyone') === true
    if (!sessionEnded || !openToAnyone)
      failure = thrown instanceof Error ? thrown : new Error('identity failed', { cause: thrown })
  }
  const wait =
    caller.kind === 'account'
      ? limit.take(`account|${caller.accountId}`, now)
      : limit.take(`address|${envelope.address ?? ''}`, now, PEOPLE_BEHIND_AN_ADDRESS)
  if (wait > 0) throw new AppError('RATE_LIMITED', { retryAfter: wait })
  if (failure) throw failure
  return caller
}

interface Admitted {
  readonly envelope: Envelope
  readonly procedure: Declared | undefined
  readonly services: Services
  readonly of: Circumstances
  readonly caller: Caller
  readonly now: number
}

/** Permission → input → handler → output. */
const answer = async ({ envelope, procedure, services, of, caller, now }: Admitted): Promise<unknown> => {
  if (!procedure) throw new AppError('NO_PROCEDURE')
  permit(caller, procedure.meta)
  const { headers } = envelope
  const asked = idempotencyKey(headers['idempotency-key'], of.language)
  const input = await validInput(
    procedure.input,
    envelope.input === undefined ? {} : envelope.input,
    of.language,
  )
  const sent = mayRepeat(procedure, caller, input) ? asked : undefined
  const key = sent ?? `.${of.traceId}`
  const once = createOnce({ services, procedure, caller, key, input, now })
  // Field by field: spreading `services` here cost 15 µs a call.
  const context: Context = {
    store: services.store,
    vault: services.vault,
    files: services.files,
    log: services.log,
    clock: services.clock,
    random: services.random,
    settings: services.settings,
    traceId: of.traceId,
    language: of.language,
    now,
    caller,
    procedure: procedure.name,
    key,
    device: {
      userAgent: (headers['user-agent'] ?? '').slice(0, USER_AGENT_LENGTH),
      address: envelope.address ?? '',
    },
    ...(envelope.source?.openid === undefined ? {} : { openid: envelope.source.openid }),
    transact: once.transact,
    identity: once.identity,
    answered: once.answered,
  }
  let output: unknown
  try {
    output = await call(procedure.run, input, { context })
  } catch (thrown) {
    const first = sent === undefined ? undefined : await once.answerBehind(thrown)
    if (!first) throw thrown
    return first.output
  }
  return once.committed(output) ? output : validOutput(procedure.output, output, procedure.name)
}
