/** Documents as answers. */
import type * as z from 'zod/mini'
import type { Context } from '../../core/io/context'
import type { DataKey } from '../../core/io/security/contract'
import type { Stored } from '../../core/io/store/contract'
import { allOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { maskedAccount } from '../../core/pure/bank-account'
import { movesOpen } from '../../core/pure/case'
import { say, text } from '../../core/pure/text'
import { lotteryDraws, prizes, type DrawDoc, type EntryDoc, type PrizeDoc } from '../collections'
import { instantOfRound } from '../rules/draw/chain'
import { FILES } from '../rules/draw/published'
import type { Campaign } from '../rules/campaign'
import { prizeStep, prizeTable } from '../rules/prizes'
import type * as schemas from '../schemas'
import { publishedCampaign } from './campaigns'
import { accountAt, openAccount } from './claim'
import { periodsOfEntry } from './enter'
import { drawIdOf } from './ids'
import { nameKey } from './parts'
import { termsOf, timesOfPrize } from './prize'
import { returnedOf } from './returned'
import { showInstant, tierOf } from './show-instant'
import { chainOf } from './settings'

const NAMES = [
  FILES.freeze,
  FILES.entries,
  FILES.tiles,
  FILES.beacon,
  FILES.reveals,
  FILES.result,
  FILES.dayOpening,
  FILES.dayClosing,
] as const

/** Nobody is shown a period that entries still join: it has nothing to show yet. A day is open for everybody to see. */
export const isShown = ({ kind, state }: Pick<DrawDoc, 'kind' | 'state'>): boolean =>
  state !== 'opening' && (kind === 'instant' || state !== 'open')

export const showDraw = (
  { id, doc }: Pick<Stored<DrawDoc>, 'id' | 'doc'>,
  context: Pick<Context, 'settings'>,
): z.infer<typeof schemas.drawRow> => ({
  id,
  campaign: doc.campaign,
  kind: doc.kind,
  draw: doc.draw,
  period: doc.period,
  from: doc.from,
  to: doc.to,
  state: doc.state === 'opening' ? 'open' : doc.state,
  frozenAt: doc.frozenAt,
  openedAt: doc.day?.openedAt ?? null,
  round: doc.round,
  roundAt: doc.kind === 'instant' ? doc.to : instantOfRound(chainOf(context), doc.round),
  count: doc.count,
  fen: doc.fen,
  prizes: doc.prizes,
  files: NAMES.flatMap((name) => {
    const size = doc.files[nameKey(name)]
    return size === undefined ? [] : [{ name, size }]
  }),
})

const stateShown = (doc: DrawDoc | undefined): z.infer<typeof schemas.drawState> =>
  doc === undefined || doc.state === 'opening' ? 'open' : doc.state

const drawsOfEntry = async (context: Context, campaign: Campaign, entry: EntryDoc) => {
  const periods = periodsOfEntry(campaign, entry)
  const docs = await reader(context.store).getMany(
    lotteryDraws,
    periods.map(({ key }) => drawIdOf(campaign.id, key)),
  )
  return periods.map(({ key, draw, frozenAt }, i) => ({
    id: drawIdOf(campaign.id, key),
    draw,
    state: stateShown(docs[i]),
    closesAt: frozenAt,
  }))
}

const prizesOfEntry = async ({ store }: Context, entryId: string, { owner }: EntryDoc): Promise<string[]> =>
  (await allOf(store, prizes, { index: 'owner', where: { owner } }))
    .filter(({ doc }) => doc.entryId === entryId)
    .map(({ id }) => id)

export const showEntry = async (
  context: Context,
  { id, doc }: Pick<Stored<EntryDoc>, 'id' | 'doc'>,
): Promise<z.infer<typeof schemas.entry>> => {
  const { campaign } = await publishedCampaign(context, doc.campaign)
  const draws = await drawsOfEntry(context, campaign, doc)
  return {
    id,
    campaign: doc.campaign,
    campaignName: say(campaign.name, context.language),
    at: doc.at,
    total: doc.total,
    doubts: [...doc.doubts],
    excluded: doc.excluded,
    instant: showInstant(campaign, doc.instant, context),
    draws,
    prizes: await prizesOfEntry(context, id, doc),
  }
}

export const showPrize = async (
  context: Context,
  key: DataKey,
  { id, doc }: Pick<Stored<PrizeDoc>, 'id' | 'doc'>,
): Promise<z.infer<typeof schemas.prize>> => {
  const { campaign } = await publishedCampaign(context, doc.campaign)
  const { language } = context
  const { said, until } = prizeStep(doc.state, termsOf(campaign, doc), timesOfPrize(doc))
  const tier = tierOf(campaign, doc.tier)
  const account = doc.account === null ? null : openAccount(key, accountAt(id), doc.account)
  return {
    id,
    campaign: doc.campaign,
    campaignName: say(campaign.name, language),
    drawId: doc.drawId,
    tier: doc.tier,
    tierName: say(tier?.name ?? text(doc.tier, doc.tier), language),
    fen: doc.fen,
    tax: doc.tax,
    payable: doc.fen - doc.tax,
    state: doc.state,
    said: say(said, language),
    until: until?.known ? until.value : null,
    wonAt: doc.wonAt,
    account: account && { ...account, number: maskedAccount(account.number) },
    returned: await returnedOf(context, id, doc),
    moves: [...movesOpen(prizeTable, doc, 'claimant')],
  }
}
