/** What visitors of the hall said, the newest first: numbers and reasons, nobody's name. */
import { View } from '@tarojs/components'
import { STARS } from '../../../../functions/queue/rules/fields'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Card, Column, Empty, PagedList, role, Row, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { Rating } from '../model/answers'
import { HallFrame } from '../parts/frame'
import { ratingKey, useRatings } from '../parts/queries'

const Stars = ({ n }: { readonly n: number }) => {
  const t = useText(texts)
  return (
    <View className="hd-stars" {...role('img')} aria-label={t('ratings.stars', { n, of: STARS.most })}>
      {'★'.repeat(n)}
      <View className="off">{'★'.repeat(Math.max(0, STARS.most - n))}</View>
    </View>
  )
}

const OneRating = ({ it }: { readonly it: Rating }) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Card>
      <Column gap={8}>
        <Row wrap gap={8}>
          <Stars n={it.stars} />
          <Words as="s num">{momentText(it.at, language)}</Words>
        </Row>
        <Words>
          {it.window === undefined
            ? t('ratings.of', { number: it.number, matter: it.matterName })
            : t('ratings.ofAt', { number: it.number, matter: it.matterName, window: it.window })}
        </Words>
        {it.reasons.length > 0 && (
          <View className="sb-row g8 wrap start">
            {it.reasons.map((reason) => (
              <Tag key={reason} tone={it.stars < 3 ? 'warn' : 'ok'}>
                {t(`reason.${reason}`)}
              </Tag>
            ))}
          </View>
        )}
      </Column>
    </Card>
  )
}

const OfHall = ({ hallId }: { readonly hallId: string }) => {
  const t = useText(texts)
  return (
    <>
      <Words as="s">{t('ratings.lead')}</Words>
      <PagedList
        id="ratings"
        label={t('page.ratings')}
        pages={useRatings(hallId)}
        idOf={ratingKey}
        empty={
          <Empty icon="chart" title={t('ratings.none')}>
            {t('ratings.noneWay')}
          </Empty>
        }
      >
        {(it) => <OneRating it={it} />}
      </PagedList>
    </>
  )
}

export default function HallRatingsPage() {
  return <HallFrame page="ratings">{({ id }) => <OfHall key={id} hallId={id} />}</HallFrame>
}
