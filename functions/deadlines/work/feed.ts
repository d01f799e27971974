/** Calendars by a secret address: made, looked at again by their owner, revoked, and read by whoever has the address. */
import type { Context, Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { AppError, type Language } from '../../core/pure/errors'
import { addDays, dayOf, type Instant } from '../../core/pure/time'
import { feeds, type FeedDoc } from '../collections'
import { CALENDAR_AHEAD, CALENDAR_BACK } from '../data/limits'
import { deadlinesOf } from '../rules/deadlines'
import { calendarText, type CalendarEntry } from '../rules/ics'
import { USUAL_OFFSETS } from '../rules/plan'
import { profileIdOf } from './profile'
import { everySubject, type Seen } from './subjects'

const whereOf = (accountId: string): `${string}|${string}|${string}` => `deadlineFeeds|${accountId}|secret`

/** Of the gateway's own: whoever has it reads the calendar. */
export const pathOf = (secret: string): string => `/api/calendar/${secret}.ics`

const markOf = ({ vault }: Pick<Services, 'vault'>, secret: string): string =>
  vault.pseudonym('calendarFeed', secret)

export interface ShownFeed {
  readonly path: string
  readonly language: Language
  readonly createdAt: Instant
}

export const shownFeed = async (
  { vault }: Pick<Services, 'vault'>,
  accountId: string,
  doc: FeedDoc | undefined,
): Promise<ShownFeed | null> => {
  if (!doc) return null
  const key = await vault.keyOf(accountId)
  const { language, createdAt } = doc
  return { path: pathOf(key.open(whereOf(accountId), doc.secret)), language, createdAt }
}

/** In this call's language. The address before, if there was one, is nobody's from the commit on. */
export const openFeed = async (context: Context, accountId: string): Promise<{ feed: ShownFeed }> => {
  const key = await context.vault.keyOf(accountId)
  const { language } = context
  return context.transact(async (tx) => {
    await tx.get(feeds, accountId)
    const secret = Buffer.from(tx.random(32)).toString('base64url')
    const sealed = key.seal(whereOf(accountId), secret)
    tx.put(feeds, accountId, {
      v: 1,
      mark: markOf(context, secret),
      secret: sealed,
      language,
      createdAt: tx.now,
    })
    return { feed: { path: pathOf(secret), language, createdAt: tx.now } }
  })
}

export const closeFeed = (context: Context, accountId: string): Promise<{ feed: null }> =>
  context.transact(async (tx) => {
    if (await tx.get(feeds, accountId)) tx.remove(feeds, accountId)
    return { feed: null }
  })

/** The reminders of the account that reads; whoever chose none has the phone remind as most want it. */
const alarmsOf = ({ doc }: Seen, accountId: string): CalendarEntry['alarms'] =>
  doc.watchers.find((one) => one.accountId === accountId)?.offsets ?? USUAL_OFFSETS

/** Last month, and a year ahead, of everybody that the account acts for. */
export const calendarOf = async (
  context: Pick<Context, 'store' | 'vault' | 'now'>,
  accountId: string,
  { language, since }: { readonly language: Language; readonly since: Instant },
): Promise<string> => {
  const today = dayOf(context.now)
  const range = { from: addDays(today, -CALENDAR_BACK), to: addDays(today, CALENDAR_AHEAD) }
  const subjects = await everySubject(context, accountId)
  const entries = subjects.flatMap((subject) => {
    const { doc, name } = subject
    const alarms = alarmsOf(subject, accountId)
    return deadlinesOf(doc, range).map((deadline): CalendarEntry => ({
      deadline,
      key: profileIdOf(subject),
      ...(subjects.length > 1 && name !== null ? { whose: name } : {}),
      filed: doc.filed.some(({ id }) => id === deadline.id),
      alarms,
      stamp: Math.max(since, doc.changedAt),
    }))
  })
  return calendarText(entries, language)
}

/** @throws AppError NOT_FOUND for an address that is nobody's, and for one that was revoked, alike */
export const calendarBySecret = async (context: Context, secret: string): Promise<string> => {
  const mark = markOf(context, secret)
  const { items } = await context.store.query(feeds.name, { index: 'mark', where: { mark }, limit: 1 })
  const accountId = items[0]?.id
  // The index is advisory: what decides is the document.
  const doc = accountId === undefined ? undefined : await reader(context.store).get(feeds, accountId)
  if (accountId === undefined || doc?.mark !== mark) throw new AppError('NOT_FOUND')
  return calendarOf(context, accountId, { language: doc.language, since: doc.createdAt })
}
