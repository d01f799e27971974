/** What was paid and what is owed, as another system reports it: brought in once, and never taken back by bringing it in again. */
import { subjectIdOf } from '../../accounts/public'
import { auditEntry } from '../../core/io/audit/entry'
import type { Services } from '../../core/io/context'
import { transact } from '../../core/io/store/transact'
import type { Day } from '../../core/pure/time'
import { taxAccounts, vouchers } from '../collections'

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

/** Each batch is one audited commit; a repeat changes nothing. */
export const recordPayments = async (
  services: Needs,
  rows: readonly PaymentRow[],
  actor = 'admin',
): Promise<BroughtIn> => {
  const done = { added: 0, same: 0, different: [] as number[] }
  for (let first = 0; first < rows.length; first += BATCH) {
    const batch = await transact(services, async (tx) => {
      const counted = { added: 0, same: 0, different: [] as number[] }
      for (const [at, row] of rows.slice(first, first + BATCH).entries()) {
        const id = voucherIdOf(services, row)
        const subject = subjectIdOf(services.vault, row.payer.kind, row.payer.number)
        const before = await tx.get(vouchers, id)
        if (before) {
          const same = before.paid === row.paid && before.subject === subject && before.paidOn === row.paidOn
          if (same) counted.same += 1
          else counted.different.push(first + at)
          continue
        }
        const { number, tax, from, to, paidOn, paid } = row
        tx.insert(vouchers, id, {
          v: 1,
          subject,
          number,
          tax,
          from,
          to,
          paidOn,
          paid,
          left: paid,
          approved: 0,
        })
        auditEntry(tx, { actor, action: 'refunds/recordPayments', subject: id, detail: { paid } })
        counted.added += 1
      }
      return counted
    })
    done.added += batch.added
    done.same += batch.same
    done.different.push(...batch.different)
  }
  return done
}

/** What stands is replaced: the other system knows what is owed now. */
export const recordArrears = async (
  services: Needs,
  rows: readonly ArrearsRow[],
  actor = 'admin',
): Promise<number> => {
  let changed = 0
  for (const { payer, arrears } of rows) {
    const id = subjectIdOf(services.vault, payer.kind, payer.number)
    changed += await transact(services, async (tx) => {
      const before = await tx.get(taxAccounts, id)
      if (before?.arrears === arrears) return 0
      tx.put(taxAccounts, id, { v: 1, arrears, changedAt: tx.now })
      auditEntry(tx, { actor, action: 'refunds/recordArrears', subject: id, detail: { arrears } })
      return 1
    })
  }
  return changed
}
