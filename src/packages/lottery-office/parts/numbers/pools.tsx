/** The books of the pools: what is left, what is set aside, what is paid; together they are the total. */
import { View } from '@tarojs/components'
import { fen, yuanDisplay } from '../../../../../functions/core/pure/money'
import { useText } from '../../../../messages'
import { Card, Column, Fact, named, Words } from '../../../../ui'
import { BarChart } from '../../../../ui/charts'
import { texts } from '../../messages'
import type { Statistics } from '../../model/answers'
import { useYuan } from '../words'

type Pool = Statistics['pools'][number]
const PARTS = ['left', 'held', 'paid'] as const
const TONES = { left: 'quiet', held: 'warn', paid: 'ok' } as const

const Sum = ({ pool }: { readonly pool: Pool }) => {
  const t = useText(texts)
  const yuan = useYuan()
  return (
    <View {...named(`pool-${pool.key}`)} className="lo-row sb-col g4">
      <Words as="b">{pool.name}</Words>
      {PARTS.map((part) => (
        <Fact key={part} label={t(`pools.${part}`)}>
          <Words as="num">{yuan(pool[part])}</Words>
        </Fact>
      ))}
      <Fact label={t('pools.total')}>
        <Words as="b num">{yuan(pool.total)}</Words>
      </Fact>
    </View>
  )
}

export const PoolsCard = ({ pools }: { readonly pools: readonly Pool[] }) => {
  const t = useText(texts)
  return (
    <Card id="pools">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('pools.title')}
        </Words>
        <BarChart
          id="pool-bars"
          title={t('pools.title')}
          head={t('pools.head')}
          lying
          stacked
          series={PARTS.map((key) => ({ key, name: t(`pools.${key}`), tone: TONES[key] }))}
          groups={pools.map(({ key, name, left, held, paid }) => ({
            key,
            label: name,
            values: [left, held, paid],
          }))}
          say={(value) => yuanDisplay(fen(value))}
          empty={t('pools.none')}
        />
        {pools.map((pool) => (
          <Sum key={pool.key} pool={pool} />
        ))}
      </Column>
    </Card>
  )
}
