/** What is wrong with a campaign, at which of its fields. Pure. */
import type { Text } from '../../core/pure/text'

/** Dotted, as the field stands in the campaign: `draws.0.tiers.1.prize`. */
export interface CampaignProblem {
  readonly path: string
  readonly code: string
  readonly message: Text
}

export const problem = (path: string, code: string, message: Text): CampaignProblem => ({
  path,
  code,
  message,
})
