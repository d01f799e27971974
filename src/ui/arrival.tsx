/**
 * Taking a number by one's own phone: whether one needs priority, what the position is for, the button that asks for it, and
 * what came of it. For sub-packages alone.
 */
import { useState, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { NEAR_METRES } from '../../functions/queue/rules/check-in'
import { askPosition, type Position } from '../client/position'
import { useText } from '../messages'
import { texts } from '../messages/arrival'
import { Column, Note, Row, Words } from './basics'
import { Button } from './button'
import { Toggle } from './forms'

type Step = 'idle' | 'asking' | 'refused' | 'failed'

/** Whether one needs priority: one's own word is enough. */
const Priority = ({
  id,
  on,
  onChange,
}: {
  readonly id: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}) => {
  const t = useText(texts)
  return (
    <Row top>
      <Column gap={4} grow>
        <Words as="b">{t('priority')}</Words>
        <Words as="s">{t('priorityWho')}</Words>
      </Column>
      <Toggle id={`${id}-priority`} label={t('priority')} on={on} onChange={onChange} />
    </Row>
  )
}

export const Arrival = ({
  id,
  text,
  busy,
  problem,
  onGo,
  children,
}: PropsWithChildren<{
  readonly id: string
  /** What the button does, in words. */
  readonly text: string
  readonly busy: boolean
  /** Why the server refused it, in words; `children` are the ways on from there. */
  readonly problem: string | undefined
  readonly onGo: (position: Position, priority: boolean) => void
}>) => {
  const t = useText(texts)
  const [step, setStep] = useState<Step>('idle')
  const [priority, setPriority] = useState(false)
  const start = async (): Promise<void> => {
    setStep('asking')
    const asked = await askPosition()
    setStep(asked.kind === 'known' ? 'idle' : asked.kind)
    if (asked.kind === 'known') onGo(asked.position, priority)
  }
  return (
    <Column gap={12}>
      <Priority id={id} on={priority} onChange={setPriority} />
      {(step === 'refused' || step === 'failed') && (
        <Note tone="warn" icon="place">
          <Words id={`${id}-${step}`} live>
            {t(step)}
          </Words>
        </Note>
      )}
      {problem !== undefined && (
        <Note tone="warn" icon="warn">
          <View id={`${id}-problem`} role="alert">
            {problem}
          </View>
          {children}
        </Note>
      )}
      <Words as="s">{t('purpose', { n: NEAR_METRES })}</Words>
      <Button id={id} icon="place" block loading={busy || step === 'asking'} onPress={() => void start()}>
        {step === 'asking' ? t('looking') : text}
      </Button>
    </Column>
  )
}
