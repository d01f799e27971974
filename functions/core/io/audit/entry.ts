/** Writes an officer's decision into the audit, in the commit that decides. */
import { LIMITS } from '../store/contract'
import type { Tx } from '../store/transaction'
import { auditEntries, type AuditValue } from './collections'

export interface NewAuditEntry {
  /** The account that decided, or `timer:<job>`. */
  readonly actor: string
  /** The procedure: `appointments/closeDay`. */
  readonly action: string
  /** The id of what was decided about. */
  readonly subject: string
  readonly hallId?: string
  /**
   * Ids, codes and numbers. Free text that a person typed (a purpose, a reason) may name somebody: put it in sealed
   * (`DataKey.seal`) or leave it out.
   */
  readonly detail: Readonly<Record<string, AuditValue>>
}

/** What ids, codes, days, versions and sealed text are made of. */
const TOKEN = /^[A-Za-z0-9_.:|/+=,@ -]{0,4000}$/
/** An ID card, a credit code of digits or a mobile number, standing by itself. */
const PERSONAL = /(?<![A-Za-z0-9_])(1\d{10}|\d{15}|\d{17}[\dXx])(?![A-Za-z0-9_])/

const refuse = (field: string): never => {
  throw new RangeError(
    `audit ${field}: ids, codes and sealed text only; free text may hold personal data, seal it first`,
  )
}

const checkText = (field: string, text: string): void => {
  if (!TOKEN.test(text) || PERSONAL.test(text)) refuse(field)
}
const checkId = (field: string, text: string): void => {
  if (text === '' || text.length > LIMITS.idLength) refuse(field)
  checkText(field, text)
}

const checkValue = (field: string, value: AuditValue | undefined): void => {
  if (typeof value === 'string') checkText(field, value)
  else if (Array.isArray(value)) value.forEach((item: AuditValue) => checkValue(field, item))
}

/**
 * One more document in this commit, sealed into the chain within a minute.
 *
 * @returns the entry's id
 * @throws RangeError when a text looks like more than an id, a code or sealed text: a programming error
 * @example auditEntry(tx, { actor: accountId, action: 'appointments/closeDay', subject: dayId, hallId, detail: { day } })
 */
export const auditEntry = (tx: Tx, { actor, action, subject, hallId, detail }: NewAuditEntry): string => {
  checkId('actor', actor)
  checkId('action', action)
  checkId('subject', subject)
  if (hallId !== undefined) checkId('hallId', hallId)
  Object.entries(detail).forEach(([key, value]) => checkValue(`detail.${key}`, value))
  const id = tx.id('au')
  tx.insert(auditEntries, id, {
    v: 1,
    at: tx.now,
    actor,
    action,
    subject,
    hallId: hallId ?? null,
    detail,
    pendingSince: tx.now,
    block: null,
  })
  return id
}
