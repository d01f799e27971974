/** Drafts and their publication: an edit replaces the version that it began with, and two people stand behind what is published. */
import type { Context } from '../../core/io/context'
import { auditEntry } from '../../core/io/audit/entry'
import { callerId } from '../../core/io/identity/caller'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { fourEyes, type DoneStep } from '../../core/pure/duties'
import { AppError } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { hallOnDuty } from '../../halls/public'
import type * as z from 'zod/mini'
import { validateCampaign } from '../campaign-schema'
import { campaigns, type CampaignDoc } from '../collections'
import type { Campaign } from '../rules/campaign'
import type { officeCampaign } from '../schemas-office'
import { beginPools, hashOfText, knownCampaign, rulesTextOf, type KnownCampaign } from './campaigns'
import { officeHall } from './office-hall'

type Shown = z.infer<typeof officeCampaign>
interface Saved {
  readonly id: string
  readonly rulesHash: string
}

/** Told from another without an account’s id in a document of public rules. */
const saverMark = ({ vault }: Pick<Context, 'vault'>, accountId: string): string =>
  vault.pseudonym('campaignSaver', accountId)

const savedBy = (context: Context, { state, savedBy: mark }: CampaignDoc): Shown['savedBy'] => {
  if (state === 'published' || mark === undefined) return 'nobody'
  return mark === saverMark(context, callerId(context)) ? 'me' : 'other'
}

export const showOfficeCampaign = (context: Context, { id, doc, campaign }: KnownCampaign): Shown => ({
  id,
  hallId: doc.hallId,
  state: doc.state,
  name: say(campaign.name, context.language),
  place: say(campaign.place, context.language),
  opensOn: campaign.opensOn,
  closesOn: campaign.closesOn,
  rulesHash: doc.rulesHash,
  changedAt: doc.changedAt,
  publishedAt: doc.publishedAt,
  savedBy: savedBy(context, doc),
})

/** The last changed first. @throws AppError NOT_FOUND */
export const campaignsOf = async (
  context: Context,
  {
    hallId,
    ...page
  }: { readonly hallId: string; readonly limit: number; readonly after?: string | undefined },
) => {
  await officeHall(context, hallId)
  const found = await reader(context.store).query(campaigns, {
    index: 'hall',
    where: { hallId },
    order: 'desc',
    ...page,
  })
  return pageAnswer(found, ({ id, doc }) => showOfficeCampaign(context, knownCampaign(id, doc)))
}

const parsed = (rules: string): unknown => {
  try {
    return JSON.parse(rules)
  } catch {
    return undefined
  }
}

/** @throws AppError CAMPAIGN_FAULTS with every problem */
const sound = (rules: string, { language }: Pick<Context, 'language'>): Campaign => {
  const found = validateCampaign(parsed(rules))
  if (found.ok) return found.campaign
  const problems = found.problems.map(({ path, message }) => ({ path, message: say(message, language) }))
  throw new AppError('CAMPAIGN_FAULTS', { problems })
}

/** @throws AppError CAMPAIGN_CHANGED when what stands is not what was edited */
const insistFrom = (before: CampaignDoc | undefined, from: string | null | undefined): void => {
  if (from !== undefined && (before?.rulesHash ?? null) !== from) throw new AppError('CAMPAIGN_CHANGED')
}

/** @throws AppError NOT_FOUND, CAMPAIGN_FAULTS, CAMPAIGN_PUBLISHED, CAMPAIGN_CHANGED */
export const saveDraft = async (
  context: Context,
  {
    hallId,
    rules,
    from,
  }: { readonly hallId: string; readonly rules: string; readonly from?: string | null | undefined },
): Promise<Saved> => {
  const { hall } = await hallOnDuty(context, hallId, 'draw')
  const campaign = sound(rules, context)
  const { id } = campaign
  const canonical = rulesTextOf(campaign)
  const rulesHash = hashOfText(canonical)
  const actor = callerId(context)
  return context.transact(async (tx) => {
    const before = await tx.get(campaigns, id)
    if (before && before.hallId !== hall.id) throw new AppError('NOT_FOUND')
    if (before?.state === 'published') throw new AppError('CAMPAIGN_PUBLISHED')
    insistFrom(before, from)
    tx.put(campaigns, id, {
      v: 1,
      state: 'draft',
      rules: canonical,
      rulesHash,
      hallId: hall.id,
      savedBy: saverMark(context, actor),
      changedAt: tx.now,
      publishedAt: null,
    })
    auditEntry(tx, { actor, action: context.procedure, subject: id, hallId: hall.id, detail: { rulesHash } })
    return { id, rulesHash }
  })
}

/** Saving it was the one of the two steps that a draw’s duty takes, publishing it is the other. */
const insistAnother = (context: Context, { savedBy: mark }: CampaignDoc): void => {
  const actors: readonly DoneStep[] = mark === undefined ? [] : [{ accountId: mark, duty: 'draw' }]
  const { barred } = fourEyes({ duty: 'draw', actors })
  if (barred.includes(saverMark(context, callerId(context)))) throw new AppError('FOUR_EYES')
}

/** @throws AppError NOT_FOUND, CAMPAIGN_PUBLISHED, CAMPAIGN_CHANGED, FOUR_EYES */
export const publishDraft = async (
  context: Context,
  { id, rulesHash }: { readonly id: string; readonly rulesHash?: string | undefined },
): Promise<Saved> => {
  const draft = await reader(context.store).get(campaigns, id)
  if (!draft) throw new AppError('NOT_FOUND')
  const { hall } = await hallOnDuty(context, draft.hallId, 'draw')
  return context.transact(async (tx) => {
    const doc = await tx.get(campaigns, id)
    if (!doc) throw new AppError('NOT_FOUND')
    if (doc.state === 'published') throw new AppError('CAMPAIGN_PUBLISHED')
    insistFrom(doc, rulesHash)
    insistAnother(context, doc)
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
}
