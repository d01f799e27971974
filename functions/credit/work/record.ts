/** Writing what happened, in the commit that makes it so; and telling whom it concerns. */
import type { Tx } from '../../core/io/store/transaction'
import { notify } from '../../core/io/notices/notify'
import type { DeclaredNotice } from '../../core/pure/notices'
import type { Day, MinuteOfDay } from '../../core/pure/time'
import { creditEvents } from '../collections'
import { EVENTS_KEPT } from '../data/kept'
import type { CreditKind } from '../rules/fold'

export interface Visit {
  readonly accountId: string
  readonly taxpayerId: string
  readonly hallId: string
  readonly matter: string
  readonly day: Day
  readonly start: MinuteOfDay
}

/** One more document in this commit: the same cannot be written twice. */
export const record = (
  tx: Tx,
  appointmentId: string,
  { accountId, taxpayerId, day }: Visit,
  kind: CreditKind,
): void =>
  tx.insert(creditEvents, `${appointmentId}.${kind}`, {
    v: 1,
    appointmentId,
    accountId,
    taxpayerId,
    kind,
    day,
    at: tx.now,
    expiresAt: tx.now + EVENTS_KEPT,
  })

export const tell = (
  tx: Tx,
  notice: DeclaredNotice,
  appointmentId: string,
  { accountId, hallId, matter, day, start }: Visit,
  more: Readonly<Record<string, string>> = {},
): void =>
  notify(tx, {
    notice,
    accountId,
    facts: { hallId, matter, day, start, ...more },
    about: appointmentId,
    once: `${notice.kind}|${appointmentId}`,
  })
