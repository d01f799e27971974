/** One campaign in a list: what it is called, where, until when, and whether one can enter now. */
import type { Day } from '../../../../functions/core/pure/time'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Badge, Card, Column, Row, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { CampaignRow } from '../model/answers'

export type Phase = 'before' | 'open' | 'over'

export const phaseOf = (
  { opensOn, closesOn }: Pick<CampaignRow, 'opensOn' | 'closesOn'>,
  today: Day,
): Phase => (today < opensOn ? 'before' : today > closesOn ? 'over' : 'open')

export const PhaseTag = ({ phase }: { readonly phase: Phase }) => {
  const t = useText(texts)
  return <Tag tone={phase === 'open' ? 'ok' : 'quiet'}>{t(`phase.${phase}`)}</Tag>
}

export const CampaignCard = ({
  it,
  today,
  onPress = () => void go(routes.campaign(it.id)),
}: {
  readonly it: CampaignRow
  readonly today: Day
  readonly onPress?: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Card id={`campaign-${it.id}`} onPress={onPress}>
      <Row top gap={12} start>
        <Badge icon="invoice" tone="gold" />
        <Column gap={4} grow>
          <Words as="h">{it.name}</Words>
          <Words as="s">{t('campaign.where', { place: it.place, organiser: it.organiser })}</Words>
          <Words as="s num">
            {t('campaign.days', {
              from: datedText(it.opensOn, language),
              to: datedText(it.closesOn, language),
            })}
          </Words>
          <Row gap={8} start wrap>
            <PhaseTag phase={phaseOf(it, today)} />
            {it.unconfirmed && <Tag tone="warn">{t('unconfirmed')}</Tag>}
          </Row>
        </Column>
      </Row>
    </Card>
  )
}
