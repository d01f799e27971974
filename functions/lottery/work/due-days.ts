/** Days of instant draws that the clock has work with. */
import type { Services } from '../../core/io/context'
import { allOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { addDays, dayOf, type Instant } from '../../core/pure/time'
import { lotteryDraws, type DrawDoc } from '../collections'
import { isInstant } from '../rules/campaign'
import { daysOfBands, isToBeOpened } from '../rules/instant-day'
import { publishedCampaigns } from './campaigns'
import { closeInstantDay } from './day-close'
import { openInstantDay } from './day-open'
import { drawIdOf } from './ids'

export interface DueDay {
  readonly ids: readonly string[]
  readonly work: () => Promise<void>
}

const toOpen = async (services: Services): Promise<readonly DueDay[]> => {
  const day = addDays(dayOf(services.clock()), 1)
  if (!isToBeOpened(day, services.clock())) return []
  const wanted = (await publishedCampaigns(services)).flatMap((known) =>
    known.campaign.draws
      .filter(isInstant)
      .map((draw) => daysOfBands(known.campaign, draw, day))
      .map((bands) => ({ known, bands, ids: bands.map(({ period }) => drawIdOf(known.id, period.key)) })),
  )
  const docs = await reader(services.store).getMany(
    lotteryDraws,
    wanted.flatMap(({ ids }) => ids),
  )
  const states = new Map(wanted.flatMap(({ ids }) => ids).map((id, at) => [id, docs[at]?.state]))
  const isOpened = (id: string): boolean => (states.get(id) ?? 'opening') !== 'opening'
  return wanted
    .filter(({ ids }) => !ids.every(isOpened))
    .map(({ known, bands, ids }) => ({
      ids,
      work: () => openInstantDay(services, known, bands),
    }))
}

/** A day is closed a little after its end: two clocks may differ. */
const GRACE = 5_000

/** One that is not open when it begins never is. */
const isOver = ({ state, from, to }: DrawDoc, now: Instant): boolean =>
  state === 'opening' ? from <= now : to + GRACE <= now

const toClose = async (services: Services): Promise<readonly DueDay[]> => {
  const due: DueDay[] = []
  for (const state of ['opening', 'open', 'freezing'] as const)
    for (const { id, doc } of await allOf(services.store, lotteryDraws, { index: 'state', where: { state } }))
      if (doc.kind === 'instant' && isOver(doc, services.clock()))
        due.push({ ids: [id], work: () => closeInstantDay(services, id) })
  return due
}

/** Days to be opened, then days that are over. */
export const dueDays = async (services: Services): Promise<readonly DueDay[]> => [
  ...(await toOpen(services)),
  ...(await toClose(services)),
]
