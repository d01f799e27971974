/**
 * A campaign as data: who may enter what, what can be won, and what is done about a prize. All of it is dated: a change in the middle
 * of a campaign is a further row. Pure.
 */
import { inForce, type Dated } from '../../core/pure/law'
import type { Text } from '../../core/pure/text'
import { addDays, dayOf, instantOf, type Day, type Instant } from '../../core/pure/time'
import type { Draw, InstantDraw, PeriodicDraw, Pool, Source } from './plan'

/** A rule's figure and what it stands on. */
export interface Sourced<T> extends Source {
  readonly value: T
}

/** Industries of GB/T 4754, letters left out; a code holds all that begin with it. */
export interface Sector {
  readonly name: Text
  readonly codes: readonly string[]
}

export interface SectorRule {
  /** Empty: every industry. */
  readonly included: readonly Sector[]
  /** Goes before `included`. */
  readonly excluded: readonly Sector[]
}

export interface NumberRule {
  /** One of these begins the number; empty: any. */
  readonly prefixes: readonly string[]
  readonly digits: number | null
}

export interface InvoiceDates {
  readonly from: Day
  readonly to: Day
  /** Entered at the latest so many days after the day of issue. */
  readonly withinDays: number | null
}

/** Facts about an invoice or its holder that may not be known when somebody wants to enter it. */
export const UNKNOWN_FACTS = [
  'total',
  'buyerName',
  'region',
  'industry',
  'byProxy',
  'state',
  'issuedAt',
  'bornOn',
] as const
export type UnknownFact = (typeof UNKNOWN_FACTS)[number]

/** How a last day off is treated: not at all, moved to a working day, or as the term of article 109 (`core/pure/deferral`). */
export type Defer = 'none' | 'nextWorkingDay' | 'article109'

/** Of a campaign's rules those that hold from a day to a day. `null`: there is no such rule. */
export interface CampaignTerms extends Dated {
  /** As in the QR code. */
  readonly kinds: Sourced<readonly string[]> | null
  readonly number: Sourced<NumberRule> | null
  /** Division codes (GB/T 2260) as prefixes, of the issuer's registration. */
  readonly regions: Sourced<readonly string[]> | null
  readonly sectors: Sourced<SectorRule> | null
  /** Invoices issued by the tax authority on behalf of others (代开) do not take part. */
  readonly noProxy: Sourced<true> | null
  /** Fen, total including tax; exactly the floor takes part. */
  readonly floor: Sourced<number> | null
  readonly invoiceDates: Sourced<InvoiceDates>
  /** `exact`: the buyer's name is the entrant's real name. `person`: any name but that of an organisation. */
  readonly title: Sourced<'exact' | 'person'>
  /** Minutes after issue until the verification database has it. */
  readonly waitMinutes: Sourced<number> | null
  readonly perDay: Sourced<number> | null
  readonly perMonth: Sourced<number> | null
  readonly inAll: Sourced<number> | null
  /** How often one invoice may win. */
  readonly winsPerInvoice: Sourced<number>
  /** Years of age. */
  readonly adultFrom: Sourced<number> | null
  /** What becomes of an entry whose fact is not known: entered and looked at before payment, or not entered. */
  readonly unknown: Readonly<Record<UnknownFact, 'warn' | 'refuse'>>
  /** Natural days after the win on which the invoice is looked at again, before anything is paid. */
  readonly secondCheck: Sourced<number> | null
  /** Natural days for which winners are published, objections taken. */
  readonly notice: Sourced<number> | null
  /** Natural days to claim in; counted from the win, or from the last day of the notice. */
  readonly claim: Sourced<{ readonly days: number; readonly from: 'win' | 'notice'; readonly defer: Defer }>
  /** Working days within which a claimed prize is paid. */
  readonly payWithin: Sourced<number> | null
  /** Where a winner falls out: the next in order wins, or the money stays in the pool. */
  readonly redraw: Sourced<'replacement' | 'pool'>
}

/** `basis`: the announcement that it follows. */
export interface Campaign extends Source {
  /** Stable: `xiamen-2026`. */
  readonly id: string
  readonly name: Text
  readonly organiser: Text
  /** Where: shown, and said in reasons. */
  readonly place: Text
  /** First and last day on which one may enter. */
  readonly opensOn: Day
  readonly closesOn: Day
  /** One row in force on each day from `opensOn` to `closesOn`. */
  readonly terms: readonly CampaignTerms[]
  readonly pools: readonly Pool[]
  readonly draws: readonly Draw[]
}

/** From the first midnight up to before the last. */
export const entryWindow = ({
  opensOn,
  closesOn,
}: Pick<Campaign, 'opensOn' | 'closesOn'>): { readonly from: Instant; readonly to: Instant } => ({
  from: instantOf(opensOn),
  to: instantOf(addDays(closesOn, 1)),
})

/**
 * The rules of a day; before the campaign those that it begins with, after it those that it ended with.
 * @throws RangeError where no row holds: kept out by `campaignProblems`
 */
export const termsOn = ({ id, opensOn, closesOn, terms }: Campaign, day: Day): CampaignTerms => {
  const inside = day < opensOn ? opensOn : day > closesOn ? closesOn : day
  const row = terms.find((one) => inForce(one, inside))
  if (!row) throw new RangeError(`${id} has no terms on ${inside}`)
  return row
}

export const termsAt = (campaign: Campaign, at: Instant): CampaignTerms => termsOn(campaign, dayOf(at))

/** The draws that an invoice entered on a day takes part in. */
export const drawsOn = ({ draws }: Campaign, day: Day): readonly Draw[] =>
  draws.filter((draw) => inForce(draw, day))

export const isInstant = (draw: Draw): draw is InstantDraw => draw.kind === 'instant'
export const isPeriodic = (draw: Draw): draw is PeriodicDraw => draw.kind === 'periodic'

/** The pool's row of a day; undefined where it holds nothing then. */
export const poolOn = ({ pools }: Campaign, key: string, day: Day): Pool | undefined =>
  pools.find((pool) => pool.key === key && inForce(pool, day))
