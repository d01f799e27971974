/** This year's wallet: what it comes to, month by month, by what it was spent on. */
import { useText } from '../../../messages'
import { Card, Column, Words } from '../../../ui'
import { BarChart } from '../../../ui/charts'
import { texts } from '../messages'
import type { Sum } from '../model/answers'
import { monthOf, yearOf } from '../model/shown'
import { drawnSums, monthsTo, namedCategories, totalOf } from '../model/sums'
import { useInvoiceWords, useToday, useYuan, yuanShort } from './words'

const Chart = ({ sums }: { readonly sums: readonly Sum[] }) => {
  const t = useText(texts)
  const today = useToday()
  const words = useInvoiceWords()
  const { named, rest } = namedCategories(sums)
  const sets = [...named.map((category) => [category]), ...(rest.length > 0 ? [rest] : [])]
  const { months, below } = drawnSums(sums, monthsTo(monthOf(today)), sets)
  const series = [
    ...named.map((category) => ({ key: category, name: words.category(category) })),
    ...(rest.length > 0 ? [{ key: 'rest', name: t('year.rest'), tone: 'quiet' as const }] : []),
  ]
  return (
    <>
      <BarChart
        id="year-chart"
        title={t('year.chart', { year: yearOf(today) })}
        head={t('month')}
        series={series}
        groups={months.map(({ month, values }) => ({
          key: month,
          label: t('year.month', { n: Number(month.slice(5)) }),
          values,
        }))}
        say={yuanShort}
        stacked
        empty={t('year.none')}
      />
      {below && <Words as="s">{t('year.below')}</Words>}
    </>
  )
}

/** The sum in large figures, and how it came about. */
export const YearCard = ({ sums }: { readonly sums: readonly Sum[] }) => {
  const t = useText(texts)
  const yuan = useYuan()
  const year = yearOf(useToday())
  const { count, fen } = totalOf(sums)
  return (
    <Card id="year">
      <Column gap={12}>
        <Column gap={4}>
          <Words as="s">{t('year.title', { year, n: count })}</Words>
          <Words id="year-total" as="xl num">
            {yuan(fen)}
          </Words>
        </Column>
        {count > 0 ? <Chart sums={sums} /> : <Words as="s">{t('year.none')}</Words>}
      </Column>
    </Card>
  )
}
