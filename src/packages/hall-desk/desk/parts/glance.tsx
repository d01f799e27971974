/** Today at a glance: figures, who waits for what, and what each window does. */
import { View } from '@tarojs/components'
import { minuteOf } from '../../../../../functions/core/pure/time'
import { useText } from '../../../../messages'
import { timeText } from '../../../../messages/dates'
import { Card, classes, Column, Row, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { Desk, DeskWindow, MatterLine } from '../../model/answers'
import { isOthers } from '../../model/windows'
import { useEstimateText } from '../../parts/estimate-text'

const Figures = ({ desk }: { readonly desk: Desk }) => {
  const t = useText(texts)
  const minutes = (n: number | undefined): string => (n === undefined ? '—' : t('minutes', { n }))
  const rows = [
    { id: 'waiting', value: String(desk.waiting) },
    { id: 'served', value: String(desk.served) },
    { id: 'missed', value: String(desk.missed) },
    { id: 'waited', value: minutes(desk.waited) },
    { id: 'serving', value: minutes(desk.serving) },
  ] as const
  return (
    <View className="hd-figures" {...role('list')} aria-label={t('glance.title')}>
      {rows.map(({ id, value }) => (
        <View key={id} id={`sum-${id}`} className="hd-figure" {...role('listitem')}>
          <View className="hd-figure-n sb-num">{value}</View>
          <View className="sb-s">{t(`sum.${id}`)}</View>
        </View>
      ))}
    </View>
  )
}

const Waiting = ({ matters }: { readonly matters: readonly MatterLine[] }) => {
  const t = useText(texts)
  const estimateText = useEstimateText()
  const waited = matters.filter(({ waiting }) => waiting > 0).sort((a, b) => b.waiting - a.waiting)
  if (waited.length === 0) return <Words as="s">{t('glance.nobody')}</Words>
  return (
    <View className="sb-col g8" {...role('list')} aria-label={t('glance.matters')}>
      {waited.map((one) => (
        <View key={one.matter} id={`waits-${one.matter}`} className="sb-row g12" {...role('listitem')}>
          <Column grow>
            <Words>{one.name}</Words>
            <Words as={one.windows === 0 ? 's warn' : 's'}>
              {one.windows === 0
                ? t('glance.noWindow')
                : t('glance.line', { n: one.windows, estimate: estimateText(one.estimate) })}
            </Words>
          </Column>
          <View className="sb-h sb-num">{one.waiting}</View>
        </View>
      ))}
    </View>
  )
}

const WindowTile = ({ window }: { readonly window: DeskWindow }) => {
  const t = useText(texts)
  const doing = window.at
    ? t(window.at.serving ? 'tile.serving' : 'tile.called', { number: window.at.number })
    : t(`tile.${window.state}`)
  return (
    <View
      id={`tile-${window.window}`}
      className={classes('hd-tile', window.mine && 'mine', isOthers(window) && 'others', window.state)}
      {...role('listitem')}
    >
      <Words as="b num">{t('window.short', { window: window.window })}</Words>
      <Words as="s num">{doing}</Words>
    </View>
  )
}

export const Glance = ({ desk }: { readonly desk: Desk }) => {
  const t = useText(texts)
  return (
    <Card id="glance">
      <Column gap={16}>
        <Row wrap gap={8}>
          <Words as="h" level={2}>
            {t('glance.title')}
          </Words>
          <Words as="s num">{t('asOf', { time: timeText(minuteOf(desk.asOf)) })}</Words>
        </Row>
        <Figures desk={desk} />
        <Column gap={8}>
          <Words as="b" level={3}>
            {t('glance.matters')}
          </Words>
          <Waiting matters={desk.matters} />
        </Column>
        <Column gap={8}>
          <Words as="b" level={3}>
            {t('glance.windows')}
          </Words>
          <View className="hd-tiles" {...role('list')} aria-label={t('glance.windows')}>
            {desk.windows.map((window) => (
              <WindowTile key={window.window} window={window} />
            ))}
          </View>
        </Column>
      </Column>
    </Card>
  )
}
