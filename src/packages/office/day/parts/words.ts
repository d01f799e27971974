/** The words of an exported or printed list. */
import { textsIn, type Language } from '../../../../messages'
import { texts } from '../../messages'
import { longDateText, momentText } from '../../../../messages/dates'
import type { DayList } from '../../../booking/model/answers'
import type { FileWords } from '../model/dayFile'

/** The words for a list, in a language. */
export const fileWords = (list: DayList, language: Language): FileWords => {
  const t = textsIn(texts, language)
  return {
    title: t('file.title', { hall: list.hallName, date: longDateText(list.day, language) }),
    asOf: t('file.asOf', { time: momentText(list.asOf, language) }),
    total: t(list.next === undefined ? 'file.total' : 'file.partial', { n: list.items.length }),
    partial: list.next === undefined ? undefined : t('file.partial', { n: list.items.length }),
    privacy: t('file.privacy'),
    language,
    columns: {
      time: t('column.time'),
      code: t('column.code'),
      name: t('column.name'),
      matter: t('column.matter'),
      standing: t('column.standing'),
      state: t('column.state'),
      arrived: t('column.arrived'),
    },
    standing: (standing) => t(`standing.${standing}`),
    state: (state) => t(`person.${state}`),
  }
}
