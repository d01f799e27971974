/** Campaigns and entries; what knows of rules is loaded with the first call. */
import { callerId } from '../../core/io/identity/caller'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { entrants, lotteryEntries, type EntrantDoc } from '../collections'
import { os } from './os'

const ofShow = () => import('../work/show')
const ofShowCampaign = () => import('../work/show-campaign')
const ofCampaigns = () => import('../work/campaigns')
const ofEnter = () => import('../work/enter')

export const campaigns = os.campaigns.handler(async ({ context }) => {
  const [{ publishedCampaigns }, { showCampaign }] = await Promise.all([ofCampaigns(), ofShowCampaign()])
  return { items: (await publishedCampaigns(context)).map((known) => showCampaign(known, context)) }
})

export const campaign = os.campaign.handler(async ({ input, context }) => {
  const [{ poolsOf, publishedCampaign }, { showCampaign }, { oddsNow }] = await Promise.all([
    ofCampaigns(),
    ofShowCampaign(),
    import('../work/odds'),
  ])
  const known = await publishedCampaign(context, input.id)
  return {
    campaign: showCampaign(known, context),
    rules: known.doc.rules,
    pools: await poolsOf(context, known),
    odds: await oddsNow(context, known, null),
  }
})

export const look = os.look.handler(async ({ input, context }) => {
  const [{ publishedCampaign }, enterWork, { oddsNow }] = await Promise.all([
    ofCampaigns(),
    ofEnter(),
    import('../work/odds'),
  ])
  const found = await enterWork.look(context, input.campaign, input.facts)
  const known = await publishedCampaign(context, input.campaign)
  const mine = await reader(context.store).get(lotteryEntries, found.entering.entryId)
  return {
    verdict: found.verdict,
    mayEnter: found.mayEnter && found.entering.person !== undefined,
    again: found.again,
    reasons: found.reasons.map((reason) => enterWork.showReason(reason, context)),
    odds: await oddsNow(context, known, found.entering.invoice.total),
    entry: mine?.owner === found.entering.accountId ? found.entering.entryId : null,
  }
})

export const enter = os.enter.handler(async ({ input, context }) =>
  (await ofEnter()).enter(context, input.campaign, input.facts),
)

export const mine = os.mine.handler(async ({ input, context }) => {
  const { showEntry } = await ofShow()
  const found = await reader(context.store).query(lotteryEntries, {
    index: 'owner',
    where: { owner: callerId(context) },
    order: 'desc',
    ...input,
  })
  const items = await Promise.all(found.items.map((row) => showEntry(context, row)))
  return { ...pageAnswer(found, ({ id }) => id), items }
})

export const entry = os.entry.handler(async ({ input: { id }, context }) => {
  const doc = await reader(context.store).get(lotteryEntries, id)
  if (doc?.owner !== callerId(context)) throw new AppError('NOT_FOUND')
  const [{ showEntry }, { saltAt }] = await Promise.all([ofShow(), ofEnter()])
  const key = await context.vault.keyOf(doc.owner)
  return {
    entry: await showEntry(context, { id, doc }),
    salt: key.open(saltAt(id), doc.salt),
    holder: doc.subject,
  }
})

const shownLimits = (doc: EntrantDoc | undefined) => ({
  stopped: (doc?.stop ?? null) !== null,
  until: doc?.stop?.until ?? null,
  ownDailyCap: doc?.ownDailyCap ?? null,
})

export const limits = os.limits.handler(async ({ context }) =>
  shownLimits(await reader(context.store).get(entrants, callerId(context))),
)

export const setLimits = os.setLimits.handler(({ input: { stopped, until, ownDailyCap }, context }) => {
  const me = callerId(context)
  return context.transact(async (tx) => {
    await tx.get(entrants, me)
    const doc: EntrantDoc = { v: 1, stop: stopped ? { until } : null, ownDailyCap }
    tx.put(entrants, me, doc)
    return shownLimits(doc)
  })
})
