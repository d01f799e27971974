/** Going on now: what the schedule would do, nothing before its time; and what stood in the way, in words. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Card, Column, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import type { DrawRow, GoneOn } from '../model/answers'
import { useStateText } from './draw-words'

type Kind = DrawRow['kind']

const Told = ({ gone, kind }: { readonly gone: GoneOn; readonly kind: Kind }) => {
  const t = useText(texts)
  const stateText = useStateText()
  const { moved, state, why, relays } = gone
  const blocked = why === 'round' || why === 'failed'
  return (
    <Note tone={blocked ? 'warn' : 'ok'} icon={blocked ? 'warn' : 'check'}>
      <View id="gone-on" {...role('status')} aria-live="polite">
        {moved && <View>{t('goOn.moved', { state: stateText({ kind, state }) })}</View>}
        {why !== null && <View>{t(`goOn.${why}`)}</View>}
        {!moved && why === null && t('goOn.stayed')}
      </View>
      {relays.map(({ relay, why: answer }) => (
        <View key={relay} className="lo-relay">
          <Words as="s">{t('goOn.relay', { relay, answer })}</Words>
        </View>
      ))}
    </Note>
  )
}

interface Props {
  readonly id: string
  readonly kind: Kind
  readonly onGone: (gone: GoneOn) => void
}

/** @param gone the last answer, where somebody else keeps it: it outlives the draw’s being read anew */
export const GoOnNow = ({ id, kind, gone: kept, onGone }: Props & { readonly gone?: GoneOn | undefined }) => {
  const t = useText(texts)
  const [last, setLast] = useState<GoneOn>()
  const gone = kept ?? last
  const goOn = useAction((of: string, key) => api.lottery.goOn({ id: of }, { key }))
  const run = async (): Promise<void> => {
    const answer = await goOn.run(id)
    if (!answer) return
    setLast(answer)
    onGone(answer)
  }
  return (
    <>
      {gone && <Told gone={gone} kind={kind} />}
      {goOn.error && (
        <Note tone="danger" icon="warn">
          <View {...role('alert')}>{goOn.error.message}</View>
        </Note>
      )}
      <Button id="go-on" kind="ghost" icon="next" loading={goOn.busy} onPress={() => void run()}>
        {t('goOn.button')}
      </Button>
    </>
  )
}

export const GoOn = (props: Props & { readonly gone: GoneOn | undefined }) => {
  const t = useText(texts)
  return (
    <Card id="go-on-card">
      <Column gap={12}>
        <Words as="s">{t('goOn.lead')}</Words>
        <GoOnNow {...props} />
      </Column>
    </Card>
  )
}
