/** Who enters what: an invoice and its holder as far as they are known, and how often the holder has entered before. Pure. */
import type { InvoiceFacts } from '../../core/pure/invoice-facts'
import { dayOf, monthOf, type Day, type Instant } from '../../core/pure/time'

/** An invoice as far as it is known, when somebody wants to enter it. */
export interface EntrantInvoice {
  readonly facts: InvoiceFacts
  /** Fen, total including tax; null: not known. */
  readonly total: number | null
  readonly buyerName: string | null
  /** Division code (GB/T 2260, 6 digits) of the issuer; null: not known. */
  readonly issuerRegion: string | null
  /** GB/T 4754 code of the issuer's industry, letters left out: '62', '7291'; null: not known. */
  readonly industry: string | null
  /** 代开 */
  readonly issuedByProxy: boolean | null
  readonly state: 'normal' | 'void' | 'red' | 'unknown'
  /** When the state was last confirmed by a verification; null: never. */
  readonly verifiedAt: Instant | null
  /** Exact, where known. */
  readonly issuedAt: Instant | null
}

export interface Entrant {
  /** As verified; null: not verified yet. */
  readonly realName: string | null
  readonly bornOn: Day | null
  /** "Stop for me": until then, or until it is taken back. `null`: not stopped. */
  readonly stop: { readonly until: Instant | null } | null
  /** Entries a day, over all campaigns, that the entrant allows herself. */
  readonly ownDailyCap: number | null
}

export interface EntryCounts {
  /** Entries of this person in the campaign, on the legal day, in its month, and in all. */
  readonly today: number
  readonly thisMonth: number
  readonly inAll: number
  /** Today, over all campaigns. */
  readonly todayEverywhere: number
  /** Is this invoice in the campaign already, and whose entry is it? */
  readonly entered: 'no' | 'mine' | 'others'
  /** Was the day's instant draw opened before it? `null`: there is none today. */
  readonly dayOpen: boolean | null
}

/**
 * Counts a person's entries by legal days and months (+08:00).
 * @param entries `here`: in this campaign
 */
export const countsOf = (
  entries: readonly { readonly at: Instant; readonly here: boolean }[],
  now: Instant,
): Omit<EntryCounts, 'entered' | 'dayOpen'> => {
  const today = dayOf(now)
  const here = entries.filter((entry) => entry.here).map(({ at }) => dayOf(at))
  return {
    today: here.filter((day) => day === today).length,
    thisMonth: here.filter((day) => monthOf(day) === monthOf(today)).length,
    inAll: here.length,
    todayEverywhere: entries.filter(({ at }) => dayOf(at) === today).length,
  }
}

/** Fen; null: not known. An invoice that says its total needs no other witness. */
export const totalOf = ({ total, facts }: Pick<EntrantInvoice, 'total' | 'facts'>): number | null =>
  total ?? (facts.amountOf === 'total' ? facts.amount : null)
