/** What an entry won at once, as an answer. */
import type * as z from 'zod/mini'
import type { Context } from '../../core/io/context'
import { say, type Text } from '../../core/pure/text'
import type { InstantOutcome } from '../collections'
import type { Campaign } from '../rules/campaign'
import type * as schemas from '../schemas'

/** A prize of a draw, as its campaign names it. */
export const tierOf = (campaign: Campaign, key: string) =>
  campaign.draws
    .flatMap((draw): readonly { readonly key: string; readonly name: Text; readonly prize: number }[] =>
      draw.kind === 'periodic' ? draw.tiers : draw.bands.flatMap(({ tiers }) => tiers),
    )
    .find((one) => one.key === key)

export const showInstant = (
  campaign: Campaign,
  instant: InstantOutcome | null,
  { language }: Pick<Context, 'language'>,
): z.infer<typeof schemas.instantShown> | null => {
  if (instant === null) return null
  const { drawId, tier, spent, prizeId } = instant
  const won = tier === null ? undefined : tierOf(campaign, tier)
  return {
    drawId,
    tier,
    tierName: won ? say(won.name, language) : null,
    fen: won?.prize ?? 0,
    spent,
    prizeId,
  }
}
