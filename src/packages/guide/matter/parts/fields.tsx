/** The six fields of a guide, each under its heading; one that is not confirmed or not published says so. */
import type { PropsWithChildren } from 'react'
import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { Output } from '../../../../client/api'
import { useText } from '../../../../messages'
import { texts } from '../../messages'
import { Button, Card, Column, Row, Tag, Words } from '../../../../ui'
import { Materials } from './materials'

export type Guide = Output<'halls', 'guide'>['guide']
type Field = Guide['unconfirmed'][number]

const Titled = ({
  field,
  guide,
  known,
  children,
}: PropsWithChildren<{ readonly field: Field; readonly guide: Guide; readonly known: boolean }>) => {
  const t = useText(texts)
  return (
    <Card id={`guide-${field}`}>
      <Column gap={8}>
        <Row gap={8}>
          <Words as="h" level={2}>
            {t(field)}
          </Words>
          {known && guide.unconfirmed.includes(field) && <Tag tone="warn">{t('unconfirmed')}</Tag>}
        </Row>
        {known ? children : <Words as="s">{t('unpublished')}</Words>}
      </Column>
    </Card>
  )
}

const Steps = ({ steps }: { readonly steps: readonly string[] }) => (
  <View role="list" className="sb-col g8">
    {steps.map((step, at) => (
      <View key={step} className="gd-step" role="listitem">
        <View className="gd-step-n sb-num">{at + 1}</View>
        <View className="grow">{step}</View>
      </View>
    ))}
  </View>
)

const TimeLimit = ({ limit }: { readonly limit: NonNullable<Guide['timeLimit']> }) => {
  const t = useText(texts)
  return (
    <>
      <Words as="b">
        {limit.unit === 'onTheSpot' ? t('unit.onTheSpot') : t(`unit.${limit.unit}`, { n: limit.count })}
      </Words>
      {limit.note && <Words as="s">{limit.note}</Words>}
    </>
  )
}

const Contact = ({ contact }: { readonly contact: NonNullable<Guide['contact']> }) => {
  const t = useText(texts)
  const call = (): void => {
    Taro.makePhoneCall({ phoneNumber: contact.phone }).catch(() => undefined)
  }
  return (
    <>
      <Words>{contact.note}</Words>
      <Button id="call" kind="ghost" icon="phone" onPress={call}>
        {t('call', { phone: contact.phone })}
      </Button>
    </>
  )
}

export const Fields = ({ guide }: { readonly guide: Guide }) => {
  const { office, steps, timeLimit, contact } = guide
  return (
    <>
      <Titled field="materials" guide={guide} known>
        <Materials materials={guide.materials} />
      </Titled>
      <Titled field="steps" guide={guide} known={steps.length > 0}>
        <Steps steps={steps} />
      </Titled>
      <Titled field="timeLimit" guide={guide} known={timeLimit !== undefined}>
        {timeLimit && <TimeLimit limit={timeLimit} />}
      </Titled>
      <Titled field="office" guide={guide} known={office !== undefined}>
        <Words>{office}</Words>
      </Titled>
      <Titled field="basis" guide={guide} known>
        <Words>{guide.basis}</Words>
      </Titled>
      <Titled field="contact" guide={guide} known={contact !== undefined}>
        {contact && <Contact contact={contact} />}
      </Titled>
    </>
  )
}
