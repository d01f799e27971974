/** What there is to weigh: the person's reason, what was recorded of that visit, and what else counts in that month. */
import { dayOf, minuteOf } from '../../../../../functions/core/pure/time'
import type { Output } from '../../../../client/api'
import { go, routes } from '../../../../client/routes'
import { useLanguage, useText } from '../../../../messages'
import { datedText, longDateText, timeText } from '../../../../messages/dates'
import { Button, Card, Column, Fact, Words } from '../../../../ui'
import { texts } from '../../messages'

type Review = Output<'credit', 'review'>

export const AppealSaid = ({ of: { reason, createdAt } }: { readonly of: Review['appeal'] }) => {
  const t = useText(texts)
  const language = useLanguage()
  const at = `${datedText(dayOf(createdAt), language)} ${timeText(minuteOf(createdAt))}`
  return (
    <Card id="appeal-said">
      <Column gap={8}>
        <Words as="b" level={2}>
          {t('appeal.reason')}
        </Words>
        <Words>{reason === '' ? t('appeal.noReason') : reason}</Words>
        <Words as="s num">{t('appeal.at', { time: at })}</Words>
      </Column>
    </Card>
  )
}

export const AppealFacts = ({ of: { appeal, taxpayerName, noShows } }: { readonly of: Review }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { day, start, matterName, hallName, hallId, why } = appeal
  return (
    <Card id="appeal-facts">
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('appeal.facts')}
        </Words>
        <Fact label={t('case.who')}>{taxpayerName}</Fact>
        <Fact label={t('appeal.visit')}>{`${longDateText(day, language)} ${timeText(start)}`}</Fact>
        <Fact label={t('appeal.matter')}>{matterName}</Fact>
        <Fact label={t('case.hall')}>{hallName}</Fact>
        <Fact label={t('appeal.why')}>{t(`appeal.why.${why}`)}</Fact>
        <Fact label={t('appeal.month')}>{t('appeal.monthCount', { n: noShows })}</Fact>
        <Words as="s">{t(`appeal.check.${why}`)}</Words>
        <Button id="see-day" kind="ghost" onPress={() => void go(routes.officeDay(hallId, day))}>
          {t('appeal.seeDay')}
        </Button>
      </Column>
    </Card>
  )
}
