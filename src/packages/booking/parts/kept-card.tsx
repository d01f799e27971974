/** A seat that is still kept from a booking that was left: go on with it, or let it go. */
import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { api, type Appointment } from '../../../client/api'
import { invalidate } from '../../../client/queries'
import { go, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { longDateText, rangeText } from '../../../messages/dates'
import { Button, Card, Column, Note, Words } from '../../../ui'
import { draftNow, keepDraft } from './draft'
import { HeldClock } from './held-clock'
import { MINE, useAppointment } from './queries'

const Kept = ({
  it,
  until,
  onOver,
}: {
  readonly it: Appointment
  readonly until: number
  readonly onOver: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const cancel = useAction((id: string, key) => api.appointments.cancel({ id }, { key }))
  const release = async (): Promise<void> => {
    if (!(await cancel.run(it.id))) return
    keepDraft({ hold: undefined, heldUntil: undefined })
    invalidate(MINE)
    onOver()
  }
  return (
    <Card id="kept" next>
      <Column gap={8}>
        <Words as="b">{`${longDateText(it.day, language)} ${rangeText(it.start, it.end)}`}</Words>
        <Words as="s">{`${it.hallName} · ${it.matterName}`}</Words>
        <HeldClock until={until} onEnd={onOver} />
        {cancel.error && (
          <Note tone="danger" icon="warn">
            {cancel.error.message}
          </Note>
        )}
        <View className="sb-pair">
          <Button
            id="resume"
            onPress={() =>
              void go(
                routes.confirm({
                  hallId: it.hallId,
                  matter: it.matter,
                  day: it.day,
                  start: it.start,
                  hold: it.id,
                }),
              )
            }
          >
            {t('mine.resume')}
          </Button>
          <Button id="release" kind="ghost" loading={cancel.busy} onPress={() => void release()}>
            {t('slot.release')}
          </Button>
        </View>
      </Column>
    </Card>
  )
}

/** The hold that the draft remembers, while it lives. */
export const KeptCard = () => {
  const [id, setId] = useState(() => draftNow()?.hold)
  useDidShow(() => setId(draftNow()?.hold))
  const it = useAppointment(id).data?.appointment
  return it?.state === 'held' && it.heldUntil !== undefined ? (
    <Kept key={it.id} it={it} until={it.heldUntil} onOver={() => setId(undefined)} />
  ) : null
}
