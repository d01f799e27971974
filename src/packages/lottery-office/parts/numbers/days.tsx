/** What was entered by day, in bars, with what it comes to over the whole campaign. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { fen, yuanDisplay } from '../../../../../functions/core/pure/money'
import { useText } from '../../../../messages'
import { Card, Column, named, Segmented, Words } from '../../../../ui'
import { BarChart } from '../../../../ui/charts'
import { numberText } from '../../../../ui/numbers'
import { texts } from '../../messages'
import type { Statistics } from '../../model/answers'
import { useYuan } from '../words'

type By = 'entries' | 'fen' | 'entrants'
const BY: readonly By[] = ['entries', 'fen', 'entrants']

/** 11/24: both languages read it. */
const dayLabel = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`

const Sums = ({ all }: { readonly all: Statistics['all'] }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const sums = [
    { key: 'entries', value: numberText(all.entries) },
    { key: 'entrants', value: numberText(all.entrants) },
    { key: 'fen', value: yuan(all.fen) },
  ] as const
  return (
    <View className="lo-sums" role="list" aria-label={t('numbers.all')}>
      {sums.map(({ key, value }) => (
        <View key={key} {...named(`all-${key}`)} className="lo-sum" role="listitem">
          <View className="lo-sum-n sb-num">{value}</View>
          <View className="sb-s">{t(`numbers.all.${key}`)}</View>
        </View>
      ))}
    </View>
  )
}

export const DaysCard = ({ of }: { readonly of: Statistics }) => {
  const t = useText(texts)
  const [by, setBy] = useState<By>('entries')
  const { all, days } = of
  return (
    <Card id="days">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('numbers.entered')}
        </Words>
        <Sums all={all} />
        {all.unknown > 0 && <Words as="s">{t('numbers.unknown', { n: all.unknown })}</Words>}
        <Segmented
          id="by"
          label={t('numbers.by')}
          value={by}
          choices={BY.map((value) => ({ value, text: t(`numbers.by.${value}`) }))}
          onChange={setBy}
        />
        <BarChart
          id="by-day"
          title={t(`numbers.chart.${by}`)}
          head={t('numbers.day')}
          series={[{ key: by, name: t(`numbers.by.${by}`) }]}
          groups={days.map(({ day, [by]: value }) => ({ key: day, label: dayLabel(day), values: [value] }))}
          {...(by === 'fen' ? { say: (value: number) => yuanDisplay(fen(value)) } : {})}
          empty={t('numbers.noEntries')}
        />
      </Column>
    </Card>
  )
}
