/** How far a draw is, and what comes next: with the time until the named round while it runs. */
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Card, Column, Fact, Row, Tag, Words } from '../../../ui'
import { Spoken } from '../../../ui/spoken'
import { texts } from '../messages'
import type { DrawRow } from '../model/answers'
import { useNames } from './names'
import { Until } from '../../../ui/until'
import { drawTone, useYuan } from './words'

export const DrawState = ({
  it,
  rules,
  onRound,
}: {
  readonly it: DrawRow
  readonly rules: Campaign | undefined
  readonly onRound: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const yuan = useYuan()
  const names = useNames(rules)
  const waiting = it.state === 'freezing' || it.state === 'frozen'
  return (
    <Card id="draw-state" next={waiting} className={waiting ? undefined : 'lt-won'}>
      <Column gap={12}>
        <Row top gap={8}>
          <Words as="h" level={2}>
            {names.draw(it.draw)}
          </Words>
          <Tag tone={drawTone(it.state)}>{t(`drawState.${it.state}`)}</Tag>
        </Row>
        <Words id="draw-next" live>
          {t(`drawNext.${it.state}`)}
        </Words>
        {waiting && (
          <Until
            id="round-left"
            until={it.roundAt}
            say={(left) => t('draw.roundIn', { round: it.round, left })}
            over={t('draw.roundDue', { round: it.round })}
            onEnd={onRound}
          />
        )}
        <Fact label={t('draw.of')}>
          <Words as="num">
            {t('draw.period', { from: momentText(it.from, language), to: momentText(it.to, language) })}
          </Words>
        </Fact>
        <Fact label={t('draw.frozenAt')}>
          <Words as="num">{momentText(it.frozenAt, language)}</Words>
        </Fact>
        <Fact label={t('draw.roundAt')}>
          <Words as="num">{momentText(it.roundAt, language)}</Words>
        </Fact>
        {it.count > 0 && (
          <Fact label={t('draw.count')}>
            <Words as="num b">{t('draw.entries', { n: it.count })}</Words>
          </Fact>
        )}
        {it.fen > 0 && (
          <Fact label={t('draw.prizes')}>
            <Words as="num b">{yuan(it.fen)}</Words>
          </Fact>
        )}
        <Spoken id="draw-spoken">{t(`drawNext.${it.state}`)}</Spoken>
      </Column>
    </Card>
  )
}
