/** The handlers of `deadlines`: read, ask the rules, write once. */
import { implement } from '@orpc/server'
import type { Context } from '../core/io/context'
import { callerId } from '../core/io/identity/caller'
import { reader } from '../core/io/store/reader'
import { AppError, type Language } from '../core/pure/errors'
import { dayOf } from '../core/pure/time'
import { feeds, type ProfileDoc } from './collections'
import { contract } from './contract'
import { MOST_WATCHERS } from './data/limits'
import { deadlineById, deadlinesOf, type Deadline } from './rules/deadlines'
import { withFiled, withoutFiled } from './rules/filed'
import { OFFSETS } from './rules/plan'
import { tidyProfile } from './rules/profile'
import { shownDeadline } from './rules/shown'
import { calendarBySecret, calendarOf, closeFeed, openFeed, shownFeed } from './work/feed'
import { planRanges } from './work/plan-ranges'
import { changeProfile, KINDS_OF } from './work/profile'
import { everySubject, seen, subjectOf, type Seen } from './work/subjects'

const os = implement(contract).$context<Context>()

const showTaxpayer = ({ taxpayerId, name, kind: is, doc }: Seen, accountId: string) => ({
  taxpayerId,
  name,
  is,
  kind: doc.kind,
  taxes: [...doc.taxes],
  periods: { ...doc.periods },
  chosen: doc.chosen,
  reminders: [...(doc.watchers.find((one) => one.accountId === accountId)?.offsets ?? [])],
})

const showDeadline = (deadline: Deadline, doc: ProfileDoc, language: Language) => ({
  taxpayerId: doc.taxpayerId,
  ...shownDeadline(deadline, { language, filed: doc.filed }),
})

/** @throws AppError NOT_FOUND for what this taxpayer does not file */
const own = (doc: ProfileDoc, id: string): Deadline => {
  const deadline = deadlineById(doc, id)
  if (!deadline) throw new AppError('NOT_FOUND')
  return deadline
}

/** @throws AppError REMINDERS_FULL */
const withWatcher = (doc: ProfileDoc, { accountId, offsets }: ProfileDoc['watchers'][number]): ProfileDoc => {
  const others = doc.watchers.filter((one) => one.accountId !== accountId)
  const wanted = OFFSETS.filter((one) => offsets.includes(one))
  if (wanted.length > 0 && others.length >= MOST_WATCHERS) throw new AppError('REMINDERS_FULL')
  return { ...doc, watchers: wanted.length === 0 ? others : [...others, { accountId, offsets: wanted }] }
}

export const router = {
  mine: os.mine.handler(async ({ input, context }) => {
    const accountId = callerId(context)
    const subjects = await everySubject(context, accountId)
    const items = subjects.flatMap(({ doc }) =>
      deadlinesOf(doc, input).map((one) => showDeadline(one, doc, context.language)),
    )
    const dayIn = ({ due, base }: (typeof items)[number]): string => due ?? base
    return {
      taxpayers: subjects.map((one) => showTaxpayer(one, accountId)),
      items: items.sort((a, b) => dayIn(a).localeCompare(dayIn(b))),
    }
  }),

  one: os.one.handler(async ({ input, context }) => {
    const subject = await seen(context, await subjectOf(context, input.taxpayerId))
    return {
      taxpayer: showTaxpayer(subject, callerId(context)),
      deadline: showDeadline(own(subject.doc, input.id), subject.doc, context.language),
    }
  }),

  setProfile: os.setProfile.handler(async ({ input, context }) => {
    const subject = await subjectOf(context, input.taxpayerId)
    const { kind, taxes, periods } = input
    if (!KINDS_OF[subject.kind].includes(kind)) throw new AppError('INVALID_INPUT', { fields: ['kind'] })
    return context.transact(async (tx) => {
      const said = tidyProfile({ kind, taxes, periods })
      const doc = await changeProfile(tx, subject, (before) => ({ ...before, ...said, chosen: true }))
      return { taxpayer: showTaxpayer({ ...subject, doc }, callerId(context)) }
    })
  }),

  reminders: os.reminders.handler(async ({ input, context }) => {
    const accountId = callerId(context)
    const subject = await subjectOf(context, input.taxpayerId)
    return context.transact(async (tx) => {
      const watcher = { accountId, offsets: input.offsets }
      const doc = await changeProfile(tx, subject, (before) => withWatcher(before, watcher))
      return { taxpayer: showTaxpayer({ ...subject, doc }, accountId) }
    })
  }),

  markFiled: os.markFiled.handler(async ({ input, context }) => {
    const subject = await subjectOf(context, input.taxpayerId)
    return context.transact(async (tx) => {
      const mark = { id: input.id, at: tx.now, by: 'person' } as const
      const doc = await changeProfile(tx, subject, (before) => {
        own(before, input.id)
        const filed = input.filed ? withFiled(before.filed, mark) : withoutFiled(before.filed, input.id)
        if (!filed) throw new AppError('FILED_ONLINE')
        return { ...before, filed }
      })
      return { deadline: showDeadline(own(doc, input.id), doc, context.language) }
    })
  }),

  download: os.download.handler(async ({ context }) => {
    const { now, language } = context
    const ics = await calendarOf(context, callerId(context), { language, since: now })
    return { name: `shuibang-${dayOf(now)}.ics`, ics }
  }),

  feed: os.feed.handler(async ({ context }) => {
    const accountId = callerId(context)
    const doc = await reader(context.store).get(feeds, accountId)
    return { feed: await shownFeed(context, accountId, doc) }
  }),
  openFeed: os.openFeed.handler(({ context }) => openFeed(context, callerId(context))),
  closeFeed: os.closeFeed.handler(({ context }) => closeFeed(context, callerId(context))),

  calendar: os.calendar.handler(async ({ input, context }) => ({
    ics: await calendarBySecret(context, input.secret),
  })),

  remind: os.remind.handler(async ({ context }) => ({
    ranges: await planRanges(context, dayOf(context.now)),
  })),
}
