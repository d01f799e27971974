/** One prize: how much, where it stands and until when, what I can do, tax line by line, its way, where it was drawn. */
import { useState } from 'react'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { invalidate } from '../../../client/queries'
import { go, replace, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { datedText, momentText } from '../../../messages/dates'
import { Await, Button, Card, Column, Empty, Fact, Note, role, Row, Screen, Tag, Words } from '../../../ui'
import { Spoken } from '../../../ui/spoken'
import { Timeline, type TimelineItem } from '../../../ui/timeline'
import { texts } from '../messages'
import type { Prize } from '../model/answers'
import { readPrizeId } from '../model/params'
import { prizeSteps, waitsForMe } from '../model/prize-way'
import { Claim } from '../parts/claim'
import { PrizeMoney } from '../parts/prize-money'
import { PrizeWays, type Doing } from '../parts/prize-ways'
import { Returned } from '../parts/returned'
import { MINE, usePrize } from '../parts/queries'
import { prizeTone, useYuan } from '../parts/words'
import '../lottery.css'

type Done = Doing | 'decline'

/** What was just done, and what comes next. */
const Success = ({ done }: { readonly done: Done }) => {
  const t = useText(texts)
  return (
    <Note tone="ok" icon="check">
      <View id={`done-${done}`} {...role('status')} aria-live="polite">
        <Words as="b">{t(`${done}.done`)}</Words>
        <Words as="s">{t(`${done}.doneNext`)}</Words>
      </View>
    </Note>
  )
}

const WHO = { won: 'office', looked: 'office', claimed: 'you', ordered: 'office', paid: 'bank' } as const

const Way = ({ it }: { readonly it: Prize }) => {
  const t = useText(texts)
  const items = prizeSteps(it.state).map(({ key, state }): TimelineItem => ({
    key,
    state,
    title: t(`prizeStep.${key}`),
    who: t(`who.${WHO[key]}`),
    ...(key === 'won' && { at: it.wonAt }),
    ...(state === 'stopped' && { note: it.said }),
    ...(state === 'now' && { note: it.said }),
  }))
  return <Timeline id="way" items={items} />
}

const Shown = ({ it, onChange }: { readonly it: Prize; readonly onChange: () => Promise<void> }) => {
  const t = useText(texts)
  const language = useLanguage()
  const yuan = useYuan()
  const [doing, setDoing] = useState<Doing>()
  const [done, setDone] = useState<Done>()
  const finish = (what: Done): void => {
    setDone(what)
    setDoing(undefined)
    invalidate(MINE)
    void onChange()
  }
  if (doing && it.moves.includes(doing))
    return <Claim it={it} move={doing} onDone={() => finish(doing)} onLeave={() => setDoing(undefined)} />
  return (
    <>
      {done && <Success done={done} />}
      <Card id="prize-state" className="lt-won">
        <Column gap={12}>
          <Row top gap={8}>
            <Words as="h" level={2}>
              {it.tierName}
            </Words>
            <Tag tone={prizeTone(it.state)}>{t(`prizeState.${it.state}`)}</Tag>
          </Row>
          <View className="lt-amount">{yuan(it.fen)}</View>
          <Words as={waitsForMe(it.state) ? 'b warn' : 'b'}>{it.said}</Words>
          {it.until !== null && (
            <Fact label={t('prize.until')}>
              <Words as="b num">{datedText(it.until, language)}</Words>
            </Fact>
          )}
          <Fact label={t('prize.wonAt')}>
            <Words as="num">{momentText(it.wonAt, language)}</Words>
          </Fact>
          <Fact label={t('prize.campaign')}>{it.campaignName}</Fact>
          {it.account && (
            <Fact label={t('prize.account')}>
              <Words as="num">
                {t('account.kept', {
                  bank: it.account.bank,
                  holder: it.account.holder,
                  number: it.account.number,
                })}
              </Words>
            </Fact>
          )}
          <Returned it={it} />
          <PrizeWays it={it} onDo={setDoing} onDeclined={() => finish('decline')} />
          <Spoken id="prize-spoken">{t('prize.spoken', { amount: yuan(it.fen), said: it.said })}</Spoken>
        </Column>
      </Card>
      <PrizeMoney it={it} />
      <Way it={it} />
      <Button id="to-draw" kind="ghost" block onPress={() => void go(routes.draw(it.drawId))}>
        {t('prize.toDraw')}
      </Button>
    </>
  )
}

const Missing = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="idea"
      title={t('prize.gone')}
      action={t('prizes.title')}
      onAction={() => void replace(routes.prizes)}
    >
      {t('prize.goneWay')}
    </Empty>
  )
}

export default function PrizePage() {
  const t = useText(texts)
  const id = readPrizeId(useRouter().params)
  const asked = usePrize(id)
  usePullDownRefresh(() => {
    void asked.refetch().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Screen id="prize" title={t('prize.title')}>
      {id === undefined || asked.error?.code === 'NOT_FOUND' ? (
        <Missing />
      ) : (
        <Await query={asked}>{({ prize }) => <Shown it={prize} onChange={asked.refetch} />}</Await>
      )}
    </Screen>
  )
}
