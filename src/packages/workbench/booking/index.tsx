/** One booking that its hall looks at first: what it is about, and the answer; without one it stands by time. */
import { useRouter } from '@tarojs/taro'
import { dayOf } from '../../../../functions/core/pure/time'
import { CREDIT_CASE_WORDS, REVIEW_STATE_WORDS } from '../../../../functions/credit/data/words'
import { api, type Output } from '../../../client/api'
import { useFresh } from '../../../client/use-fresh'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { texts } from '../messages'
import { OneStepNow, type OneStep } from '../parts/case-now'
import { CasePage } from '../parts/case-page'
import { AnswerSheet, type Answer } from './parts/answer-sheet'
import { VisitFacts, VisitNote } from './parts/facts'

type Review = Output<'credit', 'reviewVisit'>

const useStep = () => {
  const t = useText(texts)
  const language = useLanguage()
  return ({ visit, taxpayerName, work }: Review): OneStep<Answer> => ({
    id: visit.id,
    hallId: visit.hallId,
    kind: CREDIT_CASE_WORDS.preReview,
    state: REVIEW_STATE_WORDS[visit.state],
    taxpayerName,
    over: visit.endedAt !== null,
    decision: visit.decision,
    due: dayOf(visit.until),
    next: t('visit.next', { time: momentText(visit.until, language) }),
    work,
    outcomes: [
      { outcome: 'approve', words: t('approveVisit'), kind: 'primary' },
      ...(visit.online
        ? [{ outcome: 'refuseOnline', words: t('refuseOnline'), kind: 'ghost' } as const]
        : []),
      { outcome: 'refuse', words: t('refuseVisit'), kind: 'danger' },
    ],
  })
}

const DONE = {
  approve: 'done.approveVisit',
  refuse: 'done.refuseVisit',
  refuseOnline: 'done.refuseOnline',
  claim: 'done.claim',
  release: 'done.release',
  handOver: 'done.handOver',
} as const

export default function OfficeBookingPage() {
  const t = useText(texts)
  const { id = '' } = useRouter().params
  const step = useStep()
  const review = useFresh(`visit:${id}`, () => api.credit.reviewVisit({ id }))
  return (
    <CasePage<Review, Answer>
      key={id}
      id="office-booking"
      title={t('visit.title')}
      query={review}
      of={({ visit, work }) => ({ id: visit.id, hallId: visit.hallId, mayAct: work.mayAct })}
      done={(done) => t(DONE[done])}
      now={({ known, hands }) => (
        <OneStepNow
          of={step(known)}
          hands={hands}
          sheet={(answer, props) => (
            <AnswerSheet id={id} answer={answer} way={known.visit.online?.way ?? ''} {...props} />
          )}
        />
      )}
    >
      {(known) => (
        <>
          <VisitFacts of={known} />
          <VisitNote id={known.visit.appointmentId} />
        </>
      )}
    </CasePage>
  )
}
