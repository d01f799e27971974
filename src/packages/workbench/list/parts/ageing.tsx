/** How long open cases have still, in bars, by their number or what they come to. */
import { useState } from 'react'
import { fen, yuanDisplay } from '../../../../../functions/core/pure/money'
import { useLanguage, useText } from '../../../../messages'
import { momentText } from '../../../../messages/dates'
import { Button, Card, Column, Segmented, Skeleton, Words } from '../../../../ui'
import { BarChart } from '../../../../ui/charts'
import { texts } from '../../messages'
import { useAgeing, type Ageing } from './queries'

type By = 'cases' | 'fen'

const Bars = ({ of, by }: { readonly of: Ageing; readonly by: By }) => {
  const t = useText(texts)
  return (
    <BarChart
      id="age"
      title={t('age.title')}
      head={t('age.head')}
      lying
      series={[{ key: by, name: t(`age.${by}`) }]}
      groups={of.buckets.map(({ key, [by]: value }) => ({ key, label: t(`age.${key}`), values: [value] }))}
      {...(by === 'fen' ? { say: (value: number) => t('yuan', { amount: yuanDisplay(fen(value)) }) } : {})}
      empty={t('age.none')}
    />
  )
}

const Shown = ({ of }: { readonly of: Ageing }) => {
  const t = useText(texts)
  const language = useLanguage()
  const [by, setBy] = useState<By>('cases')
  return (
    <>
      <Words as="s">{t('age.lead', { time: momentText(of.asOf, language) })}</Words>
      <Segmented
        id="age-by"
        label={t('age.by')}
        value={by}
        choices={[
          { value: 'cases', text: t('age.cases') },
          { value: 'fen', text: t('age.fen') },
        ]}
        onChange={setBy}
      />
      <Bars of={of} by={by} />
      {of.counted === 'most' && <Words as="s warn">{t('age.most')}</Words>}
    </>
  )
}

/** Where it fails the list stays as it is. */
export const AgeingCard = ({ hallId }: { readonly hallId: string }) => {
  const t = useText(texts)
  const { data, error, refetch } = useAgeing(hallId)
  return (
    <Card>
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('age.title')}
        </Words>
        {data !== undefined && <Shown of={data} />}
        {data === undefined && error === undefined && <Skeleton cards={1} lines={3} />}
        {data === undefined && error !== undefined && (
          <>
            <Words as="s" live>
              {t('age.failed')}
            </Words>
            <Button id="age-retry" kind="ghost" onPress={() => void refetch()}>
              {t('again')}
            </Button>
          </>
        )}
      </Column>
    </Card>
  )
}
