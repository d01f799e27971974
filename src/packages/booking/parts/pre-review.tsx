/** A booking that its hall looks at first: what happens until when; or why it was refused, and where to do it instead. */
import { View } from '@tarojs/components'
import { api, type Appointment } from '../../../client/api'
import { useQuery } from '../../../client/use-query'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Await, Card, Column, ExternalLink, Note, Words } from '../../../ui'
import { texts } from '../messages'
import { useMatters } from './queries'
import { Rule } from './rules'

const Waiting = ({ it }: { readonly it: Appointment }) => {
  const t = useText(texts)
  const language = useLanguage()
  const matter = useMatters().data?.matters.find(({ code }) => code === it.matter)
  const until = momentText(it.review?.until ?? it.checkInFrom, language)
  return (
    <Card id="pre-review" next>
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('review.waiting')}
        </Words>
        <Words>{t('review.until', { time: until })}</Words>
        <Words as="s">{t('review.meanwhile')}</Words>
        {matter?.preReview && <Rule rule={matter.preReview} />}
      </Column>
    </Card>
  )
}

const Refused = ({ it }: { readonly it: Appointment }) => {
  const t = useText(texts)
  const asked = useQuery(`my:review:${it.id}`, () => api.credit.preReview({ appointmentId: it.id }))
  return (
    <Card id="pre-review" next>
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('review.refused')}
        </Words>
        <Await query={asked}>
          {({ review: { reason, online } }) => (
            <>
              {reason !== '' && (
                <Column gap={4}>
                  <Words as="s">{t('review.reason')}</Words>
                  <Words id="review-reason">{reason}</Words>
                </Column>
              )}
              {online && (
                <>
                  <Note tone="ok" icon="globe">
                    {online.way}
                  </Note>
                  <ExternalLink id="review-online" url={online.url}>
                    {t('refusal.online')}
                  </ExternalLink>
                </>
              )}
            </>
          )}
        </Await>
        <View className="sb-s">{t('review.notCounted')}</View>
      </Column>
    </Card>
  )
}

export const PreReview = ({
  it,
  outlook,
}: {
  readonly it: Appointment
  readonly outlook: 'reviewing' | 'refused'
}) => (outlook === 'reviewing' ? <Waiting it={it} /> : <Refused it={it} />)
