/** A hall at a glance: its name and address, whether it calls now, how many wait in all, and as of when. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { minuteOf, type Instant } from '../../../../functions/core/pure/time'
import type { Hall } from '../../../client/api'
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { timeText } from '../../../messages/dates'
import { Button, Card, Column, Note, Row, Tag, Words, type Tone } from '../../../ui'
import { texts } from '../messages'
import type { HallState } from '../model/hall-state'

const tones: Readonly<Record<HallState, Tone>> = {
  open: 'ok',
  stopped: 'danger',
  over: 'quiet',
  closed: 'quiet',
  notToday: 'quiet',
}

export const HallHead = ({
  hall,
  state,
  waiting,
  asOf,
  onRefresh,
}: {
  /** Absent: its name did not come. */
  readonly hall: Hall | undefined
  readonly state: HallState
  readonly waiting: number
  readonly asOf: Instant
  readonly onRefresh: () => Promise<void>
}) => {
  const t = useText(texts)
  // Of the hand alone: what is looked at again by itself must not make the page twitch.
  const [busy, setBusy] = useState(false)
  const refresh = (): void => {
    setBusy(true)
    void onRefresh().finally(() => setBusy(false))
  }
  return (
    <Card id="hall-now">
      <Column gap={12}>
        <Row top gap={8}>
          <Column gap={4} grow>
            <Words as="h" level={2}>
              {hall?.name ?? t('hall.title')}
            </Words>
            {hall && <Words as="s">{hall.address}</Words>}
          </Column>
          <Tag tone={tones[state]}>{t(`hall.${state}`)}</Tag>
        </Row>
        <Row>
          <Column gap={4}>
            <Words as="s">{t('hall.waiting')}</Words>
            <View id="all-waiting" className="q-figure">
              {t('hall.people', { n: waiting })}
            </View>
          </Column>
          <Button id="refresh" kind="text" loading={busy} onPress={refresh}>
            {t('refresh')}
          </Button>
        </Row>
        <Words as="s num">{t('asOf', { time: timeText(minuteOf(asOf)) })}</Words>
      </Column>
    </Card>
  )
}

/** Why no numbers are given, or none yet, and the ways on. */
export const HallNote = ({ state, hallId }: { readonly state: HallState; readonly hallId: string }) => {
  const t = useText(texts)
  if (state === 'open') return null
  return (
    <Note
      {...(state === 'stopped' ? { tone: 'danger' as const } : {})}
      icon={state === 'stopped' ? 'warn' : 'info'}
    >
      <Words id="state-why">{t(`hall.${state}Why`)}</Words>
      {state !== 'closed' && (
        <Row gap={8} start wrap>
          <Button id="book-here" kind="text" onPress={() => void go(routes.matters({ hallId }))}>
            {t('book')}
          </Button>
          <Button id="other-halls" kind="text" onPress={() => void go(routes.halls())}>
            {t('now.otherHalls')}
          </Button>
        </Row>
      )}
    </Note>
  )
}
