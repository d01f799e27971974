/** Days of instant draws as who runs them sees them: whose amounts, how many won, and which should have been opened by now. */
import type * as z from 'zod/mini'
import type { Context } from '../../core/io/context'
import type { Stored } from '../../core/io/store/contract'
import { reader } from '../../core/io/store/reader'
import { say } from '../../core/pure/text'
import { addDays, dayOf, instantOf, MINUTE } from '../../core/pure/time'
import { lotteryDays, lotteryDraws, type DrawDoc } from '../collections'
import { isInstant, type Campaign } from '../rules/campaign'
import { daysOfBands, isToBeOpened, OPENED_FROM, type DayOfBand } from '../rules/instant-day'
import type * as schemas from '../schemas-office'
import type { KnownCampaign } from './campaigns'
import { drawIdOf } from './ids'

type Row = z.infer<typeof schemas.consoleRow>

/** The schedule comes by each minute; so much later something stands in its way. */
export const LATE = 3 * MINUTE

/** Null where the draw is for all amounts alike. */
const shownBand = ({ bands }: DayOfBand['draw'], place: number | undefined): Row['band'] => {
  const band = bands.length > 1 && place !== undefined ? bands[place] : undefined
  return band ? { from: band.from, below: band.below } : null
}

export const bandOf = ({ draws }: Campaign, { draw: key, day }: DrawDoc): Row['band'] => {
  const draw = draws.filter(isInstant).find((one) => one.key === key)
  return draw ? shownBand(draw, day?.band) : null
}

/** Prizes of a draw that were written; of a day, those won at once so far. */
export const writtenOf = async (
  { store }: Pick<Context, 'store'>,
  { id, doc }: Pick<Stored<DrawDoc>, 'id' | 'doc'>,
): Promise<number> => {
  if (doc.kind === 'periodic' || doc.state === 'published') return doc.prizes
  return (await reader(store).get(lotteryDays, id))?.wins ?? 0
}

const toBeOpened = (
  { now, language }: Pick<Context, 'now' | 'language'>,
  { id }: KnownCampaign,
  { draw, place, day, period }: DayOfBand,
): Row => ({
  id: drawIdOf(id, period.key),
  kind: 'instant',
  draw: draw.key,
  name: say(draw.name, language),
  band: shownBand(draw, place),
  begun: false,
  from: period.from,
  to: period.to,
  state: 'opening',
  count: 0,
  more: false,
  closesAt: period.to,
  drawnAt: null,
  next: 'open',
  nextAt: null,
  late: now > instantOf(addDays(day, -1), OPENED_FROM) + LATE ? 'open' : null,
})

/** Tomorrow’s that nothing is kept of, though it is past the noon from which on they are opened. */
export const daysNotBegun = async (context: Context, known: KnownCampaign): Promise<readonly Row[]> => {
  const { now, store } = context
  const day = addDays(dayOf(now), 1)
  if (!isToBeOpened(day, now)) return []
  const bands = known.campaign.draws
    .filter(isInstant)
    .flatMap((draw) => daysOfBands(known.campaign, draw, day))
  const docs = await reader(store).getMany(
    lotteryDraws,
    bands.map(({ period }) => drawIdOf(known.id, period.key)),
  )
  return bands.filter((_, i) => !docs[i]).map((of) => toBeOpened(context, known, of))
}
