/** What everybody may see of a hall: the display over the windows, and how long one waits. Numbers alone, nobody's name. */
import type { Context, Services } from '../../core/io/context'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { say } from '../../core/pure/text'
import { dayOf } from '../../core/pure/time'
import { catalogueOf, hallOf, hallOnDuty, type Catalogue } from '../../halls/public'
import { tickets, type HallLinesDoc } from '../collections'
import { rulesOf, termsOn } from '../data/terms'
import { RATING_REASONS, windowNumber } from '../rules/fields'
import { waitingBy } from '../rules/ahead'
import { readLines } from './lines'
import { showMatters, showTickets } from './show'
import { showClaim, showWindows } from './show-window'

const total = (lines: HallLinesDoc | undefined): number =>
  lines ? [...waitingBy(lines).values()].reduce((sum, count) => sum + count, 0) : 0

/** @throws AppError NOT_FOUND */
export const board = async (
  context: Pick<Services, 'store' | 'clock'> & Pick<Context, 'now' | 'language'>,
  { hallId, since }: { readonly hallId: string; readonly since?: number | undefined },
) => {
  const hall = hallOf(await catalogueOf(context), hallId)
  const lines = await readLines(context, { hallId, day: dayOf(context.now) })
  const turn = lines?.turn ?? 0
  if (turn === since) return { turn, same: true, asOf: context.now }
  return {
    turn,
    same: false,
    hallName: say(hall.name, context.language),
    state: lines?.state ?? ('open' as const),
    windows: Object.entries(lines?.windows ?? {})
      .filter(([, { state, claim }]) => state !== 'closed' || claim !== null)
      .map(([key, line]) => ({
        window: windowNumber(key),
        state: line.state === 'open' ? ('open' as const) : ('paused' as const),
        at: showClaim(line),
      }))
      .sort((a, b) => a.window.localeCompare(b.window, 'en', { numeric: true })),
    waiting: total(lines),
    asOf: context.now,
  }
}

/** In which slot somebody would come now, and who is still to come before them. */
const slotNow = async (context: Context, catalogue: Catalogue, hallId: string) => {
  const { bandAt, comingOf } = await import('./coming')
  const day = dayOf(context.now)
  const band = await bandAt(context, hallId, context.now)
  return { band, coming: await comingOf(context, catalogue, [{ hallId, day, band }]) }
}

/** @throws AppError NOT_FOUND */
export const hallNow = async (context: Context, { hallId }: { readonly hallId: string }) => {
  const catalogue = await catalogueOf(context)
  const hall = hallOf(catalogue, hallId)
  const day = dayOf(context.now)
  const [lines, slot] = await Promise.all([
    readLines(context, { hallId, day }),
    slotNow(context, catalogue, hallId),
  ])
  return {
    hallName: say(hall.name, context.language),
    state: lines?.state ?? ('closed' as const),
    windows: Object.values(lines?.windows ?? {}).filter(({ state }) => state === 'open').length,
    byPosition: hall.byPosition === true,
    matters: showMatters(context, catalogue, { hall, lines, ...slot }),
    rules: rulesOf(termsOn(day)).map(({ rule, basis, unconfirmed }) => ({
      rule: say(rule, context.language),
      basis: say(basis, context.language),
      unconfirmed,
    })),
    asOf: context.now,
  }
}

const minutes = (sum: number, count: number): number => Math.round(sum / count / 60_000)

/** The numbers at the caller's own windows, whole: whoever comes back to a window goes on with what is there. */
const withTickets = async (context: Context, windows: ReturnType<typeof showWindows>) => {
  const ids = windows.flatMap(({ mine, at }) => (mine && at && 'ticketId' in at ? [at.ticketId] : []))
  const found = await reader(context.store).getMany(tickets, ids)
  const seen = ids.flatMap((id, i) => {
    const doc = found[i]
    return doc ? [{ id, doc }] : []
  })
  const shown = new Map((await showTickets(context, seen)).map((ticket) => [ticket.id, ticket]))
  return windows.map((one) => {
    const ticket = one.mine && one.at && 'ticketId' in one.at ? shown.get(one.at.ticketId) : undefined
    return ticket ? { ...one, ticket } : one
  })
}

/** @throws AppError NOT_FOUND */
export const desk = async (context: Context, { hallId }: { readonly hallId: string }) => {
  const { catalogue, hall } = await hallOnDuty(context, hallId)
  const [lines, slot] = await Promise.all([
    readLines(context, { hallId: hall.id, day: dayOf(context.now) }),
    slotNow(context, catalogue, hall.id),
  ])
  const { served, missed, waited, serving } = lines?.totals ?? { served: 0, missed: 0, waited: 0, serving: 0 }
  return {
    turn: lines?.turn ?? 0,
    state: lines?.state ?? ('open' as const),
    windows: await withTickets(context, showWindows(context, hall, lines)),
    matters: showMatters(context, catalogue, { hall, lines, ...slot }),
    waiting: total(lines),
    served,
    missed,
    ...(served === 0 ? {} : { waited: minutes(waited, served), serving: minutes(serving, served) }),
    asOf: context.now,
  }
}

const isReason = (value: string): value is (typeof RATING_REASONS)[number] =>
  RATING_REASONS.some((reason) => reason === value)

/** @throws AppError NOT_FOUND */
export const ratings = async (
  context: Context,
  {
    hallId,
    limit,
    after,
  }: { readonly hallId: string; readonly limit: number; readonly after?: string | undefined },
) => {
  const { catalogue, hall } = await hallOnDuty(context, hallId)
  const page = await reader(context.store).query(tickets, {
    index: 'rated',
    where: { hallId: hall.id },
    range: { gt: 0 },
    order: 'desc',
    limit,
    ...(after === undefined ? {} : { after }),
  })
  return pageAnswer(page, ({ doc }) => {
    const matter = catalogue.matters.get(doc.matter)
    return {
      number: doc.number,
      matterName: matter ? say(matter.name, context.language) : doc.matter,
      ...(doc.window === null ? {} : { window: windowNumber(doc.window) }),
      stars: doc.stars ?? 0,
      reasons: (doc.reasons ?? []).filter(isReason),
      at: doc.ratedAt ?? 0,
    }
  })
}
