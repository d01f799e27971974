/** Who won, by place in the public list: no names. Long lists open piece by piece. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import { useText } from '../../../messages'
import { common } from '../../../messages/common'
import { Button, Card, Column, named, role, Row, Words } from '../../../ui'
import { texts } from '../messages'
import type { TierWon } from '../model/told-draw'
import { useNames } from './names'
import { useYuan } from './words'

const AT_ONCE = 30

const Tier = ({ tier, name }: { readonly tier: TierWon; readonly name: string }) => {
  const t = useText(texts)
  const words = useText(common)
  const yuan = useYuan()
  const [shown, setShown] = useState(AT_ONCE)
  const label = t('odds.tier', { name, n: tier.places.length })
  return (
    <View className="lt-rule" {...named(`won-${tier.key}`)}>
      <Column gap={8}>
        <Row top gap={8} wrap>
          <Words as="b" level={3}>
            {label}
          </Words>
          <View className="lt-money">{yuan(tier.prize)}</View>
        </Row>
        <View className="lt-places" {...role('list')} aria-label={label}>
          {tier.places.slice(0, shown).map((place) => (
            <View key={place} className="lt-place" {...role('listitem')}>
              {t('winners.place', { n: place + 1 })}
            </View>
          ))}
        </View>
        {tier.places.length > shown && (
          <Button id={`won-${tier.key}-more`} kind="text" onPress={() => setShown(shown + 10 * AT_ONCE)}>
            {words('more')}
          </Button>
        )}
      </Column>
    </View>
  )
}

export const Winners = ({
  tiers,
  draw,
  rules,
}: {
  readonly tiers: readonly TierWon[]
  readonly draw: string
  readonly rules: Campaign | undefined
}) => {
  const t = useText(texts)
  const names = useNames(rules)
  return (
    <Card id="winners">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('winners.title')}
        </Words>
        <Words as="s">{t('winners.lead')}</Words>
        <View>
          {tiers.map((tier) => (
            <Tier key={tier.key} tier={tier} name={names.tier(draw, tier.key)} />
          ))}
        </View>
      </Column>
    </Card>
  )
}
