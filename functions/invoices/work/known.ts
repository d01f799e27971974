/** What is known of an invoice, and for how long that stands. */
import type { Services } from '../../core/io/context'
import type { Vault } from '../../core/io/security/contract'
import { addDays, dayOf, instantOf, type Instant } from '../../core/pure/time'
import type { KnownInvoiceDoc } from '../collections'
import { CONFIRMED_FOR, ENDED_FOR, KNOWN_FOR, NOT_YET_FOR, UNREACHABLE_FOR } from '../data/limits'
import type { InvoiceFacts } from '../rules/invoice'
import { dailyQueriesOn } from '../rules/verification'
import type { Verification } from '../verification/contract'
import { nameKeyOf, questionOf } from './keys'

export const sellerAt = (id: string) => `knownInvoices|${id}|sellerName` as const

/** Nothing yet. */
export const unknownInvoice = (facts: InvoiceFacts, now: Instant): KnownInvoiceDoc => ({
  v: 1,
  kind: facts.kind,
  issuedOn: facts.issuedOn,
  state: 'unknown',
  confirmed: null,
  verifiedAt: null,
  total: null,
  sellerName: null,
  sellerRegion: null,
  industry: null,
  byProxy: null,
  issuedAt: null,
  buyer: null,
  seller: null,
  answer: null,
  asked: { on: dayOf(now), times: 0 },
  expiresAt: now + KNOWN_FOR,
})

/** Questions that are left today. */
export const checksLeft = ({ asked }: Pick<KnownInvoiceDoc, 'asked'>, now: Instant): number => {
  const on = dayOf(now)
  return Math.max(0, dailyQueriesOn(on).queries - (asked.on === on ? asked.times : 0))
}

/** One more question, on that day. */
export const askedOnceMore = (
  { asked }: Pick<KnownInvoiceDoc, 'asked'>,
  now: Instant,
): KnownInvoiceDoc['asked'] => {
  const on = dayOf(now)
  return { on, times: (asked.on === on ? asked.times : 0) + 1 }
}

const midnightAfter = (now: Instant): Instant => instantOf(addDays(dayOf(now), 1))

/** Until when an answer stands: no source is asked the same before. */
export const standsUntil = ({ answer, state }: Pick<KnownInvoiceDoc, 'answer' | 'state'>): Instant => {
  if (!answer) return 0
  switch (answer.outcome) {
    case 'match':
      return answer.at + (state === 'normal' ? CONFIRMED_FOR : ENDED_FOR)
    case 'notFound':
      return answer.at + NOT_YET_FOR
    case 'mismatch':
    case 'tooMany':
      return midnightAfter(answer.at)
    case 'notCovered':
      return answer.at + ENDED_FOR
    case 'unreachable':
      return answer.at + UNREACHABLE_FOR
  }
}

/** Were these very figures confirmed? */
export const isConfirmed = (
  vault: Pick<Vault, 'pseudonym'>,
  known: KnownInvoiceDoc | undefined,
  facts: InvoiceFacts,
): known is KnownInvoiceDoc => known?.confirmed === questionOf(vault, facts)

/** What was answered before and still stands, for this very question. */
export const standingAnswer = (
  vault: Pick<Vault, 'pseudonym'>,
  doc: KnownInvoiceDoc,
  facts: InvoiceFacts,
  now: Instant,
): Verification['outcome'] | undefined => {
  const asked = questionOf(vault, facts)
  const { answer, confirmed } = doc
  // Genuine with other figures: no source has to be asked to say that these differ.
  if (answer?.outcome === 'match' && confirmed !== null && confirmed !== asked) return 'mismatch'
  return answer?.asked === asked && now < standsUntil(doc) ? answer.outcome : undefined
}

/** What stands after an answer. A confirmation is not undone by a question that was asked wrongly. */
export const knownAfter = (
  { vault }: Pick<Services, 'vault'>,
  id: string,
  before: KnownInvoiceDoc,
  { facts, found, at }: { readonly facts: InvoiceFacts; readonly found: Verification; readonly at: Instant },
): KnownInvoiceDoc => {
  const answer = { outcome: found.outcome, asked: questionOf(vault, facts), at }
  if (found.outcome !== 'match') return before.confirmed === null ? { ...before, answer } : before
  const { details, state } = found
  return {
    ...before,
    kind: facts.kind,
    issuedOn: facts.issuedOn,
    state,
    confirmed: answer.asked,
    verifiedAt: at,
    total: details.total,
    sellerName: details.sellerName === null ? null : vault.own.seal(sellerAt(id), details.sellerName),
    sellerRegion: details.sellerRegion,
    industry: details.industry,
    byProxy: details.byProxy,
    issuedAt: details.issuedAt,
    buyer: details.buyerName === null ? null : nameKeyOf(vault, details.buyerName),
    seller: details.sellerTaxNumber === null ? null : vault.pseudonym('seller', details.sellerTaxNumber),
    answer,
  }
}
