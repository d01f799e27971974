/** What can be claimed: each kind in a plain sentence, for whom it is, how long the office has; what is not for this taxpayer too. */
import { View } from '@tarojs/components'
import { say } from '../../../../functions/core/pure/text'
import type { Day } from '../../../../functions/core/pure/time'
import type { Taxpayer } from '../../../client/api'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { classes, Column, Icon, press, role, Section, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import { offersOn, type Offer } from '../model/kinds'
import { useTermText } from './words'

const Kind = ({ offer, onPress }: { readonly offer: Offer; readonly onPress: () => void }) => {
  const t = useText(texts)
  const language = useLanguage()
  const termText = useTermText()
  const { kind, law, forThem } = offer
  const who = law.who.length === 2 ? t('who.both') : t(`who.${law.who[0] ?? 'person'}`)
  return (
    <View
      id={`kind-${kind}`}
      className={classes('sb-item', 'rf-kind', !forThem && 'off')}
      {...(forThem ? press({ role: 'link', onPress }) : {})}
    >
      <Column gap={4} grow>
        <Words as="b">{say(law.name, language)}</Words>
        <Words as="s">{say(law.summary, language)}</Words>
        <View className="sb-row g4 wrap start rf-tags">
          <Tag tone={forThem ? 'ok' : 'quiet'}>{who}</Tag>
          <Tag tone="quiet">{termText(law)}</Tag>
        </View>
        {!forThem && <Words as="s">{t('kinds.notYours', { who })}</Words>}
      </Column>
      {forThem && (
        <View className="sb-item-end">
          <Icon name="next" size="small" />
        </View>
      )}
    </View>
  )
}

export const KindList = ({ taxpayer, today }: { readonly taxpayer: Taxpayer; readonly today: Day }) => {
  const t = useText(texts)
  const offers = offersOn(today, taxpayer.kind)
  const [yours, others] = [offers.filter(({ forThem }) => forThem), offers.filter(({ forThem }) => !forThem)]
  const card = (id: string, label: string, some: readonly Offer[]) =>
    some.length > 0 && (
      <>
        <Section>{label}</Section>
        <View id={id} className="sb-card flush sb-list" {...role('list')} aria-label={label}>
          {some.map((offer) => (
            <View key={offer.kind} {...role('listitem')}>
              <Kind
                offer={offer}
                onPress={() => void go(routes.refundApply({ kind: offer.kind, taxpayer: taxpayer.id }))}
              />
            </View>
          ))}
        </View>
      </>
    )
  return (
    <>
      {card('kinds', t('kinds.yours'), yours)}
      {card('kinds-others', t('kinds.others'), others)}
    </>
  )
}
