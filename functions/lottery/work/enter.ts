/** Looking whether an invoice may enter, and entering it: once a campaign, within every cap, into a period that is still open. */
import type { Context } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import type { InvoiceFacts } from '../../core/pure/invoice-facts'
import { say } from '../../core/pure/text'
import { dayOf, type Instant } from '../../core/pure/time'
import { lotteryEntries, type EntryDoc } from '../collections'
import { drawsOn, isPeriodic, type Campaign } from '../rules/campaign'
import { blocks, eligibility, totalOf, type Eligibility, type Reason } from '../rules/eligibility'
import { holderCommitment, SALT_BYTES } from '../rules/draw/entry'
import { periodOf, type Period } from '../rules/periods'
import { publishedCampaign } from './campaigns'
import { countedBy, countEntry, enteringOf, type Entering } from './entrant'
import { ticketOf } from './ids'
import { drawAtOnce } from './instant'
import { joinPeriod } from './open-draw'
import { showInstant } from './show-instant'
import { wonAtOnce } from './won-at-once'

/** Code and number, for who looks at patterns. */
export const numberAt = (entryId: string) => `lotteryEntries|${entryId}|number` as const

export const saltAt = (entryId: string) => `lotteryEntries|${entryId}|salt` as const

export const showReason = (
  { code, status, rule, found, basis, unconfirmed, warning, ok, again }: Reason,
  { language }: Pick<Context, 'language'>,
) => ({
  code,
  status,
  ok,
  warning: warning ?? false,
  rule: say(rule, language),
  found: say(found, language),
  basis: say(basis, language),
  unconfirmed,
  again: again ?? null,
})

/** The periods of draws that an entry takes part in: what won at once is in none that takes only what did not. */
export const periodsOfEntry = (
  campaign: Campaign,
  { at, instant }: Pick<EntryDoc, 'at' | 'instant'>,
): readonly Period[] =>
  drawsOn(campaign, dayOf(at))
    .filter(isPeriodic)
    .filter(({ takes }) => takes === 'all' || !wonAtOnce({ instant }))
    .flatMap((draw) => periodOf(campaign, draw, at) ?? [])

export const look = async (
  context: Context,
  campaignId: string,
  facts: InvoiceFacts,
): Promise<Eligibility & { readonly entering: Entering; readonly campaign: Campaign }> => {
  const { campaign } = await publishedCampaign(context, campaignId)
  const entering = await enteringOf(context, campaignId, facts)
  const { counts } = await countedBy(reader(context.store), entering, campaign, context.now)
  return {
    ...eligibility(campaign, entering.invoice, entering.entrant, counts, context.now),
    entering,
    campaign,
  }
}

interface Entered {
  readonly id: string
  readonly at: Instant
  readonly instant: ReturnType<typeof showInstant>
}

/** Every reason against it, in words. */
const refused = (reasons: readonly Reason[], context: Context): AppError =>
  new AppError('MAY_NOT_ENTER', {
    reasons: reasons.filter(blocks).map((reason) => showReason(reason, context)),
  })

/**
 * What is drawn at once is drawn, and its prize written, in the commit that enters it.
 * @throws AppError NOT_FOUND for an unknown campaign, MAY_NOT_ENTER with every reason, PERIOD_CLOSED when a list was frozen meanwhile
 */
export const enter = async (context: Context, campaignId: string, facts: InvoiceFacts): Promise<Entered> => {
  const published = await publishedCampaign(context, campaignId)
  const { campaign } = published
  const entering = await enteringOf(context, campaignId, facts)
  const { person, accountId, entryId, known, invoice, entrant } = entering
  const key = await context.vault.keyOf(accountId)
  return context.transact(async (tx) => {
    const salt = tx.random(SALT_BYTES)
    const counted = await countedBy(tx, entering, campaign, tx.now)
    const found = eligibility(campaign, invoice, entrant, counted.counts, tx.now)
    if (!found.mayEnter || !person) throw refused(found.reasons, context)
    const entry: Omit<EntryDoc, 'instant'> = {
      v: 1,
      campaign: campaignId,
      owner: accountId,
      taxpayerId: person.taxpayerId,
      subject: person.subject,
      invoiceId: known.id,
      ticket: ticketOf(campaignId, known.key),
      holder: holderCommitment(salt, person.subject),
      salt: key.seal(saltAt(entryId), Buffer.from(salt).toString('hex')),
      total: totalOf(invoice),
      issuedOn: facts.issuedOn,
      issuedAt: invoice.issuedAt,
      seller: known.seller,
      number: context.vault.own.seal(numberAt(entryId), JSON.stringify([facts.code, facts.number])),
      at: tx.now,
      doubts: found.reasons.filter(({ warning }) => warning).map(({ code }) => code),
      excluded: null,
    }
    const { at, instant } = await drawAtOnce(tx, context, { known: published, entryId, entry })
    const doc: EntryDoc = { ...entry, at, instant }
    for (const period of periodsOfEntry(campaign, doc)) await joinPeriod(tx, published, period)
    tx.insert(lotteryEntries, entryId, doc)
    countEntry(tx, counted, campaignId)
    return { id: entryId, at, instant: showInstant(campaign, instant, context) }
  })
}
