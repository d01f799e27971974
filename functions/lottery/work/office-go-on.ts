/** Doing now what the schedule does for a draw: safe to repeat, nothing before its time, and what stands in the way is told. */
import type { Context } from '../../core/io/context'
import { auditEntry } from '../../core/io/audit/entry'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { hallOnDuty } from '../../halls/public'
import type * as z from 'zod/mini'
import { lotteryDraws, type DrawDoc } from '../collections'
import { fetchBeacon } from '../draw/relays'
import { instantOfRound } from '../rules/draw/chain'
import type * as schemas from '../schemas-office'
import { drawPeriod, publishPrizes } from './draw'
import { dueDays } from './due-days'
import { freezePeriod } from './freeze'
import { drawIdOf } from './ids'
import { runningCampaignOf } from './office-hall'
import { duePeriods } from './run'
import { chainOf, relaysOf } from './settings'

type Answer = z.infer<typeof schemas.relayAnswer>

interface GoneOn {
  readonly state: DrawDoc['state']
  readonly moved: boolean
  readonly why: 'time' | 'round' | 'failed' | null
  readonly relays: Answer[]
}

/** Milliseconds that a relay has when it is only asked what is wrong. */
const PATIENCE = 2_500

/** The steps of the schedule for this one draw. @throws what a step throws */
const step = async (context: Context, id: string): Promise<void> => {
  for (const day of await dueDays(context)) if (day.ids.includes(id)) await day.work()
  const due = (await duePeriods(context)).find(({ known, period }) => drawIdOf(known.id, period.key) === id)
  if (due) await freezePeriod(context, due)
  await drawPeriod(context, id)
  await publishPrizes(context, id)
}

/** A relay’s name without what an address may carry. */
const hostOf = (relay: string): string => {
  try {
    return new URL(relay).host
  } catch {
    return 'relay'
  }
}

const ANSWER = 120

/** Of a frozen draw whose round is due: what each relay answers. */
const relaysSay = async (context: Context, { round }: DrawDoc): Promise<Answer[]> => {
  const asked = { chain: chainOf(context), round, relays: relaysOf(context), patience: PATIENCE }
  const fetched = await fetchBeacon(asked)
  if (fetched.ok) return []
  return fetched.tried.map(({ relay, why }) => ({ relay: hostOf(relay), why: why.slice(0, ANSWER) }))
}

const waits = async (context: Context, doc: DrawDoc): Promise<Pick<GoneOn, 'why' | 'relays'>> => {
  if (doc.state === 'open') return { why: 'time', relays: [] }
  if (doc.state !== 'frozen') return { why: null, relays: [] }
  if (context.clock() < instantOfRound(chainOf(context), doc.round)) return { why: 'time', relays: [] }
  return { why: 'round', relays: await relaysSay(context, doc) }
}

/** A draw’s campaign stands in its id: a day that was never opened has nothing else yet. */
const campaignOf = (id: string, doc: DrawDoc | undefined): string => doc?.campaign ?? id.split('.')[0] ?? ''

/** @throws AppError NOT_FOUND, also for what has neither begun nor is due */
export const goOnWith = async (context: Context, id: string): Promise<GoneOn> => {
  const { store, log } = context
  const before = await reader(store).get(lotteryDraws, id)
  const known = await runningCampaignOf(context, campaignOf(id, before))
  const { hall } = await hallOnDuty(context, known.doc.hallId, 'draw')
  const failed = await step(context, id).then(
    () => false,
    (error: unknown) => {
      log.error({ err: error, draw: id }, 'a draw that was told to go on is left for later')
      return true
    },
  )
  const doc = await reader(store).get(lotteryDraws, id)
  if (!doc && !failed) throw new AppError('NOT_FOUND')
  const state = doc?.state ?? 'opening'
  const found = failed || !doc ? { why: 'failed' as const, relays: [] } : await waits(context, doc)
  return context.transact((tx) => {
    auditEntry(tx, {
      actor: callerId(context),
      action: context.procedure,
      subject: id,
      hallId: hall.id,
      detail: { before: before?.state ?? 'none', state, why: found.why },
    })
    return Promise.resolve({ state, moved: doc !== undefined && state !== before?.state, ...found })
  })
}
