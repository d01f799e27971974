/** One appeal of a no-show, as its hall decides it: what happened, what is said for it, and the decision with its reason. */
import { useRouter } from '@tarojs/taro'
import { APPEAL_STATE_WORDS, CREDIT_CASE_WORDS } from '../../../../functions/credit/data/words'
import { api, type Output } from '../../../client/api'
import { useFresh } from '../../../client/use-fresh'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { OneStepNow, type OneStep } from '../parts/case-now'
import { CasePage } from '../parts/case-page'
import { DecideSheet, type Outcome } from './parts/decide-sheet'
import { AppealFacts, AppealSaid } from './parts/facts'

type Review = Output<'credit', 'review'>

const useStep = () => {
  const t = useText(texts)
  return ({ appeal, taxpayerName, work }: Review): OneStep<Outcome> => ({
    id: appeal.id,
    hallId: appeal.hallId,
    kind: CREDIT_CASE_WORDS.appeal,
    state: APPEAL_STATE_WORDS[appeal.state],
    taxpayerName,
    over: appeal.endedAt !== null,
    decision: appeal.decision,
    due: appeal.due,
    next: t('appeal.next'),
    work,
    outcomes: [
      { outcome: 'revoke', words: t('revoke'), kind: 'primary' },
      { outcome: 'uphold', words: t('uphold'), kind: 'danger' },
    ],
  })
}

export default function OfficeAppealPage() {
  const t = useText(texts)
  const { id = '' } = useRouter().params
  const step = useStep()
  const review = useFresh(`appeal:${id}`, () => api.credit.review({ id }))
  return (
    <CasePage<Review, Outcome>
      key={id}
      id="office-appeal"
      title={t('appeal.title')}
      query={review}
      of={({ appeal, work }) => ({ id: appeal.id, hallId: appeal.hallId, mayAct: work.mayAct })}
      done={(done) => t(`done.${done}`)}
      now={({ known, hands }) => (
        <OneStepNow
          of={step(known)}
          hands={hands}
          sheet={(outcome, props) => <DecideSheet id={id} outcome={outcome} {...props} />}
        />
      )}
    >
      {(known) => (
        <>
          <AppealSaid of={known.appeal} />
          <AppealFacts of={known} />
        </>
      )}
    </CasePage>
  )
}
