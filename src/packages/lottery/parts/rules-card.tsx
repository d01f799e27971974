/** A campaign's rules in words, each with what it stands on; and the hash by which anybody holds us to them. */
import { View } from '@tarojs/components'
import { say, type Text } from '../../../../functions/core/pure/text'
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { texts as cases } from '../../../messages/cases'
import { Card, Column, named, role, Row, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import { entryRules, prizeRules, type PrizeRule } from '../model/told-rules'

const Rule = ({
  id,
  words,
  basis,
  unconfirmed,
}: {
  readonly id: string
  readonly words: string
  readonly basis: Text
  readonly unconfirmed: boolean
}) => {
  const t = useText(texts)
  const ofCases = useText(cases)
  const language = useLanguage()
  return (
    <View {...named(id)} className="lt-rule" {...role('listitem')}>
      <Row top gap={8}>
        <Words>{words}</Words>
        {unconfirmed && <Tag tone="warn">{t('unconfirmed')}</Tag>}
      </Row>
      <Words as="s">{ofCases('basis', { basis: say(basis, language) })}</Words>
    </View>
  )
}

const usePrizeRuleText = () => {
  const t = useText(texts)
  return (rule: PrizeRule): string =>
    'n' in rule ? t(`prizeRule.${rule.code}`, { n: rule.n }) : t(`prizeRule.${rule.code}`)
}

export const RulesCard = ({ campaign }: { readonly campaign: Campaign }) => {
  const t = useText(texts)
  const language = useLanguage()
  const now = useNow()
  const prizeText = usePrizeRuleText()
  return (
    <Card id="rules">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('rules.title')}
        </Words>
        <Words as="b" level={3}>
          {t('rules.enter')}
        </Words>
        <View {...role('list')} aria-label={t('rules.enter')}>
          {entryRules(campaign, now).map(({ code, rule, ...source }) => (
            <Rule key={code} id={`rule-${code}`} words={say(rule, language)} {...source} />
          ))}
        </View>
        <Words as="b" level={3}>
          {t('rules.prizes')}
        </Words>
        <View {...role('list')} aria-label={t('rules.prizes')}>
          {prizeRules(campaign, now).map((rule) => (
            <Rule
              key={rule.code}
              id={`rule-${rule.code}`}
              words={prizeText(rule)}
              basis={rule.basis}
              unconfirmed={rule.unconfirmed}
            />
          ))}
        </View>
      </Column>
    </Card>
  )
}

/** A long hexadecimal number, to be compared. */
export const Hash = ({ id, label, children }: { id: string; label: string; children: string }) => (
  <Column gap={4}>
    <Words as="s">{label}</Words>
    <View {...named(id)} className="lt-hash">
      {children}
    </View>
  </Column>
)
