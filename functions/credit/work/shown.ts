/** Appeals as both sides read them. */
import { taxpayerNames } from '../../accounts/public'
import { appointments } from '../../appointments/public'
import { caseHistory } from '../../core/io/cases/record'
import { sightOfWork } from '../../core/io/cases/sight'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { allOf, pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import { monthOf } from '../../core/pure/time'
import { shownText } from '../../core/pure/typed-text'
import { catalogueOf } from '../../halls/public'
import { appeals, creditEvents, type AppealDoc } from '../collections'
import { countedNoShows } from '../rules/fold'
import { concerns, hallAppeal } from './appeal'

/** Names of a hall and a matter, as they are called now. */
export const placeNames = async (context: Context) => {
  const { halls, matters } = await catalogueOf(context)
  return ({ hallId, matter }: { readonly hallId: string; readonly matter: string }) => {
    const [hall, known] = [halls.get(hallId), matters.get(matter)]
    return {
      hallName: hall ? say(hall.name, context.language) : hallId,
      matterName: known ? say(known.name, context.language) : matter,
    }
  }
}

const shown = async (context: Context, id: string, doc: AppealDoc) => {
  const [key, history, visit, named] = await Promise.all([
    context.vault.keysOf([doc.owner]).then((keys) => keys.get(doc.owner)),
    caseHistory(context.store, id),
    reader(context.store).get(appointments, doc.appointmentId),
    placeNames(context),
  ])
  const saidBy = (by: 'claimant' | 'officer'): string => {
    const event = history.find((one) => one.doc.by === by)
    const sealed = event?.doc.data.said
    return event && key && typeof sealed === 'string'
      ? shownText(key.open(`caseEvents|${event.id}|said`, sealed))
      : ''
  }
  const { appointmentId, hallId, matter, day, start, state, due, createdAt, endedAt } = doc
  return {
    id,
    appointmentId,
    hallId,
    matter,
    ...named(doc),
    day,
    start,
    why: visit?.missed ?? ('absent' as const),
    state,
    due,
    createdAt,
    endedAt,
    reason: saidBy('claimant'),
    decision: saidBy('officer'),
  }
}

/** @throws AppError NOT_FOUND for an unknown one, and for another's */
export const ownAppeal = async (context: Context, id: string) => {
  const doc = await reader(context.store).get(appeals, id)
  if (!doc || doc.owner !== callerId(context)) throw new AppError('NOT_FOUND')
  return { appeal: await shown(context, id, doc) }
}

export const ownAppeals = async (
  context: Context,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
) => {
  const page = await reader(context.store).query(appeals, {
    index: 'owner',
    where: { owner: callerId(context) },
    order: 'desc',
    limit,
    ...(after === undefined ? {} : { after }),
  })
  return pageAnswer(page, ({ id, doc: { appointmentId, day, state, due, createdAt } }) => ({
    id,
    appointmentId,
    day,
    state,
    due,
    createdAt,
  }))
}

/** No-shows of the taxpayer that count, in the month of the visit: this one too, while it does. */
const countedThen = async (context: Context, { taxpayerId, day }: AppealDoc): Promise<number> => {
  const theirs = await allOf(context.store, creditEvents, { index: 'taxpayer', where: { taxpayerId } })
  const days = [...countedNoShows(theirs.map(({ doc }) => doc)).values()]
  return days.filter((one) => monthOf(one) === monthOf(day)).length
}

export const reviewAppeal = async (context: Context, id: string) => {
  const { doc, place } = await hallAppeal(context, id)
  const [appeal, names, noShows, work] = await Promise.all([
    shown(context, id, doc),
    taxpayerNames(context, [doc.taxpayerId]),
    countedThen(context, doc),
    concerns(context, doc).then((barred) => sightOfWork(context, { id, duty: 'review', place, barred })),
  ])
  return { appeal, taxpayerName: names.get(doc.taxpayerId)?.name ?? '', noShows, work }
}
