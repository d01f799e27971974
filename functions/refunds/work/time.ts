/** What time does to a case: it is raised before it runs out, and ends when what was asked for never came. */
import { escalateWork } from '../../core/io/cases/work-items'
import type { Services } from '../../core/io/context'
import { eachOf } from '../../core/io/store/pages'
import { transact } from '../../core/io/store/transact'
import { isOver, stateAfter } from '../../core/pure/case'
import { dayOf } from '../../core/pure/time'
import { refundCases } from '../collections'
import { refundTable } from '../rules/states'
import { moveCase } from './move'
import { nextEscalation, wakeOn } from './wake'

/**
 * Its supervisor sees it first from now on. Where its day has not come (it stood still meanwhile), time looks again on that day.
 * Safe to repeat: the day that was seen to is part of the case.
 */
export const runClock = async (services: Services, caseId: string): Promise<void> => {
  const today = dayOf(services.clock())
  await transact(services, async (tx) => {
    const doc = await tx.get(refundCases, caseId)
    if (!doc || isOver(refundTable, doc.state)) return
    const on = nextEscalation(doc, today)
    if (on === undefined) return
    const open = stateAfter(refundTable, doc, { move: 'escalate', by: 'clock' }) !== undefined
    // Supplying it, another account, or what a bank returns wakes the clock again.
    if (!open) return
    if (on > today) return wakeOn(tx, caseId, on)
    const after = await moveCase(tx, {
      id: caseId,
      doc,
      move: 'escalate',
      by: 'clock',
      actor: null,
      set: { escalatedOn: on },
      key: undefined,
    })
    await escalateWork(tx, caseId)
    const next = nextEscalation(after, today)
    if (next !== undefined) wakeOn(tx, caseId, next > today ? next : today)
  })
}

/** Once the time to supply is over; safe to repeat. */
export const lapseCorrection = async (services: Services, caseId: string): Promise<void> => {
  const today = dayOf(services.clock())
  await transact(services, async (tx) => {
    const doc = await tx.get(refundCases, caseId)
    if (doc?.state !== 'correctionAsked' || doc.correctionDue === null || today <= doc.correctionDue) return
    await moveCase(tx, {
      id: caseId,
      doc,
      move: 'lapse',
      by: 'clock',
      actor: null,
      set: { correctionDue: null },
      said: { reasons: ['incomplete'] },
      key: undefined,
    })
  })
}

/** Of an erased person: what is not paid ends; what a channel was already ordered to pay is paid or refused by it. Safe to repeat. */
export const leaveCases = async (
  services: Services,
  leaver: { readonly accountId: string } | { readonly taxpayerId: string },
): Promise<void> => {
  const theirs =
    'accountId' in leaver
      ? { index: 'owner', where: { owner: leaver.accountId } as Record<string, string> }
      : { index: 'taxpayer', where: { taxpayerId: leaver.taxpayerId } as Record<string, string> }
  for await (const { id } of eachOf(services.store, refundCases, theirs))
    await transact(services, async (tx) => {
      const doc = await tx.get(refundCases, id)
      if (!doc || stateAfter(refundTable, doc, { move: 'abandon', by: 'clock' }) === undefined) return
      await moveCase(tx, {
        id,
        doc,
        move: 'abandon',
        by: 'clock',
        actor: null,
        set: {},
        key: undefined,
      })
    })
}
