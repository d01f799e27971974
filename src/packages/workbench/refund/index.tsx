/** One refund on one screen, as its office reviews it: where it stands, all that is known, and the steps that are mine to take. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { replace, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { Await, Empty, Note, role, Screen, SignedOut, Skeleton } from '../../../ui'
import { Timeline } from '../../../ui/timeline'
import { texts } from '../messages'
import { timelineOf } from '../model/history'
import type { Review } from '../model/steps'
import { useYuan } from '../model/words'
import { Actions, useOffers, type Done } from './parts/actions'
import { Following } from './parts/following'
import { CaseMaterials } from './parts/materials'
import { CaseNow } from './parts/now'
import { useReview } from './parts/queries'
import { About, Claimed, Money, Rules, Values } from './parts/sections'
import { Vouchers } from './parts/vouchers'
import '../workbench.css'

const Case = ({
  of: review,
  locked,
  done,
  onDone,
  onLook,
}: {
  readonly of: Review
  /** What is shown is of before: nothing can be done. */
  readonly locked: boolean
  readonly done: Done | undefined
  readonly onDone: (done: Done) => void
  readonly onLook: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const yuan = useYuan()
  const { case: one, work } = review
  const offers = useOffers(review)
  const away = done !== undefined && done !== 'claim'
  return (
    <View className="wb-case">
      <View className="wb-now sb-col g12">
        {done && (
          <Note tone="ok" icon="check">
            <View id="done" {...role('status')} aria-live="polite">
              {t(`done.${done}`)}
            </View>
          </Note>
        )}
        <CaseNow of={review}>
          {offers && !locked && <Actions of={review} offers={offers} onDone={onDone} onLook={onLook} />}
        </CaseNow>
        {locked && (
          <Note tone="warn" icon="offline">
            {t('offline')}
          </Note>
        )}
        {(away || !work.mayAct) && (
          <Following key={`${done ?? ''}${one.history.length}`} hallId={one.hallId} but={one.id} />
        )}
      </View>
      <View className="wb-main sb-col g12">
        <About of={one} />
        <Money of={review} />
        <Claimed of={review} />
        <Rules of={review} />
        <CaseMaterials of={one} />
        <Vouchers of={review} />
        <Values of={one} />
      </View>
      <View className="wb-way">
        <Timeline id="way" items={timelineOf(review, { language, yuan })} />
      </View>
    </View>
  )
}

const Opened = ({ id }: { readonly id: string }) => {
  const t = useText(texts)
  const review = useReview(id)
  const [done, setDone] = useState<Done>()
  const look = (): void => {
    setDone(undefined)
    void review.refetch()
  }
  if (review.signedOut) return <SignedOut title={t('signIn')} />
  if (review.error?.code === 'NOT_FOUND')
    return (
      <Empty
        icon="search"
        title={t('case.missing')}
        action={t('case.toList')}
        onAction={() => void replace(routes.workbench())}
      />
    )
  return (
    <Await query={review} skeleton={<Skeleton cards={3} />}>
      {(known) => (
        <Case
          of={known}
          locked={review.stale}
          done={done}
          onDone={(what) => {
            setDone(what)
            void review.refetch()
          }}
          onLook={look}
        />
      )}
    </Await>
  )
}

export default function OfficeRefundPage() {
  const t = useText(texts)
  const { id = '' } = useRouter().params
  return (
    <Screen id="office-refund" title={t('case.title')} wide>
      <Opened key={id} id={id} />
    </Screen>
  )
}
