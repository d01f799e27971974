/** The hall's last thirty days in bars: what was booked, and what of it was cancelled and by whom. */
import { api, type Output } from '../../../../client/api'
import { useQuery, type Fetched } from '../../../../client/use-query'
import { useLanguage, useText } from '../../../../messages'
import { dateText } from '../../../../messages/dates'
import { Button, Card, Column, Skeleton, Words } from '../../../../ui'
import { BarChart } from '../../../../ui/charts'
import { texts } from '../../messages'
import { partsOf } from '../model/tallies'

type DayTally = Output<'appointments', 'tallies'>['days'][number]

const PARTS = ['kept', 'cancelled', 'cancelledByHall'] as const
const TONES = { kept: 'brand', cancelled: 'quiet', cancelledByHall: 'danger' } as const

const Bars = ({ days }: { readonly days: readonly DayTally[] }) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <BarChart
      id="tally"
      title={t('tally.title')}
      head={t('tally.day')}
      stacked
      series={PARTS.map((key) => ({ key, name: t(`tally.${key}`), tone: TONES[key] }))}
      groups={days.map((counts) => {
        const parts = partsOf(counts)
        return {
          key: counts.day,
          label: dateText(counts.day, language),
          values: PARTS.map((part) => parts[part]),
        }
      })}
      empty={t('tally.none')}
    />
  )
}

/** Small, as befits what nothing else waits for: where it fails, the day's list stays as it is. */
const Shown = ({
  query: { data, error, refetch },
}: {
  readonly query: Fetched<Output<'appointments', 'tallies'>>
}) => {
  const t = useText(texts)
  if (data === undefined && error !== undefined)
    return (
      <>
        <Words as="s" live>
          {t('tally.failed')}
        </Words>
        <Button id="tally-retry" kind="ghost" onPress={() => void refetch()}>
          {t('tally.retry')}
        </Button>
      </>
    )
  if (data === undefined) return <Skeleton cards={1} lines={2} />
  return <Bars days={data.days} />
}

export const Tallies = ({ hallId, until }: { readonly hallId: string; readonly until: string }) => {
  const t = useText(texts)
  const language = useLanguage()
  const query = useQuery(`my:office:tallies:${hallId}:${until}`, () =>
    api.appointments.tallies({ hallId, until }),
  )
  return (
    <Card className="no-print">
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('tally.title')}
        </Words>
        <Words as="s">{t('tally.lead', { day: dateText(until, language) })}</Words>
        <Shown query={query} />
      </Column>
    </Card>
  )
}
