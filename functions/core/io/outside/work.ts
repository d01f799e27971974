/**
 * Working on calls: a step is claimed by a commit, done at the other side, and what came of it is written by another. Only who
 * holds the turn writes; a worker that died leaves a call that is asked for, never one that is sent again blindly.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../../pure/time'
import type { Services } from '../context'
import { emit, type EventKind } from '../events/emit'
import { transact } from '../store/transact'
import type { Tx } from '../store/transaction'
import { outsideCalls, type OutsideCallDoc } from './collections'
import type { CallState, Found, OutsideCall, OutsideService } from './contract'
import { moveAfter, stepOf, waitAfter, type Move, type Step } from './moves'

export type Worker = Pick<Services, 'store' | 'random' | 'clock' | 'log'>

interface Claimed {
  readonly call: OutsideCall
  /** How often it was asked for, this time included. */
  readonly asks: number
  readonly step: Step
  readonly turn: number
  /** Another may claim it from then on. */
  readonly until: Instant
}

/** Longer than a step can take: what it leaves over is for two clocks that differ, and for a commit that waits. */
const SPARE_MS = 30_000
/** From so many fruitless questions on, an operator is told at each. */
const WORRYING = 8

const taken = (doc: OutsideCallDoc, step: Step, service: OutsideService, now: number): OutsideCallDoc => ({
  ...doc,
  state: step === 'send' ? 'sent' : 'unknown',
  turn: doc.turn + 1,
  sends: doc.sends + (step === 'send' ? 1 : 0),
  asks: doc.asks + (step === 'ask' ? 1 : 0),
  ...(step === 'send' ? { sentAt: now } : {}),
  next: now + service.patience + SPARE_MS,
})

const claimedOf = (
  id: string,
  { operation, request, sentAt, asks, turn, next }: OutsideCallDoc,
  step: Step,
): Claimed => ({
  asks,
  call: { id, operation, request, ...(sentAt === undefined ? {} : { sentAt }) },
  step,
  turn,
  until: next ?? 0,
})

/** @returns undefined when it is settled, not due, or another worker's */
const claim = (worker: Worker, service: OutsideService, id: string): Promise<Claimed | undefined> =>
  transact(worker, async (tx) => {
    const doc = await tx.get(outsideCalls, id)
    const step = doc && stepOf(doc.state)
    if (!doc || !step || doc.service !== service.name || (doc.next ?? Infinity) > worker.clock())
      return undefined
    const mine = taken(doc, step, service, tx.now)
    tx.replace(outsideCalls, id, mine)
    return claimedOf(id, mine, step)
  })

const labelOf = (error: unknown): string =>
  error instanceof Error ? error.name.replace(/[^A-Za-z]/g, '').slice(0, 40) || 'Error' : 'Error'

/** In time, or `unknown`: also where the adapter does not heed its signal. A worker that slept too long leaves it alone. */
const perform = async (
  worker: Worker,
  service: OutsideService,
  { call, step, until }: Claimed,
): Promise<Found> => {
  if (worker.clock() + service.patience > until) return { outcome: 'unknown', why: 'Overslept' }
  const stop = new AbortController()
  const tooLate = (): Found => ({ outcome: 'unknown', why: 'Timeout' })
  const late = sleep(service.patience, undefined, { signal: stop.signal }).then(tooLate, tooLate)
  const act = async (): Promise<Found> => {
    if (step === 'close')
      return (await service.close?.(call, stop.signal)) ?? { outcome: 'unknown', why: 'NoClose' }
    return step === 'send' ? service.send(call, stop.signal) : service.ask(call, stop.signal)
  }
  try {
    return await Promise.race([act(), late])
  } catch (error) {
    return { outcome: 'unknown', why: labelOf(error) }
  } finally {
    stop.abort()
  }
}

const settled = (
  doc: OutsideCallDoc,
  found: Extract<Found, { outcome: 'done' | 'refused' }>,
  { keptMs }: OutsideService,
  now: number,
): OutsideCallDoc => {
  const { why: _why, ...rest } = doc
  return {
    ...rest,
    state: found.outcome,
    next: null,
    settledAt: now,
    expiresAt: now + keptMs,
    ...(found.outcome === 'done' ? { answer: found.answer } : { why: found.why }),
  }
}

