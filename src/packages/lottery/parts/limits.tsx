/** What I ask to be kept from: stop for me, and a daily cap of my own. Both hold at once; loosening asks first. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { DAY_MS } from '../../../../functions/core/pure/time'
import { api, type Input } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import {
  Await,
  Button,
  Card,
  Column,
  ConfirmSheet,
  Note,
  role,
  Row,
  Segmented,
  Sheet,
  Skeleton,
  Toggle,
  Words,
} from '../../../ui'
import { texts } from '../messages'
import type { Limits } from '../model/answers'
import { useLimits } from './queries'

const CAPS = [1, 2, 3, 5] as const
const STOPS = ['week', 'month', 'open'] as const
const DAYS = { week: 7, month: 30 } as const

type Asked = Input<'lottery', 'setLimits'>

const Caps = ({
  limits,
  onSet,
}: {
  readonly limits: Limits
  readonly onSet: (cap: number | null) => void
}) => {
  const t = useText(texts)
  const cap = limits.ownDailyCap
  const offered = cap === null || CAPS.some((one) => one === cap) ? CAPS : [...CAPS, cap]
  return (
    <Column gap={8}>
      <Words as="b" level={3}>
        {t('limits.cap')}
      </Words>
      <Segmented
        id="own-cap"
        label={t('limits.cap')}
        value={cap === null ? 'none' : String(cap)}
        choices={[
          { value: 'none', text: t('limits.capNone') },
          ...[...offered].map((n) => ({ value: String(n), text: t('limits.capOf', { n }) })),
        ]}
        onChange={(value) => onSet(value === 'none' ? null : Number(value))}
      />
    </Column>
  )
}

const Shown = ({
  limits,
  onChange,
}: {
  readonly limits: Limits
  readonly onChange: (limits: Limits) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const now = useNow()
  const [asking, setAsking] = useState<'stop' | 'again'>()
  const [done, setDone] = useState(false)
  const save = useAction((asked: Asked, key) => api.lottery.setLimits(asked, { key }))
  const { until, ownDailyCap } = limits
  const stopped = limits.stopped && (until === null || until > now)
  const set = async (asked: Asked): Promise<void> => {
    const answer = await save.run(asked)
    setAsking(undefined)
    if (!answer) return
    onChange(answer)
    setDone(true)
  }
  const stop = (how: (typeof STOPS)[number]): void =>
    void set({ stopped: true, until: how === 'open' ? null : now + DAYS[how] * DAY_MS, ownDailyCap })
  return (
    <Card id="limits">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('limits.title')}
        </Words>
        <Words as="s">{t('limits.lead')}</Words>
        <Row gap={12}>
          <View className="grow">
            <Words as="b">{t('limits.stop')}</Words>
            <Words id="stop-said" as="s" live>
              {!stopped
                ? t('limits.notStopped')
                : until === null
                  ? t('limits.stopped')
                  : t('limits.stoppedUntil', { at: momentText(until, language) })}
            </Words>
          </View>
          <Toggle
            id="stop"
            label={t('limits.stop')}
            on={stopped}
            onChange={(on) => setAsking(on ? 'stop' : 'again')}
          />
        </Row>
        <Caps
          limits={limits}
          onSet={(cap) => void set({ stopped, until: stopped ? until : null, ownDailyCap: cap })}
        />
        {done && !save.error && !save.busy && (
          <Note tone="ok" icon="check">
            <View id="limits-done" {...role('status')}>
              {t('limits.done')}
            </View>
          </Note>
        )}
        {save.error && (
          <Note tone="danger" icon="warn">
            <View {...role('alert')}>{save.error.message}</View>
          </Note>
        )}
      </Column>
      <Sheet
        id="stop-for"
        open={asking === 'stop'}
        title={t('limits.stopTitle')}
        onClose={() => setAsking(undefined)}
      >
        <Words>{t('limits.stopWords')}</Words>
        <Column gap={8}>
          {STOPS.map((how) => (
            <Button
              key={how}
              id={`stop-${how}`}
              kind="ghost"
              block
              loading={save.busy}
              onPress={() => stop(how)}
            >
              {t(`limits.stop.${how}`)}
            </Button>
          ))}
          <Button id="stop-not" kind="text" block onPress={() => setAsking(undefined)}>
            {t('limits.stopNot')}
          </Button>
        </Column>
      </Sheet>
      <ConfirmSheet
        id="stop-over"
        open={asking === 'again'}
        title={t('limits.againTitle')}
        confirm={t('limits.again')}
        keep={t('limits.againNot')}
        danger={false}
        busy={save.busy}
        onClose={() => setAsking(undefined)}
        onConfirm={() => void set({ stopped: false, until: null, ownDailyCap })}
      >
        <Words>{t('limits.againWords')}</Words>
      </ConfirmSheet>
    </Card>
  )
}

export const LimitsCard = () => {
  const limits = useLimits()
  if (limits.signedOut) return null
  return (
    <Await query={limits} skeleton={<Skeleton cards={1} />}>
      {(data) => <Shown limits={data} onChange={limits.set} />}
    </Await>
  )
}
