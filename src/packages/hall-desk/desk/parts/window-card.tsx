/** The officer's own window: opened, paused, closed, taken over; what it serves; and another window instead. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { Button, Card, Column, ConfirmSheet, Row, Tag, Words, type Tone } from '../../../../ui'
import { texts } from '../../messages'
import type { Desk, DeskWindow } from '../../model/answers'
import { isOthers } from '../../model/windows'
import { MattersSheet } from './matters-sheet'
import type { Moves } from './use-moves'

const TONES: Readonly<Record<DeskWindow['state'], Tone>> = { open: 'ok', paused: 'warn', closed: 'quiet' }

const useServes = () => {
  const t = useText(texts)
  return ({ matters, able }: DeskWindow, names: Desk['matters']): string => {
    if (matters.length === able.length) return t('window.servesAll', { n: able.length })
    const named = matters.flatMap((code) => names.find(({ matter }) => matter === code)?.name ?? [])
    return t('window.serves', { matters: named.join(t('comma')) })
  }
}

export const WindowCard = ({
  desk,
  window,
  moves,
  onOther,
}: {
  readonly desk: Desk
  readonly window: DeskWindow
  readonly moves: Moves
  readonly onOther: () => void
}) => {
  const t = useText(texts)
  const serves = useServes()
  const [asking, setAsking] = useState<'matters' | 'take'>()
  const { busy, set } = moves
  const others = isOthers(window)
  const to = (state: DeskWindow['state'], matters: readonly string[] = window.matters): Promise<boolean> =>
    set({ state, matters: [...matters] })
  const close = (): void => setAsking(undefined)
  return (
    <Card id="window">
      <Column gap={12}>
        <Row gap={8} wrap>
          <View className="sb-row g8 start">
            <Words as="h" level={2}>
              {t('window.title', { window: window.window })}
            </Words>
            <Tag tone={others ? 'warn' : TONES[window.state]}>
              {t(others ? 'window.others' : `window.${window.state}State`)}
            </Tag>
          </View>
          <Button id="other-window" kind="text" onPress={onOther}>
            {t('window.other')}
          </Button>
        </Row>
        <Words id="serves" as="s">
          {serves(window, desk.matters)}
        </Words>
        <View className="hd-buttons">
          {others && (
            <Button id="take-window" disabled={busy} onPress={() => setAsking('take')}>
              {t('window.take')}
            </Button>
          )}
          {window.state === 'closed' && (
            <Button id="open-window" loading={busy} onPress={() => void to('open')}>
              {t('window.open')}
            </Button>
          )}
          {window.mine && window.state === 'paused' && (
            <Button id="resume-window" loading={busy} onPress={() => void to('open')}>
              {t('window.resume')}
            </Button>
          )}
          {!others && (
            <Button
              id="choose-matters"
              kind="ghost"
              icon="edit"
              disabled={busy}
              onPress={() => setAsking('matters')}
            >
              {t('window.matters')}
            </Button>
          )}
          {window.mine && window.state === 'open' && (
            <Button id="pause-window" kind="ghost" disabled={busy} onPress={() => void to('paused')}>
              {t('window.pause')}
            </Button>
          )}
          {window.mine && window.state !== 'closed' && (
            <Button
              id="close-window"
              kind="ghost"
              disabled={busy || window.at !== null}
              onPress={() => void to('closed')}
            >
              {t('window.close')}
            </Button>
          )}
        </View>
        {window.mine && window.at !== null && <Words as="s">{t('window.closeWhen')}</Words>}
      </Column>
      {asking === 'matters' && (
        <MattersSheet
          window={window}
          matters={desk.matters}
          busy={busy}
          onYes={(matters) => void to(window.state === 'paused' ? 'paused' : 'open', matters).then(close)}
          onClose={close}
        />
      )}
      <ConfirmSheet
        id="take-sheet"
        open={asking === 'take'}
        title={t('take.title', { window: window.window })}
        confirm={t('window.take')}
        danger={false}
        busy={busy}
        onConfirm={() => void to('open').then(close)}
        onClose={close}
      >
        <Words>{t(window.at ? 'take.leadAt' : 'take.lead', { number: window.at?.number ?? '' })}</Words>
      </ConfirmSheet>
    </Card>
  )
}
