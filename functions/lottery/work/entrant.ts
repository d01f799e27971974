/** Who enters what, as far as it is known: the caller, the invoice, and how often she has entered. */
import { verifiedPerson, type VerifiedPerson } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import type { InvoiceFacts } from '../../core/pure/invoice-facts'
import { dayOf, monthOf, type Instant } from '../../core/pure/time'
import { isBuyer, knownInvoice, type InvoiceKnown } from '../../invoices/public'
import { entrants, entryCounts, lotteryEntries, type EntrantDoc, type EntryCountDoc } from '../collections'
import type { Campaign } from '../rules/campaign'
import { totalOf, type Entrant, type EntrantInvoice, type EntryCounts } from '../rules/entrant'
import { entryHexOf, entryIdOf } from './ids'
import { dayIsOpen } from './instant'

export interface Entering {
  readonly accountId: string
  readonly person: VerifiedPerson | undefined
  readonly entrant: Entrant
  readonly known: InvoiceKnown
  readonly invoice: EntrantInvoice
  readonly entryId: string
}

const NO_LIMITS: Pick<EntrantDoc, 'stop' | 'ownDailyCap'> = { stop: null, ownDailyCap: null }

/** Whom the invoice is made out to, as far as it can be told: the caller, somebody else, or nobody knows. */
const buyerNameOf = (
  context: Context,
  known: InvoiceKnown,
  person: VerifiedPerson | undefined,
): string | null => {
  const own = person && isBuyer(context, known, person.name)
  if (own === undefined) return null
  return own ? (person?.name ?? null) : ''
}

export const enteringOf = async (
  context: Context,
  campaign: string,
  facts: InvoiceFacts,
): Promise<Entering> => {
  const accountId = callerId(context)
  const [person, known, limits] = await Promise.all([
    verifiedPerson(context),
    knownInvoice(context, facts),
    reader(context.store).get(entrants, accountId),
  ])
  const { total, issuerRegion, industry, byProxy, state, verifiedAt, issuedAt } = known
  return {
    accountId,
    person,
    known,
    entryId: entryIdOf(entryHexOf(context.vault, campaign, known.id)),
    entrant: {
      realName: person?.name ?? null,
      bornOn: person?.bornOn ?? null,
      ...(limits ?? NO_LIMITS),
    },
    invoice: {
      facts,
      total,
      buyerName: buyerNameOf(context, known, person),
      issuerRegion,
      industry,
      issuedByProxy: byProxy,
      state,
      verifiedAt,
      issuedAt,
    },
  }
}

const EVERYWHERE = 'all'
const countId = (subject: string, campaign: string): string => `${subject}.${campaign}`

const noEntries = (subject: string, now: Instant): EntryCountDoc => {
  const day = dayOf(now)
  return { v: 1, subject, day, onDay: 0, month: monthOf(day), inMonth: 0, inAll: 0 }
}

/** As it is today: counts of another day or month begin anew. */
const onDayOf = (doc: EntryCountDoc | undefined, subject: string, now: Instant): EntryCountDoc => {
  const fresh = noEntries(subject, now)
  if (!doc) return fresh
  const month = doc.month === fresh.month ? doc.inMonth : 0
  return { ...fresh, onDay: doc.day === fresh.day ? doc.onDay : 0, inMonth: month, inAll: doc.inAll }
}

type Look = Pick<Tx, 'get'>

export interface Counted {
  readonly counts: EntryCounts
  readonly here: EntryCountDoc
  readonly everywhere: EntryCountDoc
}

/** Inside a transaction what was read is checked at its commit: caps hold under any race. */
export const countedBy = async (
  look: Look,
  { person, accountId, entryId, invoice }: Entering,
  campaign: Campaign,
  now: Instant,
): Promise<Counted> => {
  const subject = person?.subject ?? accountId
  const [here, everywhere, entry] = [
    await look.get(entryCounts, countId(subject, campaign.id)),
    await look.get(entryCounts, countId(subject, EVERYWHERE)),
    await look.get(lotteryEntries, entryId),
  ]
  const own = onDayOf(here, subject, now)
  const all = onDayOf(everywhere, subject, now)
  const entered = entry === undefined ? 'no' : entry.owner === accountId ? 'mine' : 'others'
  return {
    counts: {
      today: own.onDay,
      thisMonth: own.inMonth,
      inAll: own.inAll,
      todayEverywhere: all.onDay,
      entered,
      dayOpen: await dayIsOpen(look, campaign, totalOf(invoice), now),
    },
    here: own,
    everywhere: all,
  }
}

const oneMore = (doc: EntryCountDoc): EntryCountDoc => ({
  ...doc,
  onDay: doc.onDay + 1,
  inMonth: doc.inMonth + 1,
  inAll: doc.inAll + 1,
})

export const countEntry = (tx: Tx, { here, everywhere }: Counted, campaign: string): void => {
  tx.put(entryCounts, countId(here.subject, campaign), oneMore(here))
  tx.put(entryCounts, countId(everywhere.subject, EVERYWHERE), oneMore(everywhere))
}
