/** Patterns of a day with the invoices they name, and what was left out: with reason, by whom and when. Nobody’s name is shown. */
import type * as z from 'zod/mini'
import { auditEntries } from '../../core/io/audit/collections'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import type { Stored } from '../../core/io/store/contract'
import { pagesOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { officerMark } from '../../core/pure/officer-mark'
import { say } from '../../core/pure/text'
import { addDays, instantOf, MINUTE, type Day, type Instant } from '../../core/pure/time'
import { hallOnDuty } from '../../halls/public'
import { lotteryDraws, lotteryEntries, type EntryDoc } from '../collections'
import { exclusionOf, type ExclusionCode } from '../data/exclusions'
import { termsOn, type Campaign } from '../rules/campaign'
import { flagsOf, type GuardedEntry } from '../rules/guards'
import type * as schemas from '../schemas-office'
import { publishedCampaign } from './campaigns'
import { numberAt, periodsOfEntry } from './enter'
import { drawIdOf } from './ids'

type Reviewed = z.infer<typeof schemas.reviewedEntry>
type Entry = Pick<Stored<EntryDoc>, 'id' | 'doc'>

/** Entries looked at in one call: patterns are of minutes, and a call is a moment. */
export const MOST_LOOKED = 5_000
/** The widest pattern is of half an hour: the next look goes back so far, so that none is cut in two. */
const LOOKS_BACK = 30 * MINUTE

const numberOf = ({ vault }: Pick<Context, 'vault'>, { id, doc }: Entry): readonly [string, string] => {
  const [code = '', number = ''] = JSON.parse(vault.own.open(numberAt(id), doc.number)) as string[]
  return [code, number]
}

const guarded = (context: Context, entry: Entry): GuardedEntry => {
  const [code, number] = numberOf(context, entry)
  const { subject, seller, total, issuedOn, issuedAt, at } = entry.doc
  return {
    id: entry.id,
    entrant: subject,
    issuer: seller,
    code,
    number,
    total,
    issuedOn,
    issuedAt,
    enteredAt: at,
  }
}

interface Looked {
  readonly rows: readonly Entry[]
  readonly next: Instant | null
}

/** Half of what is looked at next is new, however many came in half an hour. */
const lookOn = (rows: readonly Entry[], first: Entry): Instant => {
  const half = rows[Math.floor(MOST_LOOKED / 2)] ?? first
  return Math.max(first.doc.at - LOOKS_BACK, half.doc.at)
}

const entriesOn = async (
  { store }: Pick<Context, 'store'>,
  campaign: string,
  from: Instant,
  to: Instant,
): Promise<Looked> => {
  const rows: Entry[] = []
  const query = { index: 'campaign', where: { campaign }, range: { gte: from, lt: to } } as const
  for await (const page of pagesOf(store, lotteryEntries, query)) {
    rows.push(...page)
    const first = rows[MOST_LOOKED]
    if (first) return { rows: rows.slice(0, MOST_LOOKED), next: lookOn(rows, first) }
  }
  return { rows, next: null }
}

const drawIds = (campaign: Campaign, entry: EntryDoc): readonly string[] =>
  periodsOfEntry(campaign, entry).map(({ key }) => drawIdOf(campaign.id, key))

/** Of these draws, those whose list is being made, or was. */
const closedDraws = async (
  context: Context,
  campaign: Campaign,
  rows: readonly Entry[],
): Promise<ReadonlySet<string>> => {
  const ids = [...new Set(rows.flatMap(({ doc }) => drawIds(campaign, doc)))]
  const docs = await reader(context.store).getMany(lotteryDraws, ids)
  return new Set(ids.filter((_, i) => (docs[i]?.state ?? 'open') !== 'open'))
}

const reviewed = (
  context: Context,
  campaign: Campaign,
  closed: ReadonlySet<string>,
  { id, doc }: Entry,
): Reviewed => {
  const [code, number] = numberOf(context, { id, doc })
  const why = doc.excluded === null ? undefined : exclusionOf(doc.excluded)
  const said = why ? say(why.rule, context.language) : doc.excluded
  const { at, total, issuedOn, issuedAt, excluded } = doc
  return {
    id,
    at,
    code,
    number,
    total,
    issuedOn,
    issuedAt,
    excluded,
    excludedSaid: said,
    closed: drawIds(campaign, doc).some((one) => closed.has(one)),
  }
}

interface DayAsked {
  readonly campaign: string
  readonly day: Day
  /** Where an earlier answer ended. */
  readonly from?: Instant | undefined
}

/** A flag blocks nothing: a person decides. @throws AppError NOT_FOUND */
export const flagsOn = async (context: Context, { campaign: id, day, from }: DayAsked) => {
  const { campaign, doc } = await publishedCampaign(context, id)
  await hallOnDuty(context, doc.hallId, 'review')
  const [begins, ends] = [instantOf(day), instantOf(addDays(day, 1))]
  const start = Math.min(ends, Math.max(begins, from ?? begins))
  const { rows, next } = await entriesOn(context, id, start, ends)
  const found = flagsOf(
    rows.map((row) => guarded(context, row)),
    { floor: termsOn(campaign, day).floor?.value ?? 0, day },
  )
  const named = new Set(found.flatMap(({ entries }) => entries))
  const concerned = rows.filter((row) => named.has(row.id))
  const closed = await closedDraws(context, campaign, concerned)
  return {
    flags: found.map(({ code, reason, entries, rule, basis, unconfirmed }) => ({
      code,
      reason: say(reason, context.language),
      entries: [...entries],
      rule: say(rule, context.language),
      basis: say(basis, context.language),
      unconfirmed,
    })),
    entries: concerned.map((row) => reviewed(context, campaign, closed, row)),
    looked: rows.length,
    next,
  }
}

/** The last decision about an entry, as the audit has it. */
const decisionOf = async (context: Context, entryId: string) => {
  const page = await reader(context.store).query(auditEntries, {
    index: 'subject',
    where: { subject: entryId },
    order: 'desc',
    limit: 10,
  })
  const last = page.items.find(({ doc }) => doc.action === 'lottery/exclude')
  if (!last) return { by: null, mine: false, excludedAt: null }
  const { actor, at } = last.doc
  return { by: officerMark(actor), mine: actor === callerId(context), excludedAt: at }
}

/** The latest entered first. @throws AppError NOT_FOUND */
export const excludedOf = async (
  context: Context,
  {
    campaign: id,
    reason,
    ...page
  }: {
    readonly campaign: string
    readonly reason: ExclusionCode
    readonly limit: number
    readonly after?: string | undefined
  },
) => {
  const { campaign, doc } = await publishedCampaign(context, id)
  await hallOnDuty(context, doc.hallId, 'review')
  const found = await reader(context.store).query(lotteryEntries, {
    index: 'excluded',
    where: { campaign: id, excluded: reason },
    order: 'desc',
    ...page,
  })
  const closed = await closedDraws(context, campaign, found.items)
  const items = await Promise.all(
    found.items.map(async (row) => ({
      ...reviewed(context, campaign, closed, row),
      ...(await decisionOf(context, row.id)),
    })),
  )
  return { items, ...(found.next === undefined ? {} : { next: found.next }) }
}
