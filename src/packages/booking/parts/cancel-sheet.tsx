/** Cancelling, confirmed in words: what is given up, and whether it counts. */
import { View } from '@tarojs/components'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { longDateText, timeText } from '../../../messages/dates'
import { Button, Column, Note, Sheet, Words } from '../../../ui'
import type { Appointment } from '../model/answers'
import type { CancelKind } from '../model/ticket'

export const CancelSheet = ({
  it,
  means,
  open,
  busy,
  problem,
  onYes,
  onNo,
}: {
  readonly it: Appointment
  readonly means: CancelKind
  readonly open: boolean
  readonly busy: boolean
  /** Why it did not work, in words. */
  readonly problem: string | undefined
  readonly onYes: () => void
  readonly onNo: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Sheet id="cancel-sheet" open={open && means !== 'no'} title={t('ticket.cancelTitle')} onClose={onNo}>
      <Column gap={12}>
        <Words as="b">
          {t('ticket.cancelWhat', {
            date: longDateText(it.day, language),
            from: timeText(it.start),
            to: timeText(it.end),
            hall: it.hallName,
          })}
        </Words>
        {means !== 'no' && (
          <Note tone={means === 'free' ? 'ok' : 'warn'} icon={means === 'free' ? 'info' : 'warn'}>
            <View id="cancel-means">{t(`ticket.cancel.${means}`)}</View>
          </Note>
        )}
        {problem && (
          <View className="sb-danger" role="alert">
            {problem}
          </View>
        )}
      </Column>
      <View className="sb-pair">
        <Button id="cancel-no" kind="ghost" onPress={onNo}>
          {t('ticket.cancelNo')}
        </Button>
        <Button id="cancel-yes" kind="danger" solid loading={busy} onPress={onYes}>
          {t('ticket.cancelYes')}
        </Button>
      </View>
    </Sheet>
  )
}
