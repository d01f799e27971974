/** An appeal: where it stands, by when it is answered, what was said on both sides, and what comes next. */
import { View } from '@tarojs/components'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { longDateText, timeText } from '../../../messages/dates'
import { Button, Card, Column, Note, role, Row, Tag, Words } from '../../../ui'
import { RemindMe } from '../../../ui/remind-me'
import { Timeline } from '../../../ui/timeline'
import { texts } from '../messages'
import type { Appeal } from '../model/answers'
import { APPEAL_TONES } from '../model/record'
import { wayOf } from '../model/way'
import { VisitFacts } from './appeal-form'

/** What an answer is told by. */
const REMINDERS = ['appointment'] as const

const Sent = ({ due }: { readonly due: string }) => {
  const t = useText(texts)
  return (
    <Note tone="ok" icon="check">
      <View id="sent" {...role('status')} aria-live="polite">
        <Words as="b">{t('appeal.sent')}</Words>
        <Words as="s">{t('appeal.sentNext', { day: due })}</Words>
      </View>
      <RemindMe templates={REMINDERS} />
    </Note>
  )
}

const Now = ({ of: { state, decision, due } }: { readonly of: Appeal }) => {
  const t = useText(texts)
  const language = useLanguage()
  const next = t('now.appealedNext', { day: longDateText(due, language) })
  return (
    <Card id="appeal-now" next>
      <Column gap={12}>
        <Row top gap={8} stack>
          <Words as="h" level={2}>
            {t(`now.${state}`)}
          </Words>
          <Tag tone={APPEAL_TONES[state]}>{t(`state.${state}`)}</Tag>
        </Row>
        {decision !== '' && (
          <Column gap={4}>
            <Words as="s">{t('appeal.decision')}</Words>
            <Words id="decision">{decision}</Words>
          </Column>
        )}
        {state === 'appealed' && <Words>{next}</Words>}
        <Words as="s">{t(`now.${state}Note`)}</Words>
        {state === 'revoked' && (
          <Button id="book" onPress={() => void go(routes.halls())}>
            {t('now.revokedBook')}
          </Button>
        )}
        <Button id="to-record" kind="ghost" onPress={() => void go(routes.credit)}>
          {t('appeal.toRecord')}
        </Button>
      </Column>
    </Card>
  )
}

export const AppealShown = ({ appeal, fresh }: { readonly appeal: Appeal; readonly fresh: boolean }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { day, start, matterName, hallName, why, due } = appeal
  return (
    <>
      {fresh && appeal.state === 'appealed' && <Sent due={longDateText(due, language)} />}
      <Now of={appeal} />
      <Timeline id="way" items={wayOf(appeal, language)} />
      <VisitFacts
        day={day}
        times={timeText(start)}
        matterName={matterName}
        hallName={hallName}
        why={t(`why.${why}`)}
      />
      <Button id="to-ticket" kind="text" onPress={() => void go(routes.ticket(appeal.appointmentId))}>
        {t('appeal.toTicket')}
      </Button>
    </>
  )
}
