/** The filing deadlines ahead, and what is not sure about them. */
import { dayOf } from '../../../functions/core/pure/time'
import { useNow } from '../../client/use-now'
import { useLanguage, useText } from '../../messages'
import { dateText, longDateText } from '../../messages/dates'
import { texts } from './messages'
import { Card, Column, Row, Tag, Words } from '../../ui'
import { deadlinesFrom, type Deadline } from './deadlines'

const SOON_DAYS = 7

const Line = ({ deadline }: { readonly deadline: Deadline }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { day, settled, daysLeft, kind } = deadline
  const when = settled
    ? t('due', { date: longDateText(day, language) })
    : t('unpublished', { date: dateText(day, language), year: day.slice(0, 4) })
  return (
    <Row stack>
      <Column grow>
        <Words>{t(kind)}</Words>
        <Words as="s">{when}</Words>
      </Column>
      <Tag tone={daysLeft <= SOON_DAYS || !settled ? 'warn' : undefined}>
        {daysLeft === 0 ? t('today') : t('daysLeft', { n: daysLeft })}
      </Tag>
    </Row>
  )
}

export const DeadlineStrip = () => {
  const now = useNow()
  const t = useText(texts)
  return (
    <Card id="deadlines">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('deadlines')}
        </Words>
        {deadlinesFrom(dayOf(now)).map((deadline) => (
          <Line key={deadline.kind} deadline={deadline} />
        ))}
        <Words as="s">{t('official')}</Words>
      </Column>
    </Card>
  )
}
