/** A campaign as its published rules have it, and what its draws and tiers are called. Pure. */
import { say } from '../../../../functions/core/pure/text'
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import type { Language } from '../../../messages'

/** The published text of a campaign's rules; what the server has published holds together. */
export const campaignOf = (rules: string): Campaign => JSON.parse(rules) as Campaign

/** The key itself where nothing is called so. */
export const drawName = ({ draws }: Campaign, key: string, language: Language): string => {
  const found = draws.find((draw) => draw.key === key)
  return found ? say(found.name, language) : key
}

export const tierName = ({ draws }: Campaign, draw: string, key: string, language: Language): string => {
  const tiers = draws.flatMap((one) => (one.kind === 'periodic' && one.key === draw ? one.tiers : []))
  const found = tiers.find((tier) => tier.key === key)
  return found ? say(found.name, language) : key
}

export const poolName = ({ pools }: Campaign, key: string, language: Language): string => {
  const found = pools.find((pool) => pool.key === key)
  return found ? say(found.name, language) : key
}
