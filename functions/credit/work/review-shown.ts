/** Pre-reviews as both sides read them. */
import { taxpayerNames } from '../../accounts/public'
import { caseHistory } from '../../core/io/cases/record'
import { sightOfWork } from '../../core/io/cases/sight'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { shownText } from '../../core/pure/typed-text'
import { catalogueOf, preReviewOn, type PreReview } from '../../halls/public'
import { preReviews, type PreReviewDoc } from '../collections'
import { reviewIdOf } from '../rules/states'
import { concerns } from './appeal'
import { hallReview } from './pre-review'
import { placeNames } from './shown'

const decisionOf = async (context: Context, id: string, { owner }: PreReviewDoc): Promise<string> => {
  const [keys, history] = await Promise.all([context.vault.keysOf([owner]), caseHistory(context.store, id)])
  const event = history.find((one) => one.doc.by === 'officer')
  const sealed = event?.doc.data.said
  const key = keys.get(owner)
  return event && key && typeof sealed === 'string'
    ? shownText(key.open(`caseEvents|${event.id}|said`, sealed))
    : ''
}

const onlineShown = ({ language }: Context, online: PreReview['online']) =>
  online && { way: say(online.way, language), url: online.url }

/** @throws AppError NOT_FOUND for one that was never looked at, and for another's */
export const ownReview = async (context: Context, appointmentId: string) => {
  const id = reviewIdOf(appointmentId)
  const doc = await reader(context.store).get(preReviews, id)
  if (!doc || doc.owner !== callerId(context)) throw new AppError('NOT_FOUND')
  const matter = (await catalogueOf(context)).matters.get(doc.matter)
  const online = (matter && preReviewOn(matter, doc.day)?.online) ?? null
  const { state, until, endedAt } = doc
  return {
    review: {
      id,
      state,
      until,
      endedAt,
      reason: await decisionOf(context, id, doc),
      online: state === 'refusedOnline' ? onlineShown(context, online) : null,
    },
  }
}

export const reviewVisit = async (context: Context, id: string) => {
  const { doc, online, place } = await hallReview(context, id)
  const [named, names, decision, work] = await Promise.all([
    placeNames(context),
    taxpayerNames(context, [doc.taxpayerId]),
    decisionOf(context, id, doc),
    concerns(context, doc).then((barred) => sightOfWork(context, { id, duty: 'review', place, barred })),
  ])
  const { appointmentId, hallId, matter, day, start, state, until, createdAt, endedAt } = doc
  const taxpayer = names.get(doc.taxpayerId)
  return {
    visit: {
      id,
      appointmentId,
      hallId,
      matter,
      ...named(doc),
      day,
      start,
      state,
      until,
      createdAt,
      endedAt,
      decision,
      online: onlineShown(context, online),
    },
    taxpayerName: taxpayer?.name ?? '',
    standing: taxpayer?.standing ?? ('claimed' as const),
    work,
  }
}
