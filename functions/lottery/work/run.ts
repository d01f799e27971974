/** The clock of draws: days of instant draws are opened and closed; periods that are over are frozen, frozen ones drawn once their round is there, drawn ones published. */
import type { Services } from '../../core/io/context'
import { allOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { dayOf } from '../../core/pure/time'
import { lotteryDraws } from '../collections'
import { inForce } from '../../core/pure/law'
import { isPeriodic } from '../rules/campaign'
import { periodsOf } from '../rules/periods'
import { publishedCampaigns } from './campaigns'
import { dueDays } from './due-days'
import { drawPeriod, publishPrizes } from './draw'
import { freezePeriod, type Due } from './freeze'
import { drawIdOf } from './ids'

/** A period is closed a little after its end: two clocks may differ. */
const GRACE = 5_000
/** Periods of a draw that are looked back on: what was missed for longer is an operator’s. */
const BACK = 40

/** Periods that are over and neither drawn nor empty yet. */
export const duePeriods = async (services: Services): Promise<readonly Due[]> => {
  const now = services.clock()
  const due: Due[] = []
  for (const known of await publishedCampaigns(services))
    for (const draw of known.campaign.draws.filter(isPeriodic)) {
      if (!inForce(draw, dayOf(now)) && draw.effectiveTo === null) continue
      const over = periodsOf(known.campaign, draw).filter(({ frozenAt }) => frozenAt + GRACE <= now)
      const periods = over.slice(-BACK)
      const docs = await reader(services.store).getMany(
        lotteryDraws,
        periods.map(({ key }) => drawIdOf(known.id, key)),
      )
      periods.forEach((period, i) => {
        const state = docs[i]?.state
        if (state === undefined || state === 'open' || state === 'freezing') due.push({ known, draw, period })
      })
    }
  return due
}

/** One that fails is left for the next minute, and told; the others go on. @returns how many were moved on */
export const runDraws = async (services: Services): Promise<number> => {
  let moved = 0
  const tried = async (id: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
      moved += 1
    } catch (error) {
      services.log.error({ err: error, draw: id }, 'a draw is left for later')
    }
  }
  // First what cannot wait: a day that is not opened before it begins is none.
  for (const { ids, work } of await dueDays(services)) await tried(ids.join(' '), work)
  for (const due of await duePeriods(services)) await tried(due.period.key, () => freezePeriod(services, due))
  for (const state of ['frozen', 'drawn'] as const)
    for (const { id } of await allOf(services.store, lotteryDraws, { index: 'state', where: { state } }))
      await tried(id, async () => {
        await drawPeriod(services, id)
        await publishPrizes(services, id)
      })
  return moved
}
