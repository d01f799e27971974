/** Leaving a line, or declining its offer, asked once more in words. */
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import type { Wait } from '../../../client/waits'
import { useText } from '../../../messages'
import { Column, ConfirmSheet, role, Words } from '../../../ui'
import { texts } from '../messages'
import type { Outlook } from '../model/outlook'
import { useWhen } from './words'

const meaningOf = (outlook: Outlook): 'one.declineMeans' | 'one.leaveMeans' | 'one.leaveBallot' => {
  if (outlook === 'offered') return 'one.declineMeans'
  return outlook === 'entered' ? 'one.leaveBallot' : 'one.leaveMeans'
}

export const Leave = ({
  it,
  outlook,
  open,
  onClose,
  onLeft,
  onRefused,
}: {
  readonly it: Wait
  readonly outlook: Outlook
  readonly open: boolean
  readonly onClose: () => void
  readonly onLeft: (wait: Wait) => void
  /** It was none to leave any more: look again. */
  readonly onRefused: () => Promise<void>
}) => {
  const t = useText(texts)
  const when = useWhen()
  const offered = outlook === 'offered'
  const leave = useAction((id: string, key) => api.waitlist.leave({ id }, { key }))
  const yes = async (): Promise<void> => {
    const done = await leave.run(it.id)
    if (done) onLeft(done.wait)
    else void onRefused()
  }
  return (
    <ConfirmSheet
      id="leave-sheet"
      open={open}
      title={t(offered ? 'one.declineAsk' : 'one.leaveAsk')}
      confirm={t(offered ? 'one.declineYes' : 'one.leaveYes')}
      keep={t(offered ? 'one.keepOffer' : 'one.keep')}
      busy={leave.busy}
      onConfirm={() => void yes()}
      onClose={() => {
        leave.clear()
        onClose()
      }}
    >
      <Column gap={12}>
        <Words as="b">{`${when(it)} · ${it.hallName}`}</Words>
        <Words>{t(meaningOf(outlook))}</Words>
        {leave.error && (
          <View className="sb-danger" {...role('alert')}>
            {leave.error.message}
          </View>
        )}
      </Column>
    </ConfirmSheet>
  )
}
