/** Closes a day, confirmed in words: how many are affected, that it counts against nobody, and why. */
import { View } from '@tarojs/components'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Note, Words } from '../../../../ui'
import { texts } from '../../messages'
import { ReasonSheet } from './reason-sheet'

export const CloseSheet = ({
  hallId,
  day,
  affected,
  onDone,
  onClose,
}: {
  readonly hallId: string
  readonly day: string
  /** Standing bookings that have not begun, as far as known. */
  readonly affected: number
  /** How many there were when the gate fell. */
  readonly onDone: (affected: number) => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const close = useAction((reason: string, key) =>
    api.appointments.closeDay({ hallId, day, reason }, { key }),
  )
  return (
    <ReasonSheet
      what="close"
      day={day}
      action={close}
      danger
      onDone={(done) => onDone(done.affected)}
      onClose={onClose}
    >
      <Note tone="danger" icon="warn">
        <View id="close-affected">
          <Words as="b">
            {affected === 0 ? t('close.affectsNone') : t('close.affects', { n: affected })}
          </Words>
        </View>
      </Note>
      <Words as="s">{t('close.cannotUndo')}</Words>
    </ReasonSheet>
  )
}
