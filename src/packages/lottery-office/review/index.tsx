/** The review of entries: what looks strange on a day, and what was left out. A flag blocks nothing: a person decides. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { addDays, type Day } from '../../../../functions/core/pure/time'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Button, Icon, Screen, Segmented, Toast, Words } from '../../../ui'
import { texts } from '../messages'
import { readCampaign, readDay } from '../model/params'
import { ExcludedList } from '../parts/review/excluded'
import { FlagList } from '../parts/review/flags'
import { Gone, OfOffice } from '../parts/page'
import { useCampaign } from '../parts/queries'
import { useMay, useToday } from '../parts/words'
import '../office.css'

type Shown = 'flags' | 'excluded'
const VIEWS: readonly Shown[] = ['flags', 'excluded']

const DayStep = ({
  day,
  today,
  onDay,
}: {
  readonly day: Day
  readonly today: Day
  readonly onDay: (day: Day) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <View className="lo-days">
      <Button id="day-before" kind="ghost" label={t('review.before')} onPress={() => onDay(addDays(day, -1))}>
        <Icon name="back" size="small" />
      </Button>
      <View className="grow">
        <Words id="day" as="b center num" live>
          {datedText(day, language)}
        </Words>
      </View>
      <Button
        id="day-after"
        kind="ghost"
        label={t('review.after')}
        disabled={day >= today}
        onPress={() => onDay(addDays(day, 1))}
      >
        <Icon name="next" size="small" />
      </Button>
    </View>
  )
}

const Review = ({ campaign, asked }: { readonly campaign: string; readonly asked: Day | undefined }) => {
  const t = useText(texts)
  const today = useToday()
  const [day, setDay] = useState(asked ?? today)
  const [view, setView] = useState<Shown>('flags')
  const [toast, setToast] = useState<string>()
  const done = (what: 'excluded' | 'takenIn'): void => setToast(t(`review.done.${what}`))
  return (
    <>
      <Segmented
        id="view"
        label={t('review.view')}
        value={view}
        choices={VIEWS.map((value) => ({ value, text: t(`review.view.${value}`) }))}
        onChange={setView}
      />
      {view === 'flags' ? (
        <>
          <Words as="s">{t('review.lead')}</Words>
          <DayStep day={day} today={today} onDay={setDay} />
          <FlagList key={day} campaign={campaign} day={day} onDone={done} />
        </>
      ) : (
        <ExcludedList campaign={campaign} onDone={done} />
      )}
      <Toast text={toast} onDone={() => setToast(undefined)} />
    </>
  )
}

/** Whose duty it is; others are told where to go. */
const Guarded = ({ campaign, asked }: { readonly campaign: string; readonly asked: Day | undefined }) => {
  const t = useText(texts)
  const found = useCampaign(campaign)
  const may = useMay(found.data?.campaign.hallId)
  if (found.error?.code === 'NOT_FOUND') return <Gone />
  if (found.data && !may.review) return <Gone>{t('review.notYours')}</Gone>
  return <Review campaign={campaign} asked={asked} />
}

export default function ReviewEntriesPage() {
  const t = useText(texts)
  const { params } = useRouter()
  const campaign = readCampaign(params.campaign)
  return (
    <Screen id="review-entries" title={t('review.title')}>
      <OfOffice>
        {() => (campaign === undefined ? <Gone /> : <Guarded campaign={campaign} asked={readDay(params)} />)}
      </OfOffice>
    </Screen>
  )
}
