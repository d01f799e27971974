/** The days left, by both readings of the ninety; louder in the last days. */
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Card, Column, Note, Row, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { Days } from '../model/answers'

const TONES = { inTime: 'ok', lastDays: 'warn', doubtful: 'warn', over: 'danger' } as const

/** How much is left, in words. */
export const useLeftText = () => {
  const t = useText(texts)
  const language = useLanguage()
  return ({ left, lastDay, state }: Days): string => {
    if (state === 'over') return t('days.over', { day: datedText(lastDay, language) })
    return left === 0 ? t('days.today') : t('days.left', { n: left })
  }
}

export const DaysCard = ({ days }: { readonly days: Days }) => {
  const t = useText(texts)
  const language = useLanguage()
  const left = useLeftText()(days)
  const [last, strict] = [datedText(days.lastDay, language), datedText(days.strictLastDay, language)]
  return (
    <Card id="days">
      <Column gap={8}>
        <Row gap={8} wrap>
          <Words as="h" level={2}>
            {t('days.title')}
          </Words>
          <Tag tone={TONES[days.state]}>{left}</Tag>
        </Row>
        <Words as="b">{t('days.by', { day: last })}</Words>
        <Words>{t('days.safe', { day: strict })}</Words>
        {(days.state === 'lastDays' || days.state === 'doubtful') && (
          <Note tone="warn" icon="warn">
            {t(days.state === 'lastDays' ? 'days.soon' : 'days.doubtful')}
          </Note>
        )}
        <Words as="s">{t('days.why', { strict, last })}</Words>
      </Column>
    </Card>
  )
}
