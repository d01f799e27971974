/** Campaigns as they stand: read once, parsed once a version. */
import { createHash } from 'node:crypto'
import type { Context, Services } from '../../core/io/context'
import { allOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { canonicalJson } from '../../core/pure/canonical-json'
import { AppError } from '../../core/pure/errors'
import { dayOf } from '../../core/pure/time'
import { campaigns, lotteryPools, type CampaignDoc } from '../collections'
import { poolOn, type Campaign } from '../rules/campaign'

export interface KnownCampaign {
  readonly id: string
  readonly doc: CampaignDoc
  readonly campaign: Campaign
}

/** Rules by their hash: what is published does not change. */
const parsed = new Map<string, Campaign>()
const MOST_PARSED = 100

const parse = ({ rules, rulesHash }: CampaignDoc): Campaign => {
  const before = parsed.get(rulesHash)
  if (before) return before
  const campaign = JSON.parse(rules) as Campaign
  if (parsed.size >= MOST_PARSED) parsed.clear()
  parsed.set(rulesHash, campaign)
  return campaign
}

export const rulesTextOf = (campaign: Campaign): string => canonicalJson(campaign)
export const hashOfText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

export const knownCampaign = (id: string, doc: CampaignDoc): KnownCampaign => ({
  id,
  doc,
  campaign: parse(doc),
})

/** @throws AppError NOT_FOUND for an unknown one, and for a draft */
export const publishedCampaign = async (
  { store }: Pick<Services, 'store'>,
  id: string,
): Promise<KnownCampaign> => {
  const doc = await reader(store).get(campaigns, id)
  if (doc?.state !== 'published') throw new AppError('NOT_FOUND')
  return knownCampaign(id, doc)
}

/** The newest first. */
export const publishedCampaigns = async ({ store }: Pick<Services, 'store'>): Promise<KnownCampaign[]> =>
  (await allOf(store, campaigns, { index: 'state', where: { state: 'published' }, order: 'desc' })).map(
    ({ id, doc }) => knownCampaign(id, doc),
  )

export const poolIdOf = (campaign: string, key: string): string => `${campaign}.${key}`

/** A campaign's pools begin with what its rules give them; there already, they stay as they are. */
export const beginPools = async (tx: Tx, campaign: Campaign): Promise<void> => {
  for (const key of new Set(campaign.pools.map((pool) => pool.key))) {
    const id = poolIdOf(campaign.id, key)
    if (await tx.get(lotteryPools, id)) continue
    const total = poolOn(campaign, key, campaign.opensOn)?.total ?? 0
    tx.insert(lotteryPools, id, { v: 1, campaign: campaign.id, left: total, held: 0, paid: 0 })
  }
}

export interface PoolShown {
  readonly key: string
  readonly total: number
  readonly left: number
}

export const poolsOf = async (context: Context, { campaign }: KnownCampaign): Promise<PoolShown[]> => {
  const keys = [...new Set(campaign.pools.map(({ key }) => key))]
  const docs = await reader(context.store).getMany(
    lotteryPools,
    keys.map((key) => poolIdOf(campaign.id, key)),
  )
  return keys.map((key, i) => {
    const doc = docs[i]
    const total = poolOn(campaign, key, dayOf(context.now))?.total ?? 0
    return doc ? { key, total: doc.left + doc.held + doc.paid, left: doc.left } : { key, total, left: total }
  })
}
