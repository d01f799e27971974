/** The head and the foot of something done in steps: where one is, which steps there are, back and on. For sub-packages alone. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { useText } from '../messages'
import { common } from '../messages/common'
import { texts } from '../messages/forms'
import { Icon, Row, Tag, Words } from './basics'
import { Button } from './button'
import { classes, named, press, role } from './press'
import { BottomBar } from './screen'
import './steps.css'

interface StepOf {
  readonly key: string
  readonly name: string
}

interface HeadProps {
  readonly id: string
  readonly steps: readonly StepOf[]
  /** From 0. */
  readonly at: number
  /** Back to an earlier step; what was filled in is kept. */
  readonly onGo: (at: number) => void
}

const All = ({ id, steps, at, onGo }: HeadProps) => {
  const t = useText(texts)
  return (
    <View className="sb-col">
      <View {...role('list')} aria-label={t('step.all')}>
        {steps.map(({ key, name }, place) => {
          const state = place < at ? 'done' : place === at ? 'here' : 'coming'
          const back =
            place < at
              ? press({ label: t('step.goTo', { n: place + 1, name }), onPress: () => onGo(place) })
              : {}
          return (
            <View key={key} {...role('listitem')} {...(place === at ? { 'aria-current': 'step' } : {})}>
              <View {...named(`${id}-${key}`)} className={classes('sb-wizard-step', state)} {...back}>
                <View className="sb-wizard-n sb-num" aria-hidden="true">
                  {state === 'done' ? <Icon name="check" size="small" /> : place + 1}
                </View>
                <View className="grow">{name}</View>
                <Tag tone={state === 'done' ? 'ok' : state === 'here' ? undefined : 'quiet'}>
                  {t(`step.${state}`)}
                </Tag>
              </View>
            </View>
          )
        })}
      </View>
      <Words as="s">{t('step.kept')}</Words>
    </View>
  )
}

/** @example <StepsHead id="claim" steps={steps} at={at} onGo={setAt} /> */
export const StepsHead = (props: HeadProps) => {
  const { id, steps, at } = props
  const t = useText(texts)
  const words = useText(common)
  const [open, setOpen] = useState(false)
  return (
    <View {...named(id)} className="sb-wizard">
      <Row gap={8}>
        <View {...role('status')} aria-live="polite">
          <Words as="s num">{words('step', { n: at + 1, of: steps.length })}</Words>
          <Words id={`${id}-name`} as="h" level={2}>
            {steps[at]?.name}
          </Words>
        </View>
        <View
          {...named(`${id}-all`)}
          className="sb-btn text"
          {...press({ onPress: () => setOpen(!open) })}
          aria-expanded={open ? 'true' : 'false'}
        >
          {t('step.all')}
          <Icon name="down" size="small" />
        </View>
      </Row>
      <View className="sb-wizard-bars" aria-hidden="true">
        {steps.map(({ key }, place) => (
          <View key={key} className={classes('sb-wizard-bar', place <= at && 'on')} />
        ))}
      </View>
      {open && (
        <All
          {...props}
          onGo={(place) => {
            setOpen(false)
            props.onGo(place)
          }}
        />
      )}
    </View>
  )
}

/** Back and on, at the bottom of the screen: put it into `Screen`'s `bar`. */
export const StepsBar = ({
  id,
  next,
  busy = false,
  disabled = false,
  onBack,
  onNext,
}: {
  readonly id: string
  /** What the last step does, in words: 「提交申请」. Otherwise on to the next. */
  readonly next?: string | undefined
  readonly busy?: boolean
  readonly disabled?: boolean
  /** Absent on the first step. */
  readonly onBack?: (() => void) | undefined
  readonly onNext: () => void
}) => {
  const t = useText(texts)
  return (
    <BottomBar>
      {onBack && (
        <Button id={`${id}-back`} kind="ghost" disabled={busy} onPress={onBack}>
          {t('step.back')}
        </Button>
      )}
      <Button id={`${id}-next`} grow loading={busy} disabled={disabled} onPress={onNext}>
        {next ?? t('step.next')}
      </Button>
    </BottomBar>
  )
}
