/** Prizes by tier and state, and what was left out by its reason. */
import { View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { Card, Column, Fact, named, Words } from '../../../../ui'
import { BarChart } from '../../../../ui/charts'
import { numberText } from '../../../../ui/numbers'
import { texts } from '../../messages'
import type { Statistics } from '../../model/answers'
import { useYuan } from '../words'

type Row = Statistics['prizes']['rows'][number]

/** In the order in which tiers first appear. */
const byTier = (rows: readonly Row[]): readonly (readonly Row[])[] => {
  const tiers = new Map<string, Row[]>()
  for (const row of rows) {
    const key = `${row.draw}-${row.tier}`
    tiers.set(key, [...(tiers.get(key) ?? []), row])
  }
  return [...tiers.values()]
}

const Tier = ({ rows }: { readonly rows: readonly Row[] }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const [first] = rows
  if (!first) return null
  return (
    <View {...named(`tier-${first.draw}-${first.tier}`)} className="lo-row sb-col g4">
      <Words as="b">{first.name}</Words>
      {rows.map(({ state, said, count, fen }) => (
        <Fact key={state} label={said}>
          <Words as="num">{t('prizes.row', { n: numberText(count), amount: yuan(fen) })}</Words>
        </Fact>
      ))}
    </View>
  )
}

export const PrizesCard = ({ of }: { readonly of: Statistics['prizes'] }) => {
  const t = useText(texts)
  return (
    <Card id="prizes">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('prizes.title')}
        </Words>
        {!of.whole && <Words as="s">{t('prizes.latest', { n: numberText(of.looked) })}</Words>}
        {of.rows.length === 0 && <Words as="s">{t('prizes.none')}</Words>}
        {byTier(of.rows).map((rows) => (
          <Tier key={`${rows[0]?.draw ?? ''}${rows[0]?.tier ?? ''}`} rows={rows} />
        ))}
      </Column>
    </Card>
  )
}

export const ExclusionsCard = ({ of }: { readonly of: Statistics['exclusions'] }) => {
  const t = useText(texts)
  const cut = of.some(({ more }) => more)
  return (
    <Card id="exclusions">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('exclusions.title')}
        </Words>
        <BarChart
          id="out"
          title={t('exclusions.title')}
          head={t('decide.reason')}
          lying
          series={[{ key: 'entries', name: t('numbers.by.entries') }]}
          groups={of.map(({ reason, said, entries }) => ({ key: reason, label: said, values: [entries] }))}
          empty={t('exclusions.none')}
        />
        {cut && <Words as="s warn">{t('exclusions.more')}</Words>}
      </Column>
    </Card>
  )
}
