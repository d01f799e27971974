/** A hall as it is now, for anybody: who waits for what and how long, how numbers are given, and a number by one's own phone. */
import { useState } from 'react'
import Taro, { usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useHallNow, type HallNow } from '../../../client/hall-now'
import { liveOn, useNumbers } from '../../../client/own-numbers'
import { go, replace, routes } from '../../../client/routes'
import { useLive } from '../../../client/use-live'
import { useNow } from '../../../client/use-now'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { Await, Empty, Screen } from '../../../ui'
import { NumberCard } from '../../../ui/number-card'
import { texts } from '../messages'
import { givesNumbers, hallStateOf } from '../model/hall-state'
import { waitingIn } from '../model/matters'
import { HALL } from '../model/pace'
import { readHallId, readMatter } from '../model/params'
import { HallHead, HallNote } from '../parts/hall-head'
import { How } from '../parts/how'
import { MatterList } from '../parts/matter-list'
import { useHalls } from '../parts/queries'
import { Rules } from '../parts/rules'
import { TakeSheet } from '../parts/take-sheet'
import '../queue.css'

const Unknown = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="place"
      title={t('hall.unknown')}
      action={t('hall.choose')}
      onAction={() => void replace(routes.halls())}
    >
      {t('hall.unknownWay')}
    </Empty>
  )
}

/** My number here, before I take another. */
const Mine = ({ hallId }: { readonly hallId: string }) => {
  const items = useNumbers(useSignedIn()).data?.items ?? []
  return liveOn(items, useNow())
    .filter((it) => it.hallId === hallId)
    .map((it) => <NumberCard key={it.id} it={it} />)
}

const Shown = ({
  hallId,
  it,
  matter,
  onRefresh,
}: {
  readonly hallId: string
  readonly it: HallNow
  /** Opened by the link. */
  readonly matter: string | undefined
  readonly onRefresh: () => Promise<void>
}) => {
  const [chosen, setChosen] = useState(matter)
  const hall = useHalls().data?.halls.find(({ id }) => id === hallId)
  const state = hallStateOf(it.state, hall?.openToday)
  const line = it.matters.find((one) => one.matter === chosen)
  return (
    <>
      <HallHead
        hall={hall}
        state={state}
        waiting={waitingIn(it.matters)}
        asOf={it.asOf}
        onRefresh={onRefresh}
      />
      <Mine hallId={hallId} />
      <HallNote state={state} hallId={hallId} />
      <MatterList matters={it.matters} onChoose={setChosen} />
      <How byPosition={it.byPosition} />
      <Rules rules={it.rules} />
      {line && (
        <TakeSheet
          hallId={hallId}
          line={line}
          gives={givesNumbers(state)}
          byPosition={it.byPosition}
          onClose={() => setChosen(undefined)}
          onTaken={({ id }) => {
            setChosen(undefined)
            void go(routes.queueTicket(id))
          }}
        />
      )}
    </>
  )
}

export default function HallNowPage() {
  const t = useText(texts)
  const { params } = useRouter()
  const hallId = readHallId(params)
  const now = useHallNow(hallId)
  const { data, refetch } = now
  useLive(refetch, { on: data?.state === 'open' || data?.state === 'closed', pace: HALL })
  usePullDownRefresh(() => {
    void refetch().finally(() => Taro.stopPullDownRefresh())
  })
  useShareAppMessage(() => ({
    title: t('share'),
    path: hallId === undefined ? routes.halls() : routes.hallNow(hallId),
  }))
  return (
    <Screen id="hall-page" title={t('hall.title')}>
      {hallId === undefined || (data === undefined && now.error?.code === 'NOT_FOUND') ? (
        <Unknown />
      ) : (
        <Await query={now}>
          {(it) => <Shown hallId={hallId} it={it} matter={readMatter(params)} onRefresh={refetch} />}
        </Await>
      )}
    </Screen>
  )
}
