/** One number of mine, live: who goes before and how long, which window calls it, and what comes after. */
import Taro, { usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { isLive } from '../../../../functions/queue/rules/states'
import type { QueueTicket } from '../../../client/own-numbers'
import { replace, routes } from '../../../client/routes'
import { useLive } from '../../../client/use-live'
import { useText } from '../../../messages'
import { Await, Empty, Screen } from '../../../ui'
import { texts } from '../messages'
import { paceOf } from '../model/pace'
import { readTicketId } from '../model/params'
import { useCallOut } from '../parts/call-out'
import { Aloud } from '../parts/aloud'
import { Face } from '../parts/face'
import { Leave } from '../parts/leave'
import { WhatNext } from '../parts/now'
import { NumberFacts } from '../parts/number-facts'
import { useNumber } from '../parts/queries'
import { Rate } from '../parts/rate'
import { Wait } from '../parts/wait'
import '../queue.css'

const Gone = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="invoice"
      title={t('number.gone')}
      action={t('number.all')}
      onAction={() => void replace(routes.visits)}
    >
      {t('number.goneWay')}
    </Empty>
  )
}

const Live = ({
  it,
  look,
  onChange,
}: {
  readonly it: QueueTicket
  readonly look: () => Promise<void>
  readonly onChange: (it: QueueTicket) => void
}) => {
  useCallOut(it)
  useLive(look, {
    on: isLive(it.state),
    of: `${it.state}|${it.waiting?.ahead ?? ''}`,
    pace: paceOf(it),
  })
  // Who was served rates; who was not has something to do first.
  const served = it.state === 'done'
  return (
    <>
      <Face it={it} />
      {it.state === 'waiting' && it.waiting && <Wait estimate={it.waiting.estimate} />}
      {served && <Rate it={it} onRated={onChange} />}
      <WhatNext it={it} />
      {!served && <Rate it={it} onRated={onChange} />}
      <Aloud it={it} />
      <NumberFacts it={it} />
      <Leave it={it} onLeft={onChange} />
    </>
  )
}

export default function NumberPage() {
  const t = useText(texts)
  const id = readTicketId(useRouter().params)
  const number = useNumber(id)
  const { data, refetch } = number
  usePullDownRefresh(() => {
    void refetch().finally(() => Taro.stopPullDownRefresh())
  })
  // A share card leads to the hall, never to whose number this is.
  useShareAppMessage(() => ({
    title: t('share'),
    path: data ? routes.hallNow(data.ticket.hallId) : routes.halls(),
  }))
  return (
    <Screen id="number-page" title={t('number.title')}>
      {id === undefined || (data === undefined && number.error?.code === 'NOT_FOUND') ? (
        <Gone />
      ) : (
        <Await query={number}>
          {({ ticket }) => (
            <Live it={ticket} look={refetch} onChange={(next) => number.set({ ticket: next })} />
          )}
        </Await>
      )}
    </Screen>
  )
}
