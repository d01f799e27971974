/** A campaign as an answer: in a file of its own, so that the list of them loads no more. */
import type * as z from 'zod/mini'
import type { Context } from '../../core/io/context'
import { say } from '../../core/pure/text'
import type * as schemas from '../schemas'
import type { KnownCampaign } from './campaigns'

export const showCampaign = (
  { id, doc, campaign }: KnownCampaign,
  { language }: Pick<Context, 'language'>,
): z.infer<typeof schemas.campaignRow> => ({
  id,
  name: say(campaign.name, language),
  organiser: say(campaign.organiser, language),
  place: say(campaign.place, language),
  opensOn: campaign.opensOn,
  closesOn: campaign.closesOn,
  basis: say(campaign.basis, language),
  unconfirmed: campaign.unconfirmed,
  rulesHash: doc.rulesHash,
})
