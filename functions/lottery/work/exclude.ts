/** Leaving an entry out, or taking it in again: before its list is frozen, with a reason, audited. */
import type { Context } from '../../core/io/context'
import { auditEntry } from '../../core/io/audit/entry'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { stateAfter } from '../../core/pure/case'
import { AppError } from '../../core/pure/errors'
import { dayOf } from '../../core/pure/time'
import { actsFor } from '../../accounts/public'
import { hallOnDuty } from '../../halls/public'
import { lotteryDraws, lotteryEntries, prizes, type EntryDoc } from '../collections'
import type { ExclusionCode } from '../data/exclusions'
import { prizeTable } from '../rules/prize-states'
import { publishedCampaign } from './campaigns'
import { periodsOfEntry } from './enter'
import { drawIdOf } from './ids'
import { movePrize } from './prize'

export interface Excluding {
  readonly id: string
  /** Null: taken in again. */
  readonly reason: ExclusionCode | null
}

/** What it won at once is lost with it, until the money is ordered; for good. */
const voidAtOnce = async (
  tx: Tx,
  { instant }: EntryDoc,
  { officer, reason }: { readonly officer: string; readonly reason: ExclusionCode },
): Promise<void> => {
  const id = instant?.prizeId ?? null
  const doc = id === null ? undefined : await tx.get(prizes, id)
  if (id === null || !doc || stateAfter(prizeTable, doc, { move: 'void', by: 'officer' }) === undefined)
    return
  const step = { id, doc, move: 'void', by: 'officer', actor: officer, key: undefined, set: {} } as const
  await movePrize(tx, { ...step, said: { why: reason } })
}

/**
 * A prize that was won at once is lost with its entry, and does not come back with it.
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
    for (const { key } of periodsOfEntry(campaign, standing)) {
      const draw = await tx.get(lotteryDraws, drawIdOf(campaign.id, key))
      if (draw && draw.state !== 'open') throw new AppError('CASE_STATE')
    }
    tx.replace(lotteryEntries, id, { ...standing, excluded: reason })
    if (reason !== null) await voidAtOnce(tx, standing, { officer: callerId(context), reason })
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
