/** What can be done with a list: handed in, taken back, removed; each of these asked in words where it cannot be undone. */
import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import type { ApiError } from '../../../../client/errors'
import { useText } from '../../../../messages'
import { Button, Column, ConfirmSheet, Note, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { Reimbursement } from '../../model/answers'
import { reimbursedIn } from '../../model/refused'
import { Failed } from '../failed'
import { toTop } from '../top'
import { useYuan } from '../words'

type Asking = 'handIn' | 'takeBack' | 'drop'

export const useHandIn = () => useAction((id: string, key) => api.invoices.handIn({ id }, { key }))

/** Which were handed in before stands at each of them; here, how many, and the way on. */
export const Taken = ({
  error,
  onOff,
}: {
  readonly error: ApiError | undefined
  readonly onOff: (ids: readonly string[]) => void
}) => {
  const t = useText(texts)
  const taken = reimbursedIn(error)
  if (taken.size === 0) return <Failed id="hand-in-failed" error={error} />
  return (
    <Note tone="danger" icon="warn">
      <View id="taken" className="sb-col g8" {...role('alert')}>
        <Words as="b">{t('taken', { n: taken.size })}</Words>
        <Words as="s">{t('taken.why')}</Words>
        <Button id="taken-off" kind="ghost" onPress={() => onOff([...taken.keys()])}>
          {t('taken.off', { n: taken.size })}
        </Button>
      </View>
    </Note>
  )
}

export const Ways = ({
  list,
  handIn,
  onHandedIn,
  onBack,
  onGone,
  children,
}: {
  readonly list: Reimbursement
  readonly handIn: ReturnType<typeof useHandIn>
  readonly onHandedIn: () => void
  readonly onBack: () => void
  readonly onGone: () => void
  /** Between the step and what undoes it. */
  readonly children?: ReactNode
}) => {
  const t = useText(texts)
  const yuan = useYuan()
  const [asking, setAsking] = useState<Asking>()
  const back = useAction((id: string, key) => api.invoices.takeBack({ id }, { key }))
  const drop = useAction((id: string, key) => api.invoices.dropList({ id }, { key }))
  const act: Readonly<
    Record<Asking, { readonly run: (id: string) => Promise<object | undefined>; readonly then: () => void }>
  > = {
    handIn: { run: handIn.run, then: onHandedIn },
    takeBack: { run: back.run, then: onBack },
    drop: { run: drop.run, then: onGone },
  }
  const yes = async (what: Asking): Promise<void> => {
    const done = await act[what].run(list.id)
    // A refusal to hand in stands at the invoices: the sheet would hide them.
    if (done || what === 'handIn') setAsking(undefined)
    if (done) act[what].then()
    else if (what === 'handIn') toTop()
  }
  const busy = handIn.busy || back.busy || drop.busy
  const error = asking === 'takeBack' ? back.error : asking === 'drop' ? drop.error : undefined
  const open = list.state === 'open'
  return (
    <>
      {open && (
        <Button id="hand-in" icon="out" block disabled={list.count === 0} onPress={() => setAsking('handIn')}>
          {t('handIn')}
        </Button>
      )}
      {children}
      {open ? (
        <Button id="drop" kind="danger" icon="trash" block onPress={() => setAsking('drop')}>
          {t('drop')}
        </Button>
      ) : (
        <Button id="take-back" kind="ghost" block onPress={() => setAsking('takeBack')}>
          {t('takeBack')}
        </Button>
      )}
      {asking && (
        <ConfirmSheet
          id={`${asking}-sheet`}
          open
          title={t(`${asking}.title`)}
          confirm={t(asking)}
          {...(asking === 'drop' ? { keep: t('remove.keep') } : {})}
          danger={asking === 'drop'}
          busy={busy}
          onClose={() => setAsking(undefined)}
          onConfirm={() => void yes(asking)}
        >
          <Column gap={8}>
            <Words>{t(`${asking}.words`, { name: list.title, n: list.count, amount: yuan(list.fen) })}</Words>
            <Failed error={error} />
          </Column>
        </ConfirmSheet>
      )}
    </>
  )
}
