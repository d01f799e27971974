/** Patterns that a reviewer looks at, and leaving an entry out: before its list is frozen, with a reason, audited. */
import type { Context } from '../../core/io/context'
import { auditEntry } from '../../core/io/audit/entry'
import { callerId } from '../../core/io/identity/caller'
import { allOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { addDays, dayOf, instantOf, type Day } from '../../core/pure/time'
import { actsFor } from '../../accounts/public'
import { hallOnDuty } from '../../halls/public'
import { lotteryDraws, lotteryEntries, type EntryDoc } from '../collections'
import type { ExclusionCode } from '../data/exclusions'
import { termsOn } from '../rules/campaign'
import { flagsOf, type Flag, type GuardedEntry } from '../rules/guards'
import { publishedCampaign } from './campaigns'
import { numberAt, periodsAt } from './enter'
import { drawIdOf } from './ids'

const guarded = ({ vault }: Pick<Context, 'vault'>, id: string, doc: EntryDoc): GuardedEntry => {
  const [code = '', number = ''] = JSON.parse(vault.own.open(numberAt(id), doc.number)) as string[]
  const { subject, seller, total, issuedOn, issuedAt, at } = doc
  return { id, entrant: subject, issuer: seller, code, number, total, issuedOn, issuedAt, enteredAt: at }
}

/** What was entered on a day, looked at for patterns; a flag blocks nothing. @throws AppError NOT_FOUND */
export const flagsOn = async (context: Context, campaignId: string, day: Day): Promise<readonly Flag[]> => {
  const { campaign, doc } = await publishedCampaign(context, campaignId)
  await hallOnDuty(context, doc.hallId, 'review')
  const rows = await allOf(context.store, lotteryEntries, {
    index: 'campaign',
    where: { campaign: campaignId },
    range: { gte: instantOf(day), lt: instantOf(addDays(day, 1)) },
  })
  const entries = rows.map(({ id, doc: entry }) => guarded(context, id, entry))
  return flagsOf(entries, { floor: termsOn(campaign, day).floor?.value ?? 0, day })
}

export interface Excluding {
  readonly id: string
  /** Null: taken in again. */
  readonly reason: ExclusionCode | null
}

/**
 * @throws AppError NOT_FOUND; FOUR_EYES about one's own entry; CASE_STATE once a list that it belongs to is being made
 */
export const excludeEntry = async (
  context: Context,
  { id, reason }: Excluding,
): Promise<{ readonly id: string; readonly excluded: string | null }> => {
  const entry = await reader(context.store).get(lotteryEntries, id)
  if (!entry) throw new AppError('NOT_FOUND')
  const { campaign, doc } = await publishedCampaign(context, entry.campaign)
  const { hall } = await hallOnDuty(context, doc.hallId, 'review')
  if (await actsFor(context, entry.taxpayerId)) throw new AppError('FOUR_EYES')
  return context.transact(async (tx) => {
    const standing = await tx.get(lotteryEntries, id)
    if (!standing) throw new AppError('NOT_FOUND')
    for (const { key } of periodsAt(campaign, standing.at)) {
      const draw = await tx.get(lotteryDraws, drawIdOf(campaign.id, key))
      if (draw && draw.state !== 'open') throw new AppError('CASE_STATE')
    }
    tx.replace(lotteryEntries, id, { ...standing, excluded: reason })
    auditEntry(tx, {
      actor: callerId(context),
      action: context.procedure,
      subject: id,
      hallId: hall.id,
      detail: { reason: reason ?? 'none', day: dayOf(tx.now) },
    })
    return { id, excluded: reason }
  })
}
