/** What a draw is committed to, published before its randomness was there: list, rules, round, chain, notary. */
import { View } from '@tarojs/components'
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import { isQuicknet } from '../../../../functions/lottery/rules/draw/chain'
import type { Freeze } from '../../../../functions/lottery/rules/draw/documents'
import { useText } from '../../../messages'
import { Card, Column, Fact, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import { useExclusionTexts } from './excluded'
import { Hash } from './rules-card'
import { SignedBy } from './who-signs'

/** Whoever holds the key of a chain of one's own knew the outcome: said before all else. */
export const TestChain = ({ freeze }: { readonly freeze: Freeze }) => {
  const t = useText(texts)
  const { chain } = freeze.rules
  if (isQuicknet(chain)) return null
  return (
    <Note tone="danger" icon="warn">
      <View id="test-chain" {...role('alert')}>
        <View className="lt-loud">{t('chain.test')}</View>
        <Words>{t('chain.testWhy', { name: chain.beaconId })}</Words>
      </View>
    </Note>
  )
}

const Exclusions = ({ freeze, rules }: { readonly freeze: Freeze; readonly rules: Campaign | undefined }) => {
  const t = useText(texts)
  const exclusionTexts = useExclusionTexts(rules)
  if (freeze.exclusions.length === 0) return <Words as="s">{t('facts.noExclusions')}</Words>
  return (
    <View id="exclusions" {...role('list')} aria-label={t('facts.exclusions')}>
      <Words as="s">{t('facts.exclusions')}</Words>
      {exclusionTexts(freeze.exclusions).map((words) => (
        <View key={words} {...role('listitem')}>
          {words}
        </View>
      ))}
    </View>
  )
}

export const PublicFacts = ({
  freeze,
  rules,
}: {
  readonly freeze: Freeze
  readonly rules: Campaign | undefined
}) => {
  const t = useText(texts)
  const { chain, round, campaignRules } = freeze.rules
  return (
    <Card id="facts">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('facts.title')}
        </Words>
        <Words as="s">{t('facts.lead')}</Words>
        <Fact label={t('facts.received')}>
          <Words as="num">{t('draw.entries', { n: freeze.received })}</Words>
        </Fact>
        <Fact label={t('draw.count')}>
          <Words as="num">{t('draw.entries', { n: freeze.count })}</Words>
        </Fact>
        <Exclusions freeze={freeze} rules={rules} />
        <Hash id="commitment" label={t('facts.commitment')}>
          {freeze.commitment}
        </Hash>
        <Fact label={t('facts.round')}>
          <Words as="num">{t('facts.roundNo', { round })}</Words>
        </Fact>
        <Fact label={t('facts.chain')}>
          {isQuicknet(chain) ? t('chain.quicknet') : t('chain.own', { name: chain.beaconId })}
        </Fact>
        <Hash id="chain-hash" label={t('facts.chainHash')}>
          {chain.hash}
        </Hash>
        <Hash id="campaign-rules" label={t('rules.hash')}>
          {campaignRules}
        </Hash>
        <SignedBy publicKey={freeze.notary} />
      </Column>
    </Card>
  )
}
