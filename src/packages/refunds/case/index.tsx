/** One case: where it stands, whose move it is and until when, what I can do, what it comes to, what I handed in. */
import { useEffect, useRef, useState } from 'react'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { invalidate } from '../../../client/queries'
import { replace, routes } from '../../../client/routes'
import { useNow } from '../../../client/use-now'
import { useText } from '../../../messages'
import { Await, Empty, Note, role, Screen, Words } from '../../../ui'
import { RemindMe } from '../../../ui/remind-me'
import { texts } from '../messages'
import type { CaseFull } from '../model/answers'
import { readCaseId } from '../model/params'
import { CaseWays, type Doing } from '../parts/case-ways'
import { FixAccount } from '../parts/fix-account'
import { HandedIn } from '../parts/handed-in'
import { CaseMoney } from '../parts/money'
import { Appeal, Outcome } from '../parts/outcome'
import { Papers } from '../parts/papers'
import { REFUNDS, useCase } from '../parts/queries'
import { Supply } from '../parts/supply'
import { toTop } from '../parts/top'
import { Way } from '../parts/way'
import '../refunds.css'

type Done = 'submitted' | 'withdraw' | Doing

const Missing = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="refund"
      title={t('case.notFound')}
      action={t('cases')}
      onAction={() => void replace(routes.refundCases)}
    >
      {t('case.notFoundWay')}
    </Empty>
  )
}

/** What comes after a refund was handed in: each step, and what is missing. */
const REMINDERS = ['refund', 'correction'] as const

/** What was just done, and what comes next. */
const Success = ({ done }: { readonly done: Done }) => {
  const t = useText(texts)
  return (
    <Note tone="ok" icon="check">
      <View id={`done-${done}`} {...role('status')} aria-live="polite">
        <Words as="b">{t(`done.${done}`)}</Words>
        <Words as="s">{t(`done.${done}.next`)}</Words>
      </View>
      {done === 'submitted' && <RemindMe templates={REMINDERS} />}
    </Note>
  )
}

const Case = ({ it, fresh, onChange }: { it: CaseFull; fresh: boolean; onChange: () => Promise<void> }) => {
  const now = useNow()
  const [doing, setDoing] = useState<Doing>()
  const [done, setDone] = useState<Done | undefined>(fresh ? 'submitted' : undefined)
  const finish = (what: Done): void => {
    setDone(what)
    setDoing(undefined)
    toTop()
    invalidate(REFUNDS)
    void onChange()
  }
  const begin = (what: Doing | undefined): void => {
    setDoing(what)
    toTop()
  }
  const leave = (): void => begin(undefined)
  if (doing === 'supply' && it.moves.includes('supply'))
    return <Supply it={it} onDone={() => finish('supply')} onLeave={leave} />
  if (doing !== undefined && doing !== 'supply' && it.moves.includes(doing))
    return <FixAccount it={it} onDone={() => finish(doing)} onLeave={leave} />
  return (
    <>
      {done && <Success done={done} />}
      <Words as="h" level={2}>
        {it.kindName}
      </Words>
      <Outcome it={it} />
      <Appeal it={it} />
      <Way it={it} now={now}>
        <CaseWays it={it} onDo={begin} onChange={() => finish('withdraw')} />
      </Way>
      <CaseMoney it={it} />
      <Papers it={it} />
      <HandedIn it={it} />
    </>
  )
}

export default function CasePage() {
  const t = useText(texts)
  const { params } = useRouter()
  const id = readCaseId(params)
  const asked = useCase(id)
  const now = useNow()
  const { refetch } = asked
  const isOver = asked.data?.case.next === null
  // While it is under way somebody may be at it: looked at again every half minute.
  const first = useRef(now)
  useEffect(() => {
    if (now !== first.current && !isOver) void refetch()
  }, [now, isOver, refetch])
  usePullDownRefresh(() => {
    void refetch().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Screen id="case" title={t('case.title')}>
      {id === undefined || asked.error?.code === 'NOT_FOUND' ? (
        <Missing />
      ) : (
        <Await query={asked}>
          {(data) => <Case it={data.case} fresh={params['fresh'] === '1'} onChange={refetch} />}
        </Await>
      )}
    </Screen>
  )
}
