/** The way of an appeal as the timeline draws it: counted, appealed, answered. */
import { instantOf } from '../../../../functions/core/pure/time'
import { textsIn, type Language } from '../../../messages'
import type { TimelineItem } from '../../../ui/timeline'
import { texts } from '../messages'
import type { Appeal } from './answers'

export const wayOf = (
  { day, start, state, createdAt, endedAt, why, decision, reason }: Appeal,
  language: Language,
): readonly TimelineItem[] => {
  const t = textsIn(texts, language)
  const missed: TimelineItem = {
    key: 'missed',
    title: t('step.missed'),
    at: instantOf(day, start),
    who: t('who.hall'),
    note: t(`why.${why}`),
    state: 'done',
  }
  const appealed: TimelineItem = {
    key: 'appealed',
    title: t('step.appealed'),
    at: createdAt,
    who: t('who.me'),
    note: reason,
    state: 'done',
  }
  const answered: TimelineItem =
    endedAt === null
      ? { key: 'decide', title: t('step.decide'), who: t('who.hall'), state: 'now' }
      : {
          key: 'decide',
          title: t(`now.${state}`),
          at: endedAt,
          who: t('who.hall'),
          note: decision,
          state: state === 'revoked' || state === 'cleared' ? 'done' : 'stopped',
        }
  return [missed, appealed, answered]
}
