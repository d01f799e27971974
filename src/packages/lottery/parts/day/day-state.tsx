/** How far a day of instant draws is: before it, while entries are drawn, once its seed is shown; and what is left of its money. */
import { dayOf } from '../../../../../functions/core/pure/time'
import { useNow } from '../../../../client/use-now'
import { useLanguage, useText } from '../../../../messages'
import { datedText, momentText } from '../../../../messages/dates'
import { Card, Column, Fact, Row, Tag, Words } from '../../../../ui'
import { Spoken } from '../../../../ui/spoken'
import { texts } from '../../messages'
import type { CampaignFull, DrawRow } from '../../model/answers'
import type { ToldDay } from '../../model/told-day'
import { useNames } from '../names'
import { Rest } from '../odds'
import { useRules } from '../queries'
import { Until } from '../../../../ui/until'
import { useYuan } from '../words'
import { useDayState } from './day-item'

/** Fen: as it closed, or as the odds of an entry made now tell it; undefined where neither is known. */
const leftOf = (it: DrawRow, told: ToldDay, campaign: CampaignFull | undefined): number | undefined => {
  if (told.closing) return told.closing.poolLeft ?? undefined
  if (it.state !== 'open') return undefined
  const from = told.opening?.rules.band.from
  return campaign?.odds.find(
    ({ kind, draw, band }) => kind === 'instant' && draw === it.draw && (band === null || band.from === from),
  )?.left
}

export const DayState = ({
  it,
  told,
  campaign,
  onOver,
}: {
  readonly it: DrawRow
  readonly told: ToldDay
  readonly campaign: CampaignFull | undefined
  /** The day is over: its seed is about to be shown. */
  readonly onOver: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const yuan = useYuan()
  const names = useNames(useRules(campaign?.rules))
  const now = useNow()
  const { before, tag, tone } = useDayState(it)
  const state = before ? 'before' : it.state === 'frozen' || it.state === 'drawn' ? 'freezing' : it.state
  const band = names.band(it)
  const total = told.opening?.rules.pool ?? it.fen
  const left = before ? undefined : leftOf(it, told, campaign)
  return (
    <Card id="draw-state" next={it.state === 'open'} className={it.state === 'open' ? undefined : 'lt-won'}>
      <Column gap={12}>
        <Row top gap={8}>
          <Words as="h" level={2}>
            {names.draw(it.draw)}
          </Words>
          <Tag tone={tone}>{tag}</Tag>
        </Row>
        <Words id="draw-next" live>
          {t(`day.${state}`)}
        </Words>
        {state === 'open' && (
          <Until
            id="seed-left"
            until={it.to}
            say={(rest) => t('day.seedIn', { left: rest })}
            over={t('day.seedDue')}
            onEnd={onOver}
          />
        )}
        <Fact label={t('day.day')}>
          <Words as="num">{datedText(dayOf(it.from), language)}</Words>
        </Fact>
        {band !== undefined && <Fact label={t('day.band')}>{band}</Fact>}
        {it.openedAt !== null && (
          <Fact label={t('day.openedAt')}>
            <Words as="num">{momentText(it.openedAt, language)}</Words>
          </Fact>
        )}
        <Fact label={t(now < it.to ? 'day.shownFrom' : 'day.over')}>
          <Words as="num">{momentText(it.to, language)}</Words>
        </Fact>
        {it.state === 'published' && (
          <Fact label={t('draw.count')}>
            <Words as="num b">{t('day.row', { n: it.count, won: it.prizes })}</Words>
          </Fact>
        )}
        {left === undefined ? (
          <Fact label={t('day.money')}>
            <Words as="num b">{yuan(total)}</Words>
          </Fact>
        ) : (
          <Rest id="day-left" left={left} total={total}>
            {t(it.state === 'published' ? 'day.wasLeft' : 'pools.left', {
              left: yuan(left),
              total: yuan(total),
            })}
          </Rest>
        )}
        <Spoken id="draw-spoken">{t(`day.${state}`)}</Spoken>
      </Column>
    </Card>
  )
}
