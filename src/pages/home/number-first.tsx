/** My number at a hall today, before all else: how it stands, looked at again while it is shown. Nothing while there is none. */
import { fetchNumbers, liveOn, NUMBERS, type QueueTicket } from '../../client/own-numbers'
import { useLive } from '../../client/use-live'
import { useNow } from '../../client/use-now'
import { useQuery } from '../../client/use-query'
import { useText } from '../../messages'
import { texts } from '../../messages/queue'
import { Section } from '../../ui'
import { NumberCard } from '../../ui/number-card'
import { upcomingAnswered } from './upcoming'

const HOME = `${NUMBERS}:home`

const fetchAfter = async () => {
  await upcomingAnswered()
  return fetchNumbers()
}

const useHomeNumbers = () => useQuery(HOME, fetchAfter)

export const useLiveNumbers = (): readonly QueueTicket[] =>
  liveOn(useHomeNumbers().data?.items ?? [], useNow())

export const NumberFirst = () => {
  const t = useText(texts)
  const { refetch } = useHomeNumbers()
  const live = useLiveNumbers()
  useLive(refetch, {
    on: live.length > 0,
    of: live.map(({ state, waiting }) => `${state}${waiting?.ahead ?? ''}`).join(),
  })
  if (live.length === 0) return null
  return (
    <>
      <Section>{t('today.one')}</Section>
      {live.map((it) => (
        <NumberCard key={it.id} it={it} />
      ))}
    </>
  )
}
