/** What can be won and with what chance, and what is left to win: told before anybody enters. Nothing here moves. */
import { View } from '@tarojs/components'
import { useLanguage, useText } from '../../../messages'
import { texts as cases } from '../../../messages/cases'
import { momentText } from '../../../messages/dates'
import { Card, Column, Fact, named, role, Row, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { Odds } from '../model/answers'
import { useBandText } from './names'
import { useYuan } from './words'

/** An instant draw is told by its bands. */
const keyOf = ({ draw, band }: Odds): string => (band === null ? draw : `${draw}-${band.from}`)

const Tiers = ({ it }: { readonly it: Odds }) => {
  const t = useText(texts)
  const yuan = useYuan()
  return (
    <View {...role('list')} aria-label={t('odds.tiers')}>
      {it.tiers.map(({ key, name, prize, said, count }) => (
        <View key={key} {...named(`tier-${keyOf(it)}-${key}`)} className="lt-tier" {...role('listitem')}>
          <Row top gap={8} wrap>
            <Words as="b">{count === null ? name : t('odds.tier', { name, n: count })}</Words>
            <View className="lt-money">{yuan(prize)}</View>
          </Row>
          <Words as="s num">{t('odds.chance', { said })}</Words>
        </View>
      ))}
    </View>
  )
}

/** What is left of what there was, as a part of a line. */
export const Rest = ({
  id,
  left,
  total,
  children,
}: {
  readonly id: string
  readonly left: number
  readonly total: number
  readonly children: string
}) => (
  <View {...named(id)} className="sb-col g4">
    <View className="lt-rest" aria-hidden="true">
      <View
        className="lt-rest-in"
        style={{ width: `${total <= 0 ? 0 : Math.max(0, Math.min(100, Math.floor((left * 100) / total)))}%` }}
      />
    </View>
    <Words as="s num">{children}</Words>
  </View>
)

const Times = ({ it }: { readonly it: Odds }) => {
  const t = useText(texts)
  const language = useLanguage()
  if (it.kind === 'instant') return <Words as="s">{t('odds.instant')}</Words>
  return (
    <Column gap={4}>
      {it.frozenAt !== null && (
        <Fact label={t('odds.closes')}>
          <Words as="num">{momentText(it.frozenAt, language)}</Words>
        </Fact>
      )}
      <Fact label={t('odds.drawn')}>
        <Words as="num">
          {it.drawnAt === null ? t('odds.drawnUnknown') : momentText(it.drawnAt, language)}
        </Words>
      </Fact>
    </Column>
  )
}

/** `level` as the headings around it ask. */
export const OddsCards = ({ odds }: { readonly odds: readonly Odds[] }) => {
  const t = useText(texts)
  const ofCases = useText(cases)
  const bandText = useBandText()
  return (
    <>
      {odds.map((it) => (
        <Card key={keyOf(it)} id={`odds-${keyOf(it)}`}>
          <Column gap={12}>
            <Row top gap={8}>
              <Words as="h" level={2}>
                {it.name}
              </Words>
              {it.unconfirmed && <Tag tone="warn">{t('unconfirmed')}</Tag>}
            </Row>
            {it.band && <Words as="s num">{bandText(it.band)}</Words>}
            <Column gap={4}>
              <Words as="s">{t(it.kind === 'instant' ? 'odds.anyInstant' : 'odds.any')}</Words>
              <Words id={`any-${keyOf(it)}`} as="b num">
                {it.any}
              </Words>
            </Column>
            <Tiers it={it} />
            <Words as="s num">{it.leftSaid}</Words>
            {it.floating !== null && <Words as="s num">{it.floating}</Words>}
            <Times it={it} />
            {it.unconfirmed && <Words as="s warn">{ofCases('unconfirmedNote')}</Words>}
          </Column>
        </Card>
      ))}
    </>
  )
}
