/** Who runs campaigns, and schedules. What is heavy is loaded with the first call that needs it. */
import { createHash } from 'node:crypto'
import { auditEntry } from '../../core/io/audit/entry'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { hallOnDuty } from '../../halls/public'
import { campaigns, lotteryDraws, type CampaignDoc } from '../collections'
import type { Campaign } from '../rules/campaign'
import { os } from './os'

const ofCampaigns = () => import('../work/campaigns')

const parsed = (rules: string): unknown => {
  try {
    return JSON.parse(rules)
  } catch {
    return undefined
  }
}

export const saveCampaign = os.saveCampaign.handler(async ({ input: { hallId, rules }, context }) => {
  const { hall } = await hallOnDuty(context, hallId, 'draw')
  const [{ validateCampaign }, { hashOfText, rulesTextOf }] = await Promise.all([
    import('../campaign-schema'),
    ofCampaigns(),
  ])
  const found = validateCampaign(parsed(rules))
  if (!found.ok)
    throw new AppError('CAMPAIGN_FAULTS', {
      problems: found.problems.map(({ path, message }) => ({
        path,
        message: say(message, context.language),
      })),
    })
  const { id } = found.campaign
  const canonical = rulesTextOf(found.campaign)
  const rulesHash = hashOfText(canonical)
  return context.transact(async (tx) => {
    const before = await tx.get(campaigns, id)
    if (before && before.hallId !== hall.id) throw new AppError('NOT_FOUND')
    if (before?.state === 'published') throw new AppError('CAMPAIGN_PUBLISHED')
    const doc: CampaignDoc = {
      v: 1,
      state: 'draft',
      rules: canonical,
      rulesHash,
      hallId: hall.id,
      changedAt: tx.now,
      publishedAt: null,
    }
    tx.put(campaigns, id, doc)
    auditEntry(tx, {
      actor: callerId(context),
      action: context.procedure,
      subject: id,
      hallId: hall.id,
      detail: { rulesHash },
    })
    return { id, rulesHash }
  })
})

export const publishCampaign = os.publishCampaign.handler(async ({ input: { id }, context }) => {
  const draft = await reader(context.store).get(campaigns, id)
  if (!draft) throw new AppError('NOT_FOUND')
  const { hall } = await hallOnDuty(context, draft.hallId, 'draw')
  const { beginPools } = await ofCampaigns()
  return context.transact(async (tx) => {
    const doc = await tx.get(campaigns, id)
    if (!doc) throw new AppError('NOT_FOUND')
    if (doc.state === 'published') throw new AppError('CAMPAIGN_PUBLISHED')
    tx.replace(campaigns, id, { ...doc, state: 'published', changedAt: tx.now, publishedAt: tx.now })
    await beginPools(tx, JSON.parse(doc.rules) as Campaign)
    auditEntry(tx, {
      actor: callerId(context),
      action: context.procedure,
      subject: id,
      hallId: hall.id,
      detail: { rulesHash: doc.rulesHash },
    })
    return { id, rulesHash: doc.rulesHash }
  })
})

/** What anybody may bring is checked by the chain’s key; that it was brought is audited. */
export const bringBeacon = os.bringBeacon.handler(async ({ input: { id, signature }, context }) => {
  const doc = await reader(context.store).get(lotteryDraws, id)
  if (!doc) throw new AppError('NOT_FOUND')
  const { doc: campaign } = await (await ofCampaigns()).publishedCampaign(context, doc.campaign)
  await hallOnDuty(context, campaign.hallId, 'draw')
  const [{ drawPeriod, publishPrizes }, { chainOf }] = await Promise.all([
    import('../work/draw'),
    import('../work/settings'),
  ])
  const randomness = createHash('sha256').update(Buffer.from(signature, 'hex')).digest('hex')
  const beacon = { chain: chainOf(context).hash, round: doc.round, signature, randomness }
  const done = await drawPeriod(context, id, { beacon }).catch((error: unknown) => {
    context.log.warn({ err: error, draw: id }, 'a beacon that was brought is refused')
    return false
  })
  if (!done) throw new AppError('CASE_STATE')
  await publishPrizes(context, id)
  return context.transact((tx) => {
    auditEntry(tx, {
      actor: callerId(context),
      action: context.procedure,
      subject: id,
      hallId: campaign.hallId,
      detail: { round: doc.round },
    })
    return Promise.resolve({ state: 'published' })
  })
})

export const flags = os.flags.handler(async ({ input: { campaign, day }, context }) => {
  const { flagsOn } = await import('../work/exclude')
  const found = await flagsOn(context, campaign, day)
  return {
    flags: found.map(({ code, reason, entries, rule, basis, unconfirmed }) => ({
      code,
      reason: say(reason, context.language),
      entries: [...entries],
      rule: say(rule, context.language),
      basis: say(basis, context.language),
      unconfirmed,
    })),
  }
})

export const exclude = os.exclude.handler(async ({ input, context }) =>
  (await import('../work/exclude')).excludeEntry(context, input),
)

export const runDraws = os.runDraws.handler(async ({ context }) => {
  const { runDraws: run } = await import('../work/run')
  return { moved: await run(context) }
})

export const runPrizes = os.runPrizes.handler(async ({ context }) => {
  const { payPrizes, runPrizes: run } = await import('../work/prize-time')
  return { looked: await run(context), paid: await payPrizes(context) }
})
