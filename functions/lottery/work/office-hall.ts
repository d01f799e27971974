/** Which halls’ lotteries somebody runs or reviews: a duty at the hall, whatever the role. */
import type { Context } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { mayAct } from '../../core/pure/duties'
import { AppError } from '../../core/pure/errors'
import { catalogueOf, hallOf, type Hall } from '../../halls/public'
import { campaigns } from '../collections'
import { knownCampaign, type KnownCampaign } from './campaigns'

export type OfficeDuty = 'draw' | 'review'
const OFFICE_DUTIES: readonly OfficeDuty[] = ['draw', 'review']

export const dutiesAt = ({ caller }: Pick<Context, 'caller'>, { id, region }: Hall): readonly OfficeDuty[] =>
  caller.kind === 'account'
    ? OFFICE_DUTIES.filter((duty) => mayAct({ grants: caller.grants, duty, place: { hallId: id, region } }))
    : []

/** In the catalogue’s order. */
export const officeHalls = async (context: Context) =>
  [...(await catalogueOf(context)).halls.values()]
    .map((hall) => ({ hall, duties: dutiesAt(context, hall) }))
    .filter(({ duties }) => duties.length > 0)

/** @throws AppError NOT_FOUND for an unknown hall and for another office’s alike */
export const officeHall = async (context: Context, hallId: string): Promise<Hall> => {
  const hall = hallOf(await catalogueOf(context), hallId)
  if (dutiesAt(context, hall).length === 0) throw new AppError('NOT_FOUND')
  return hall
}

/** A campaign of an office of the caller’s, a draft too. @throws AppError NOT_FOUND */
export const officeCampaignOf = async (context: Context, id: string): Promise<KnownCampaign> => {
  const doc = await reader(context.store).get(campaigns, id)
  if (!doc) throw new AppError('NOT_FOUND')
  await officeHall(context, doc.hallId)
  return knownCampaign(id, doc)
}

/** The same, once it is published: drafts have no draws, no entries and no books. @throws AppError NOT_FOUND */
export const runningCampaignOf = async (context: Context, id: string): Promise<KnownCampaign> => {
  const known = await officeCampaignOf(context, id)
  if (known.doc.state !== 'published') throw new AppError('NOT_FOUND')
  return known
}
