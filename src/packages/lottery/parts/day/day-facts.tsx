/** What a day of instant draws was committed to before it began, and what was shown once it was over. */
import { View } from '@tarojs/components'
import type { Campaign } from '../../../../../functions/lottery/rules/campaign'
import { useLanguage, useText } from '../../../../messages'
import { momentText } from '../../../../messages/dates'
import { Card, Column, Fact, role, Row, Words } from '../../../../ui'
import { numberText } from '../../../../ui/numbers'
import { texts } from '../../messages'
import type { ToldDay } from '../../model/told-day'
import { useNames } from '../names'
import { Hash } from '../rules-card'
import { SignedBy } from '../who-signs'
import { useYuan } from '../words'

interface Props {
  readonly told: ToldDay
  readonly draw: string
  readonly rules: Campaign | undefined
}

export const OpeningFacts = ({ told: { opening }, draw, rules }: Props) => {
  const t = useText(texts)
  const language = useLanguage()
  const names = useNames(rules)
  const yuan = useYuan()
  if (!opening) return null
  return (
    <Card id="facts">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('facts.title')}
        </Words>
        <Words as="s">{t('opening.lead')}</Words>
        <Fact label={t('day.openedAt')}>
          <Words as="num">{momentText(opening.openedAt, language)}</Words>
        </Fact>
        <View {...role('list')} aria-label={t('opening.tiers')}>
          {opening.rules.tiers.map(({ tier, prize, odds }) => (
            <View key={tier} className="lt-tier" {...role('listitem')}>
              <Row top gap={8} wrap>
                <Words as="b">{names.tier(draw, tier)}</Words>
                <View className="lt-money">{yuan(prize)}</View>
              </Row>
              <Words as="s num">
                {t('opening.chance', { of: numberText(odds.of), all: numberText(odds.in) })}
              </Words>
            </View>
          ))}
        </View>
        <Hash id="seed-commitment" label={t('opening.commitment')}>
          {opening.seedCommitment}
        </Hash>
        <Hash id="campaign-rules" label={t('rules.hash')}>
          {opening.rules.campaignRules}
        </Hash>
        <SignedBy publicKey={opening.notary} />
      </Column>
    </Card>
  )
}

export const ClosingFacts = ({ told: { closing } }: Pick<Props, 'told'>) => {
  const t = useText(texts)
  const language = useLanguage()
  if (!closing) return null
  return (
    <Card id="closing">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('closing.title')}
        </Words>
        <Words as="s">{t('closing.lead')}</Words>
        <Fact label={t('closing.at')}>
          <Words as="num">{momentText(closing.closedAt, language)}</Words>
        </Fact>
        <Fact label={t('draw.count')}>
          <Words as="num">{t('draw.entries', { n: closing.count })}</Words>
        </Fact>
        <Hash id="seed" label={t('closing.seed')}>
          {closing.seed}
        </Hash>
        <Hash id="commitment" label={t('facts.commitment')}>
          {closing.commitment}
        </Hash>
      </Column>
    </Card>
  )
}