const tellOf = (tx: Tx, id: string, { tell, about }: OutsideCallDoc, state: CallState): void => {
  if (tell !== null) emit(tx, { kind: tell as EventKind, due: tx.now, payload: { callId: id, about, state } })
}

/** The step that follows at once, claimed in the same commit; or where the call stands now. */
type Recorded = Claimed | 'settled' | 'later' | 'elsewhere'

/** Writes what came of a step. */
const record = (
  worker: Worker,
  service: OutsideService,
  { call, step, turn }: Claimed,
  found: Found,
): Promise<Recorded> =>
  transact<Recorded>(worker, async (tx) => {
    const doc = await tx.get(outsideCalls, call.id)
    if (!doc || doc.turn !== turn || doc.next === null) return 'elsewhere'
    const move: Move = moveAfter(step, found, { sends: doc.sends, canClose: service.close !== undefined })
    if ('step' in move) {
      const mine = taken(doc, move.step, service, tx.now)
      tx.replace(outsideCalls, call.id, mine)
      return claimedOf(call.id, mine, move.step)
    }
    if ('settle' in move) {
      tx.replace(outsideCalls, call.id, settled(doc, move.settle, service, tx.now))
      tellOf(tx, call.id, doc, move.settle.outcome)
      return 'settled'
    }
    const next = tx.now + waitAfter(doc.asks)
    tx.replace(outsideCalls, call.id, { ...doc, state: 'unknown', next, why: move.later })
    return 'later'
  })

const worry = (
  { log }: Worker,
  { name, worryingAfter = WORRYING }: OutsideService,
  { call: { id }, asks }: Claimed,
): void => {
  if (asks >= worryingAfter)
    log.error({ callId: id, service: name, asks }, 'an outside call is still unknown')
}

/** Takes one call as far as it goes now: sent, asked for, or left for later. Safe to repeat, and side by side. */
export const workCall = async (worker: Worker, service: OutsideService, id: string): Promise<void> => {
  let claimed = await claim(worker, service, id)
  while (claimed) {
    const recorded = await record(worker, service, claimed, await perform(worker, service, claimed))
    if (recorded === 'later') worry(worker, service, claimed)
    claimed = typeof recorded === 'string' ? undefined : recorded
  }
}

export interface WorkOptions {
  /** At most so many calls in this run (default 100). */
  readonly limit?: number
  /** No new batch after so many milliseconds (default 40 s: a schedule comes each minute). */
  readonly budget?: number
}

/** Requests to one service at the same time. */
const AT_ONCE = 8

/** A store that was busy: the call is found again when its claim has run out. */
const toldOf =
  ({ log }: Worker, { name }: OutsideService, callId: string) =>
  (err: unknown): void =>
    log.warn({ callId, service: name, error: labelOf(err) }, 'an outside call is left for later')

/** What a job does each minute: every call of a service whose turn has come. @returns how many were looked at */
export const workCalls = async (
  worker: Worker,
  service: OutsideService,
  { limit = 100, budget = 40_000 }: WorkOptions = {},
): Promise<number> => {
  const stopAt = worker.clock() + budget
  const looked = new Set<string>()
  while (looked.size < limit && worker.clock() < stopAt) {
    const page = await worker.store.query<OutsideCallDoc>(outsideCalls.name, {
      index: 'due',
      where: { service: service.name },
      range: { gte: 0, lte: worker.clock() },
      limit: 100,
    })
    const ids = page.items.map(({ id }) => id).filter((id) => !looked.has(id))
    const batch = ids.slice(0, Math.min(AT_ONCE, limit - looked.size))
    if (batch.length === 0) break
    for (const id of batch) looked.add(id)
    await Promise.all(batch.map((id) => workCall(worker, service, id).catch(toldOf(worker, service, id))))
  }
  return looked.size
}
