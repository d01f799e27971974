/** Stopping a hall's queue in an emergency, and going on: the order stands in the audit; events carry it out should this call die. */
import { auditEntry } from '../../core/io/audit/entry'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { emit } from '../../core/io/events/emit'
import { AppError } from '../../core/pure/errors'
import { dayOf } from '../../core/pure/time'
import { hallOnDuty } from '../../halls/public'
import { waitingBy } from '../rules/ahead'
import { openLines } from './lines'
import { goOn, stopHall } from './sweep'

/** @throws AppError NOT_FOUND, NUMBERS_ENDED */
export const stop = async (
  context: Context,
  { hallId, reason }: { readonly hallId: string; readonly reason: string },
) => {
  const { hall } = await hallOnDuty(context, hallId)
  const at = { hallId: hall.id, day: dayOf(context.now) }
  // A repeat orders nothing anew: what a crash left of it, the event does.
  const told = await context.answered<{ hallId: string; waiting: number }>()
  if (told) return told.output
  const lines = await openLines(context, at)
  if (lines.state === 'over') throw new AppError('NUMBERS_ENDED')
  const subject = `${at.hallId}.${at.day.replace(/-/g, '')}`
  const order = Math.max(context.now, lines.orderedAt + 1)
  const answer = await context.transact((tx) => {
    const sealed = context.vault.own.seal(`hallLines|${subject}|reason`, reason)
    const detail = { reason: sealed }
    auditEntry(tx, { actor: callerId(context), action: context.procedure, subject, hallId: hall.id, detail })
    emit(tx, { kind: 'queue.stopped', due: tx.now, payload: { ...at, order } })
    const waiting = [...waitingBy(lines).values()].reduce((sum, count) => sum + count, 0)
    return Promise.resolve({ hallId: hall.id, waiting })
  })
  await stopHall(context, at, order)
  return answer
}

/** @throws AppError NOT_FOUND, NUMBERS_ENDED when it has not stopped */
export const reopen = async (context: Context, { hallId }: { readonly hallId: string }) => {
  const { hall } = await hallOnDuty(context, hallId)
  const at = { hallId: hall.id, day: dayOf(context.now) }
  const told = await context.answered<{ hallId: string }>()
  if (told) return told.output
  const lines = await openLines(context, at)
  if (lines.state !== 'stopped') throw new AppError('NUMBERS_ENDED')
  const order = Math.max(context.now, lines.orderedAt + 1)
  const answer = await context.transact((tx) => {
    const subject = `${at.hallId}.${at.day.replace(/-/g, '')}`
    auditEntry(tx, {
      actor: callerId(context),
      action: context.procedure,
      subject,
      hallId: hall.id,
      detail: {},
    })
    emit(tx, { kind: 'queue.reopened', due: tx.now, payload: { ...at, order } })
    return Promise.resolve({ hallId: hall.id })
  })
  await goOn(context, at, order)
  return answer
}
