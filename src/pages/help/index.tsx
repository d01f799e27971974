/** Help: honest about the community that is not there yet; what helps today. */
import { useState } from 'react'
import Taro, { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useNow } from '../../client/use-now'
import { go, routes } from '../../client/routes'
import { useText } from '../../messages'
import { common } from '../../messages/common'
import { texts } from './messages'
import { Badge, Card, Column, Icon, List, ListItem, press, Row, Screen, Section, Tag, Words } from '../../ui'
import { LIMIT_KEYS } from '../../../functions/appointments/data/limits'
import { limitsOn } from '../../../functions/appointments/rules/limits'
import { dayOf, type Day } from '../../../functions/core/pure/time'
import './index.css'

/** The figures in the answers are those in force today, from the same dated law that refuses a booking. */
const figuresOn = (day: Day): Readonly<Record<string, number>> => {
  const limits = limitsOn(day)
  return {
    ...Object.fromEntries(LIMIT_KEYS.map((key) => [key, limits[key].value])),
    cancelHours: Math.round(limits.cancelBeforeMinutes.value / 60),
  }
}

const STEPS = ['how1', 'how2', 'how3', 'how4'] as const
const QUESTIONS = [
  ['q1', 'a1'],
  ['q2', 'a2'],
  ['q3', 'a3'],
  ['q4', 'a4'],
  ['q5', 'a5'],
  ['q6', 'a6'],
] as const

const Question = ({
  id,
  question,
  answer,
}: {
  readonly id: string
  readonly question: string
  readonly answer: string
}) => {
  const [open, setOpen] = useState(false)
  return (
    <View>
      <View
        id={id}
        className="sb-item"
        {...press({ label: question, onPress: () => setOpen(!open) })}
        aria-expanded={open ? 'true' : 'false'}
      >
        <View className="grow">{question}</View>
        <View className={open ? 'sb-s help-open' : 'sb-s'}>
          <Icon name="down" size="small" />
        </View>
      </View>
      {open && (
        <View id={`${id}-answer`} className="help-answer">
          {answer}
        </View>
      )}
    </View>
  )
}

export default function Help() {
  const t = useText(texts)
  const words = useText(common)
  const figures = figuresOn(dayOf(useNow()))
  useShareAppMessage(() => ({ title: t('share'), path: routes.help }))
  usePullDownRefresh(() => Taro.stopPullDownRefresh())
  return (
    <Screen id="help" title={t('title')} tab>
      <Card>
        <Column gap={8}>
          <Row>
            <Words as="h" level={2}>
              {t('comingTitle')}
            </Words>
            <Tag tone="quiet">{words('coming')}</Tag>
          </Row>
          <Words as="s">{t('comingNote')}</Words>
        </Column>
      </Card>
      <List>
        <ListItem
          id="call"
          lead={<Badge icon="phone" tone="ok" />}
          title={t('phoneTitle')}
          note={t('phoneNote')}
          onPress={() => void Taro.makePhoneCall({ phoneNumber: '12366' })}
        />
        <ListItem
          id="halls"
          lead={<Badge icon="place" />}
          title={t('hallTitle')}
          note={t('hallNote')}
          onPress={() => void go(routes.halls())}
        />
      </List>
      <Section>{t('howTitle')}</Section>
      <Card>
        <Column gap={12}>
          {STEPS.map((step, index) => (
            <Row key={step} start top>
              <View className="help-step">{index + 1}</View>
              <View className="grow">{t(step, figures)}</View>
            </Row>
          ))}
        </Column>
      </Card>
      <Section>{t('faqTitle')}</Section>
      <List id="faq">
        {QUESTIONS.map(([question, answer]) => (
          <Question key={question} id={question} question={t(question)} answer={t(answer, figures)} />
        ))}
      </List>
    </Screen>
  )
}
