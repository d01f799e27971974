/** A day of instant draws in a list: which day, of which amounts, how many entered and won. */
import { dayOf } from '../../../../../functions/core/pure/time'
import { go, routes } from '../../../../client/routes'
import { useLanguage, useText } from '../../../../messages'
import { datedText } from '../../../../messages/dates'
import { ListItem, Tag } from '../../../../ui'
import { useNow } from '../../../../client/use-now'
import { texts } from '../../messages'
import type { DrawRow } from '../../model/answers'
import { drawTone } from '../words'

/** One that has not begun takes nobody in yet. */
export const useDayState = ({ state, from }: DrawRow) => {
  const t = useText(texts)
  const before = useNow() < from
  if (state === 'open' && before) return { before, tag: t('phase.before'), tone: 'quiet' } as const
  return { before: false, tag: t(`drawState.${state}`), tone: drawTone(state) } as const
}

export const DayItem = ({ it, band }: { readonly it: DrawRow; readonly band: string | undefined }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { tag, tone } = useDayState(it)
  const day = datedText(dayOf(it.from), language)
  const came = it.count > 0 ? t('day.row', { n: it.count, won: it.prizes }) : ''
  const note = [band, came].filter((part) => part !== undefined && part !== '').join(' · ')
  return (
    <ListItem
      id={`day-${it.id}`}
      title={day}
      note={note}
      trail={<Tag tone={tone}>{tag}</Tag>}
      onPress={() => void go(routes.draw(it.id))}
    />
  )
}
