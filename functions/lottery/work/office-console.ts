/** Draws as who runs them sees them: where each stands by its document, what comes next by its rules, and what is late. */
import type * as z from 'zod/mini'
import type { Context } from '../../core/io/context'
import type { Stored } from '../../core/io/store/contract'
import { pagesOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { dayOf, type Instant } from '../../core/pure/time'
import { lotteryDraws, lotteryEntries, type DrawDoc } from '../collections'
import { exclusionOf } from '../data/exclusions'
import { drawsOn, isPeriodic, type Campaign } from '../rules/campaign'
import { instantOfRound } from '../rules/draw/chain'
import { dayOpeningShape, freezeShape, type DayOpening, type Freeze } from '../rules/draw/documents'
import { FILES } from '../rules/draw/published'
import { readAs } from '../rules/draw/shape'
import { entryPeriod, periodOf, timesOf, type Period } from '../rules/periods'
import type { Draw } from '../rules/plan'
import type * as schemas from '../schemas-office'
import type { KnownCampaign } from './campaigns'
import { drawIdOf } from './ids'
import { bandOf, daysNotBegun, LATE, writtenOf } from './office-days'
import { runningCampaignOf } from './office-hall'
import { publishedOf } from './parts'
import { chainOf } from './settings'
import { showDraw } from './show'

type Row = z.infer<typeof schemas.consoleRow>
type Step = z.infer<typeof schemas.drawStep>

/** Entries that are counted for a row. */
const MOST_COUNTED = 5_000

interface Next {
  readonly next: Step | null
  /** Null: at once. */
  readonly at: Instant | null
  /** From then on it is late. */
  readonly due: Instant
}

const NOTHING: Next = { next: null, at: null, due: Number.MAX_SAFE_INTEGER }

const nextOf = (doc: DrawDoc, closesAt: Instant, roundAt: Instant): Next => {
  switch (doc.state) {
    case 'opening':
      return { next: 'open', at: null, due: doc.changedAt + LATE }
    case 'open':
      return { next: 'close', at: closesAt, due: closesAt + LATE }
    case 'freezing':
      return { next: 'freeze', at: null, due: doc.changedAt + LATE }
    case 'frozen':
      return { next: 'round', at: roundAt, due: roundAt + LATE }
    case 'drawn':
      return { next: 'publish', at: null, due: doc.changedAt + LATE }
    default:
      return NOTHING
  }
}

const stands = ({ now }: Pick<Context, 'now'>, { next, at, due }: Next) => ({
  next,
  nextAt: at,
  late: now > due ? next : null,
})

/** So far, and no more of them than is read in a moment. */
const countIn = async (
  { store }: Pick<Context, 'store'>,
  { id, doc: { campaign, kind, from, to } }: Pick<Stored<DrawDoc>, 'id' | 'doc'>,
): Promise<{ readonly count: number; readonly more: boolean }> => {
  const query = { index: 'campaign', where: { campaign }, range: { gte: from, lt: to } } as const
  let [looked, count] = [0, 0]
  for await (const rows of pagesOf(store, lotteryEntries, query)) {
    looked += rows.length
    count += kind === 'periodic' ? rows.length : rows.filter(({ doc }) => doc.instant?.drawId === id).length
    if (looked >= MOST_COUNTED) return { count: Math.min(count, MOST_COUNTED), more: true }
  }
  return { count, more: false }
}

const plannedTimes = (draw: Draw | undefined, period: Period | undefined) => {
  const drawnAt = draw?.kind === 'periodic' && period ? timesOf(draw, period).drawnAt : undefined
  return { closesAt: period?.frozenAt ?? null, drawnAt: drawnAt?.known ? drawnAt.value : null }
}

const nameOf = (campaign: Campaign, key: string): Pick<Draw, 'name' | 'kind'> | undefined =>
  campaign.draws.find((draw) => draw.key === key)

const showRow = async (
  context: Context,
  { campaign }: KnownCampaign,
  { id, doc }: Pick<Stored<DrawDoc>, 'id' | 'doc'>,
): Promise<Row> => {
  const found = doc.kind === 'periodic' ? entryPeriod(campaign, doc.draw, doc.from) : undefined
  const named = nameOf(campaign, doc.draw)
  const times =
    doc.kind === 'periodic' ? plannedTimes(found?.draw, found?.period) : { closesAt: doc.to, drawnAt: null }
  const roundAt = instantOfRound(chainOf(context), doc.round)
  const joining = doc.state === 'open'
  return {
    id,
    kind: doc.kind,
    draw: doc.draw,
    name: named ? say(named.name, context.language) : doc.draw,
    band: bandOf(campaign, doc),
    begun: true,
    from: doc.from,
    to: doc.to,
    state: doc.state,
    ...(joining ? await countIn(context, { id, doc }) : { count: doc.count, more: false }),
    ...times,
    ...stands(context, nextOf(doc, times.closesAt ?? doc.to, roundAt)),
  }
}

/** A period of now that nobody has entered: there is no document of it yet. */
const emptyRow = ({ language }: Context, { id }: KnownCampaign, draw: Draw, period: Period): Row => ({
  id: drawIdOf(id, period.key),
  kind: draw.kind,
  draw: draw.key,
  name: say(draw.name, language),
  band: null,
  begun: false,
  from: period.from,
  to: period.to,
  state: 'open',
  count: 0,
  more: false,
  ...plannedTimes(draw, period),
  next: 'close',
  nextAt: period.frozenAt,
  late: null,
})

const notBegun = async (context: Context, known: KnownCampaign): Promise<readonly Row[]> => {
  const { campaign } = known
  const periods = drawsOn(campaign, dayOf(context.now))
    .filter(isPeriodic)
    .flatMap((draw) => {
      const period = periodOf(campaign, draw, context.now)
      return period ? [{ draw, period }] : []
    })
  const docs = await reader(context.store).getMany(
    lotteryDraws,
    periods.map(({ period }) => drawIdOf(known.id, period.key)),
  )
  return periods.filter((_, i) => !docs[i]).map(({ draw, period }) => emptyRow(context, known, draw, period))
}

interface Asked {
  readonly campaign: string
  readonly kind: DrawDoc['kind']
  readonly limit: number
  readonly after?: string | undefined
}

/** The latest first. @throws AppError NOT_FOUND */
export const consoleOf = async (context: Context, { campaign, kind, ...page }: Asked) => {
  const known = await runningCampaignOf(context, campaign)
  const found = await reader(context.store).query(lotteryDraws, {
    index: 'campaign',
    where: { campaign, kind },
    order: 'desc',
    ...page,
  })
  const rows = await Promise.all(found.items.map((row) => showRow(context, known, row)))
  const missing = kind === 'periodic' ? notBegun : daysNotBegun
  const before = page.after === undefined ? await missing(context, known) : []
  return { items: [...before, ...rows], ...(found.next === undefined ? {} : { next: found.next }) }
}

/** It stands in the signed freeze; a day's, to its seed, in its signed opening. */
const commitmentOf = async (
  context: Context,
  { id, doc: { kind } }: Pick<Stored<DrawDoc>, 'id' | 'doc'>,
): Promise<string | null> => {
  const files = publishedOf(context, id)
  if (kind === 'instant') {
    const opening = readAs<DayOpening>(await files.text(FILES.dayOpening), dayOpeningShape)
    return opening.ok ? opening.value.seedCommitment : null
  }
  const text = await files.text(FILES.freeze)
  const read = readAs<Freeze>(text, freezeShape)
  return read.ok ? read.value.commitment : null
}

/** @throws AppError NOT_FOUND */
export const drawOf = async (
  context: Context,
  id: string,
): Promise<{ readonly doc: DrawDoc; readonly known: KnownCampaign }> => {
  const doc = await reader(context.store).get(lotteryDraws, id)
  if (!doc) throw new AppError('NOT_FOUND')
  return { doc, known: await runningCampaignOf(context, doc.campaign) }
}

/** @throws AppError NOT_FOUND */
export const consoleDrawOf = async (
  context: Context,
  id: string,
): Promise<z.infer<typeof schemas.consoleDraw>> => {
  const { doc, known } = await drawOf(context, id)
  const closed = doc.frozenAt > 0
  return {
    ...(await showRow(context, known, { id, doc })),
    frozenAt: closed ? doc.frozenAt : null,
    round: doc.round,
    roundAt: doc.round > 0 ? instantOfRound(chainOf(context), doc.round) : null,
    commitment: await commitmentOf(context, { id, doc }),
    rulesHash: doc.rulesHash,
    fen: doc.fen,
    places: doc.tiers.reduce((sum, { places }) => sum + places, 0),
    written: await writtenOf(context, { id, doc }),
    exclusions: doc.exclusions.map(({ reason, entries }) => {
      const why = exclusionOf(reason)
      return { reason, said: why ? say(why.rule, context.language) : reason, entries }
    }),
    files: showDraw({ id, doc }, context).files,
  }
}
