/** One draw in the console: a door to it, or, of a day that should have been opened by now, the button that opens it. */
import { View } from '@tarojs/components'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Card, Column, Icon, Row, Words } from '../../../ui'
import { texts } from '../messages'
import type { DrawRow } from '../model/answers'
import { NextLine, StateTag, useBandText, useBefore, useCountText, useWhenText } from './draw-words'
import { GoOnNow } from './go-on'

const useOpenLabel = () => {
  const t = useText(texts)
  const language = useLanguage()
  const when = useWhenText()
  return (row: DrawRow): string =>
    row.kind === 'instant'
      ? t('draws.openDay', { name: row.name, day: when(row) })
      : t('draws.open', { name: row.name, from: momentText(row.from, language) })
}

export const DrawCard = ({
  row,
  mayDraw,
  onGone,
}: {
  readonly row: DrawRow
  readonly mayDraw: boolean
  readonly onGone: () => void
}) => {
  const t = useText(texts)
  const label = useOpenLabel()(row)
  const when = useWhenText()(row)
  const band = useBandText()(row)
  const count = useCountText()(row)
  const isEntered = !useBefore(row) && row.state !== 'opening'
  // One that has not begun has no document to open.
  const open = row.begun ? { label, onPress: () => void go(routes.officeDraw(row.id)) } : {}
  return (
    <Card id={`draw-${row.id.replace(/\./g, '-')}`} next={row.late !== null} {...open}>
      <Column gap={8}>
        <Row top gap={8}>
          <Words as="b">{row.name}</Words>
          <StateTag row={row} />
        </Row>
        <Words as="s num">{when}</Words>
        {band !== undefined && <Words as="s num">{band}</Words>}
        {isEntered && <Words as="num">{count}</Words>}
        <NextLine row={row} />
        {row.begun && (
          <View className="lo-more" aria-hidden="true">
            <Words as="s brand">{t(row.kind === 'instant' ? 'draws.moreDay' : 'draws.more')}</Words>
            <Icon name="next" size="small" />
          </View>
        )}
        {!row.begun && row.late !== null && mayDraw && (
          <GoOnNow id={row.id} kind={row.kind} onGone={onGone} />
        )}
      </Column>
    </Card>
  )
}
