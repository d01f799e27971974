/** The hall's queue has stopped, or its day is over: said on top, with the way on. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../../client/api'
import { go, routes } from '../../../../client/routes'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Button, Card, Column, ConfirmSheet, Note, role, Words } from '../../../../ui'
import { texts } from '../../messages'

export const Over = () => {
  const t = useText(texts)
  return (
    <Note tone="warn" icon="clock">
      <View id="over" {...role('status')}>
        {t('over')}
      </View>
    </Note>
  )
}

export const Stopped = ({ hallId, onDone }: { readonly hallId: string; readonly onDone: () => void }) => {
  const t = useText(texts)
  const [asking, setAsking] = useState(false)
  const reopen = useAction((hall: string, key) => api.queue.reopen({ hallId: hall }, { key }))
  const send = async (): Promise<void> => {
    const done = await reopen.run(hallId)
    onDone()
    if (done) setAsking(false)
  }
  return (
    <Card id="stopped" className="hd-stopped">
      <Column gap={12}>
        <View {...role('status')}>
          <Words as="h danger" level={2}>
            {t('stopped.title')}
          </Words>
          <Words>{t('stopped.lead')}</Words>
        </View>
        <View className="hd-buttons">
          <Button id="go-on" onPress={() => setAsking(true)}>
            {t('stopped.goOn')}
          </Button>
          <Button id="stopped-list" kind="ghost" onPress={() => void go(routes.officeDay(hallId))}>
            {t('stop.toList')}
          </Button>
        </View>
      </Column>
      <ConfirmSheet
        id="go-on-sheet"
        open={asking}
        title={t('goOn.title')}
        confirm={t('stopped.goOn')}
        danger={false}
        busy={reopen.busy}
        onConfirm={() => void send()}
        onClose={() => setAsking(false)}
      >
        <Column gap={8}>
          <Words>{t('goOn.lead')}</Words>
          <Words as="s">{t('goOn.bookings')}</Words>
          {reopen.error && (
            <Note tone="danger" icon="warn">
              <View id="go-on-failed" {...role('alert')}>
                {reopen.error.message}
              </View>
            </Note>
          )}
        </Column>
      </ConfirmSheet>
    </Card>
  )
}
