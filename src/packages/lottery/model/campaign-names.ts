/** A campaign as its published rules have it, and what its draws, tiers and pools are called. Pure. */
import { say, type Text } from '../../../../functions/core/pure/text'
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import type { Language } from '../../../messages'

/** The published text of a campaign's rules; what the server has published holds together. */
export const campaignOf = (rules: string): Campaign => JSON.parse(rules) as Campaign

interface Called {
  readonly key: string
  readonly name: Text
}

const nameIn = (all: readonly Called[], key: string, language: Language): string | undefined => {
  const found = all.find((one) => one.key === key)
  return found && say(found.name, language)
}

/** Undefined where nothing is called so: a key is not for people. */
export const drawName = ({ draws }: Campaign, key: string, language: Language): string | undefined =>
  nameIn(draws, key, language)

export const tierName = (
  { draws }: Campaign,
  draw: string,
  key: string,
  language: Language,
): string | undefined =>
  nameIn(
    draws
      .filter((one) => one.key === draw)
      .flatMap((one): readonly Called[] =>
        one.kind === 'periodic' ? one.tiers : one.bands.flatMap(({ tiers }) => tiers),
      ),
    key,
    language,
  )

export const poolName = ({ pools }: Campaign, key: string, language: Language): string | undefined =>
  nameIn(pools, key, language)
