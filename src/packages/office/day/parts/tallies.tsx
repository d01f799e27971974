/** The hall's last thirty days in bars: what was booked, and what of it was cancelled and by whom. */
import { View } from '@tarojs/components'
import { api, type Output } from '../../../../client/api'
import { useQuery, type Fetched } from '../../../../client/use-query'
import { useLanguage, useText } from '../../../../messages'
import { dateText } from '../../../../messages/dates'
import { Button, Card, Column, Skeleton, Words } from '../../../../ui'
import { texts } from '../../messages'
import { heightsOf, totalOf } from '../model/tallies'

type DayTally = Output<'appointments', 'tallies'>['days'][number]

const PARTS = ['kept', 'cancelled', 'cancelledByHall'] as const

const Bars = ({ days }: { readonly days: readonly DayTally[] }) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <View className="of-tally" role="list" aria-label={t('tally.title')}>
      {heightsOf(days).map(({ day, heights, ...counts }) => (
        <View
          key={day}
          id={`tally-${day}`}
          className="of-tally-day"
          role="listitem"
          aria-label={t('tally.day', { day: dateText(day, language), ...counts })}
        >
          {PARTS.map((part) => (
            <View key={part} className={`of-tally-in ${part}`} style={{ height: `${heights[part]}%` }} />
          ))}
        </View>
      ))}
    </View>
  )
}

const Legend = ({ days }: { readonly days: readonly DayTally[] }) => {
  const t = useText(texts)
  const total = totalOf(days)
  return (
    <View className="of-tally-key">
      {PARTS.map((part) => (
        <View key={part} id={`tally-${part}`} className="of-tally-row">
          <View className={`of-tally-dot ${part}`} />
          <Words as="s">{t(`tally.${part}`, { n: total[part] })}</Words>
        </View>
      ))}
    </View>
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
  if (totalOf(data.days).booked === 0)
    return (
      <View id="tally-none">
        <Words as="s">{t('tally.none')}</Words>
      </View>
    )
  return (
    <>
      <Bars days={data.days} />
      <Legend days={data.days} />
    </>
  )
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
