/** One draw in a list: its period, how far it is, and how many entries stand in it. */
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { ListItem, Tag } from '../../../ui'
import { texts } from '../messages'
import type { DrawRow } from '../model/answers'
import { drawTone } from './words'

export const DrawItem = ({ it, name }: { readonly it: DrawRow; readonly name: string }) => {
  const t = useText(texts)
  const language = useLanguage()
  const period = t('draw.period', { from: momentText(it.from, language), to: momentText(it.to, language) })
  return (
    <ListItem
      id={`draw-${it.id}`}
      title={name}
      note={it.count > 0 ? t('draw.row', { period, n: it.count }) : period}
      trail={<Tag tone={drawTone(it.state)}>{t(`drawState.${it.state}`)}</Tag>}
      onPress={() => void go(routes.draw(it.id))}
    />
  )
}
