/** Periods whose commitments are taken: those that are to be frozen next. */
import type { Services } from '../../core/io/context'
import { isPeriodic } from '../rules/campaign'
import { periodsOf, type Period } from '../rules/periods'
import { publishedCampaign, type KnownCampaign } from './campaigns'
import { drawIdOf } from './ids'

/** Of each draw: a party may commit for a week of daily draws at once. */
const AHEAD = 7

type Needs = Pick<Services, 'store' | 'clock'>

/** Not frozen yet by the clock, the next first. */
export const periodsToCome = (
  { clock }: Pick<Needs, 'clock'>,
  { campaign }: KnownCampaign,
): readonly Period[] => {
  const now = clock()
  return campaign.draws
    .filter(isPeriodic)
    .flatMap((draw) =>
      periodsOf(campaign, draw)
        .filter(({ frozenAt }) => frozenAt > now)
        .slice(0, AHEAD),
    )
    .sort((a, b) => a.frozenAt - b.frozenAt)
}

/**
 * @returns the draw's campaign, and its period where that is one of those to come
 * @throws AppError NOT_FOUND for a campaign that is not published
 */
export const periodOfDraw = async (
  services: Needs,
  drawId: string,
): Promise<{ readonly known: KnownCampaign; readonly period: Period | undefined }> => {
  const known = await publishedCampaign(services, drawId.split('.')[0] ?? '')
  const period = periodsToCome(services, known).find(({ key }) => drawIdOf(known.id, key) === drawId)
  return { known, period }
}
