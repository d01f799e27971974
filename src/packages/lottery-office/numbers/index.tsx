/** The books of a campaign: entries by day, its pools, prizes by tier and state, what was left out; and all of it as a spreadsheet. */
import { useState } from 'react'
import { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Await, Screen, Segmented, Skeleton, Words } from '../../../ui'
import { texts } from '../messages'
import { readCampaign } from '../model/params'
import { DaysCard } from '../parts/numbers/days'
import { ExclusionsCard, PrizesCard } from '../parts/numbers/prizes'
import { PoolsCard } from '../parts/numbers/pools'
import { SheetCard } from '../parts/numbers/sheet'
import { Gone, OfOffice } from '../parts/page'
import { useStatistics } from '../parts/queries'
import { useToday } from '../parts/words'
import '../office.css'

const SPANS = [7, 14, 31] as const
type Span = (typeof SPANS)[number]

const Books = ({ campaign }: { readonly campaign: string }) => {
  const t = useText(texts)
  const language = useLanguage()
  const until = useToday()
  const [span, setSpan] = useState<Span>(7)
  const books = useStatistics(campaign, until, span)
  usePullDownRefresh(() => void books.refetch())
  if (books.error?.code === 'NOT_FOUND') return <Gone />
  return (
    <>
      <Segmented
        id="span"
        label={t('numbers.span')}
        value={String(span)}
        choices={SPANS.map((days) => ({ value: String(days), text: t('numbers.days', { n: days }) }))}
        onChange={(value) => setSpan(SPANS.find((days) => String(days) === value) ?? 7)}
      />
      <Await query={books} skeleton={<Skeleton cards={3} />}>
        {(of) => (
          <>
            <Words as="s num">
              {of.countedTo === null
                ? t('numbers.notCounted')
                : t('numbers.countedTo', { time: momentText(of.countedTo, language) })}
            </Words>
            <DaysCard of={of} />
            <PoolsCard pools={of.pools} />
            <PrizesCard of={of.prizes} />
            <ExclusionsCard of={of.exclusions} />
            <SheetCard campaign={campaign} until={until} days={span} />
          </>
        )}
      </Await>
    </>
  )
}

export default function LotteryNumbersPage() {
  const t = useText(texts)
  const campaign = readCampaign(useRouter().params.campaign)
  return (
    <Screen id="lottery-numbers" title={t('numbers.title')}>
      <OfOffice>{() => (campaign === undefined ? <Gone /> : <Books campaign={campaign} />)}</OfOffice>
    </Screen>
  )
}
