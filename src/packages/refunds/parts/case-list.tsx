/** My cases, page by page; none yet says what to do. */
import { useText } from '../../../messages'
import { Empty, PagedList } from '../../../ui'
import { texts } from '../messages'
import { CaseCard } from './case-card'
import { useCases } from './queries'
import { useToday } from './words'

export const CaseList = ({
  taxpayerId,
  onClaim,
}: {
  readonly taxpayerId: string
  readonly onClaim: () => void
}) => {
  const t = useText(texts)
  const today = useToday()
  const pages = useCases(taxpayerId)
  return (
    <PagedList
      id="cases"
      label={t('cases')}
      pages={pages}
      idOf={({ id }) => id}
      empty={
        <Empty icon="refund" title={t('cases.none')} action={t('cases.claim')} onAction={onClaim}>
          {t('cases.noneWay')}
        </Empty>
      }
    >
      {(it) => <CaseCard it={it} today={today} />}
    </PagedList>
  )
}
