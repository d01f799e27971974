/** A draw, live: its state, the time until its round, what it is committed to, who won, and its verification on this phone. */
import { useEffect, useRef } from 'react'
import Taro, { usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { FILES } from '../../../../functions/lottery/rules/draw/published'
import { api } from '../../../client/api'
import { go, replace, routes } from '../../../client/routes'
import { useNow } from '../../../client/use-now'
import { useQuery } from '../../../client/use-query'
import { useText } from '../../../messages'
import { Await, Button, Empty, Screen, ShareButton, Skeleton } from '../../../ui'
import { texts } from '../messages'
import type { DrawRow } from '../model/answers'
import { readDrawId } from '../model/params'
import { fetchDocument, type FetchPiece } from '../model/published-files'
import { toldDraw, tiersWon } from '../model/told-draw'
import { DayShown } from '../parts/day/day-shown'
import { DrawState } from '../parts/draw-state'
import { PublicFacts, TestChain } from '../parts/public-facts'
import { OPEN, useCampaign, useDraw, useRules } from '../parts/queries'
import { StandAlone } from '../parts/stand-alone'
import { VerifyDraw } from '../parts/verify-draw'
import { Parties } from '../parts/who-signs'
import { Winners } from '../parts/winners'
import '../lottery.css'

const fetchPiece: FetchPiece = (piece) => api.lottery.file(piece)

/** Nothing to read before the list is frozen. */
const useDocuments = (it: DrawRow) =>
  useQuery(it.files.length === 0 ? undefined : `${OPEN}documents:${it.id}:${it.files.length}`, async () => ({
    freeze: await fetchDocument(it, FILES.freeze, fetchPiece),
    result: await fetchDocument(it, FILES.result, fetchPiece),
  }))

const Period = ({ it, onRound }: { readonly it: DrawRow; readonly onRound: () => void }) => {
  const campaign = useCampaign(it.campaign)
  const rules = useRules(campaign.data?.rules)
  const documents = useDocuments(it)
  return (
    <>
      {it.files.length === 0 ? (
        <DrawState it={it} rules={rules} onRound={onRound} />
      ) : (
        <Await query={documents} skeleton={<Skeleton />}>
          {({ freeze, result }) => {
            const told = toldDraw(freeze, result)
            return (
              <>
                {told.freeze && <TestChain freeze={told.freeze} />}
                <DrawState it={it} rules={rules} onRound={onRound} />
                {told.result && <Winners tiers={tiersWon(told)} draw={it.draw} rules={rules} />}
                {told.result && campaign.data && <VerifyDraw it={it} campaign={campaign.data} />}
                {told.freeze && <PublicFacts freeze={told.freeze} rules={rules} />}
                <Parties told={told} />
                <StandAlone it={it} />
              </>
            )
          }}
        </Await>
      )}
    </>
  )
}

const Shown = ({ it, onRound }: { readonly it: DrawRow; readonly onRound: () => void }) => {
  const t = useText(texts)
  return (
    <>
      {it.kind === 'instant' ? <DayShown it={it} onOver={onRound} /> : <Period it={it} onRound={onRound} />}
      <ShareButton id="share">{t('draw.share')}</ShareButton>
      <Button id="to-campaign" kind="text" block onPress={() => void go(routes.campaign(it.campaign))}>
        {t('entry.toCampaign')}
      </Button>
    </>
  )
}

const Missing = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="invoice"
      title={t('draw.gone')}
      action={t('campaign.others')}
      onAction={() => void replace(routes.lottery)}
    >
      {t('draw.goneWay')}
    </Empty>
  )
}

export default function DrawPage() {
  const t = useText(texts)
  const id = readDrawId(useRouter().params)
  const asked = useDraw(id)
  const now = useNow()
  const { refetch, data } = asked
  const over = data === undefined || data.draw.state === 'published' || data.draw.state === 'empty'
  // While it runs it is looked at again every half minute, and when its round is there.
  const first = useRef(now)
  useEffect(() => {
    if (now !== first.current && !over) void refetch()
  }, [now, over, refetch])
  usePullDownRefresh(() => {
    void refetch().finally(() => Taro.stopPullDownRefresh())
  })
  useShareAppMessage(() => ({
    title: t('draw.shareTitle'),
    path: id === undefined ? routes.lottery : routes.draw(id),
  }))
  return (
    <Screen id="draw" title={t('draw.title')}>
      {id === undefined || asked.error?.code === 'NOT_FOUND' ? (
        <Missing />
      ) : (
        <Await query={asked}>{({ draw }) => <Shown it={draw} onRound={() => void refetch()} />}</Await>
      )}
    </Screen>
  )
}
