/** What was paid and what is owed, as another system reports it: brought in once, and never taken back by bringing it in again. */
import { subjectIdOf } from '../../accounts/public'
import { auditEntry } from '../../core/io/audit/entry'
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import type { Tx } from '../../core/io/store/transaction'
import { dayOf, type Day } from '../../core/pure/time'
import { taxAccounts, vouchers, type VoucherDoc } from '../collections'
import { reported } from '../rules/arrears'

export interface PaymentRow {
  readonly payer: { readonly kind: 'person' | 'enterprise'; readonly number: string }
  readonly number: string
  readonly tax: string
  readonly from: Day
  readonly to: Day
  readonly paidOn: Day
  /** Fen. */
  readonly paid: number
}

export interface ArrearsRow {
  readonly payer: { readonly kind: 'person' | 'enterprise'; readonly number: string }
  /** Fen. */
  readonly arrears: number
}

export interface BroughtIn {
  readonly added: number
  readonly same: number
  /** Places of rows that differ from what stands under the same number, tax and period: nothing was changed for them. */
  readonly different: readonly number[]
}

type Needs = Pick<Services, 'store' | 'vault' | 'random' | 'clock'>

const voucherIdOf = ({ vault }: Needs, { number, tax, from, to }: PaymentRow): string =>
  `pv_${vault.pseudonym('voucher', [number, tax, from, to].join('|'))}`

const BATCH = 10

interface Line {
  readonly id: string
  readonly subject: string
  readonly row: PaymentRow
  /** Its place in what was given. */
  readonly at: number
}

const isSame = (before: VoucherDoc, { subject, row }: Line): boolean =>
  before.paid === row.paid && before.subject === subject && before.paidOn === row.paidOn

const insertIn = async (tx: Tx, lines: readonly Line[], actor: string): Promise<number> => {
  let added = 0
  for (const { id, subject, row } of lines) {
    if (await tx.get(vouchers, id)) continue
    const { number, tax, from, to, paidOn, paid } = row
    tx.insert(vouchers, id, { v: 1, subject, number, tax, from, to, paidOn, paid, left: paid, approved: 0 })
    auditEntry(tx, { actor, action: 'refunds/recordPayments', subject: id, detail: { paid } })
    added += 1
  }
  return added
}

/** Each batch is one audited commit; a repeat changes nothing, and writes nothing. */
export const recordPayments = async (
  services: Needs,
  rows: readonly PaymentRow[],
  actor = 'admin',
): Promise<BroughtIn> => {
  const done = { added: 0, same: 0, different: [] as number[] }
  for (let first = 0; first < rows.length; first += BATCH) {
    const lines = rows.slice(first, first + BATCH).map((row, i) => ({
      id: voucherIdOf(services, row),
      subject: subjectIdOf(services.vault, row.payer.kind, row.payer.number),
      row,
      at: first + i,
    }))
    const known = await reader(services.store).getMany(
      vouchers,
      lines.map(({ id }) => id),
    )
    const fresh = lines.filter((line, i) => {
      const before = known[i]
      if (!before) return true
      if (isSame(before, line)) done.same += 1
      else done.different.push(line.at)
      return false
    })
    if (fresh.length > 0) done.added += await transact(services, (tx) => insertIn(tx, fresh, actor))
  }
  return done
}

interface Owed {
  readonly id: string
  readonly arrears: number
}

const owedIn = async (tx: Tx, asOf: Day, owed: readonly Owed[], actor: string): Promise<number> => {
  let changed = 0
  for (const { id, arrears } of owed) {
    const before = await tx.get(taxAccounts, id)
    const after = reported(before, { asOf, arrears })
    if (!after || (before?.asOf === asOf && before.arrears === after.arrears)) continue
    tx.put(taxAccounts, id, { v: 1, ...after, changedAt: tx.now })
    auditEntry(tx, {
      actor,
      action: 'refunds/recordArrears',
      subject: id,
      detail: { asOf, arrears: after.arrears },
    })
    changed += 1
  }
  return changed
}

/**
 * What the other system knew of that day's end stands from now on, less what refunds took after it. Each batch is one audited commit;
 * a repeat changes nothing, and a report older than what stands is left out.
 * @throws RangeError for a day that is not over: what is offset later on it would be taken twice
 */
export const recordArrears = async (
  services: Needs,
  { asOf, rows }: { readonly asOf: Day; readonly rows: readonly ArrearsRow[] },
  actor = 'admin',
): Promise<number> => {
  if (asOf >= dayOf(services.clock())) throw new RangeError('arrears are of a day that is over')
  let changed = 0
  for (let first = 0; first < rows.length; first += BATCH) {
    const owed = rows.slice(first, first + BATCH).map(({ payer, arrears }) => ({
      id: subjectIdOf(services.vault, payer.kind, payer.number),
      arrears,
    }))
    changed += await transact(services, (tx) => owedIn(tx, asOf, owed, actor))
  }
  return changed
}
