/** Opens a closed day again, confirmed in words: what comes back, what does not, and why. */
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Note, Words } from '../../../../ui'
import { texts } from '../../messages'
import { ReasonSheet } from './reason-sheet'

export const ReopenSheet = ({
  hallId,
  day,
  onDone,
  onClose,
}: {
  readonly hallId: string
  readonly day: string
  /** How many appointments stay cancelled. */
  readonly onDone: (cancelled: number) => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const reopen = useAction((reason: string, key) =>
    api.appointments.reopenDay({ hallId, day, reason }, { key }),
  )
  return (
    <ReasonSheet
      what="reopen"
      day={day}
      action={reopen}
      onDone={(done) => onDone(done.cancelled)}
      onClose={onClose}
    >
      <Words>{t('reopen.seats')}</Words>
      <Note tone="warn" icon="info">
        {t('reopen.cancelledStay')}
      </Note>
    </ReasonSheet>
  )
}
