/** The console: every draw of a campaign with where it stands, what comes next and when, and what is late. */
import { useState } from 'react'
import { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Empty, PagedList, Screen, Segmented, Words } from '../../../ui'
import { texts } from '../messages'
import type { DrawRow } from '../model/answers'
import { hasInstant } from '../model/draft'
import { readCampaign } from '../model/params'
import { DrawCard } from '../parts/draw-card'
import { Gone, OfOffice } from '../parts/page'
import { useCampaign, useDraws } from '../parts/queries'
import { useMay } from '../parts/words'
import '../office.css'

type Kind = DrawRow['kind']
const KINDS: readonly Kind[] = ['periodic', 'instant']

const NONE = {
  periodic: { title: 'draws.none', way: 'draws.noneWay' },
  instant: { title: 'draws.noneDays', way: 'draws.noneDaysWay' },
} as const

const OfKind = ({
  campaign,
  kind,
  mayDraw,
}: {
  readonly campaign: string
  readonly kind: Kind
  readonly mayDraw: boolean
}) => {
  const t = useText(texts)
  const draws = useDraws(campaign, kind)
  const again = (): void => void draws.first.refetch()
  usePullDownRefresh(again)
  if (draws.first.error?.code === 'NOT_FOUND') return <Gone />
  return (
    <>
      <Words as="s">{t(kind === 'instant' ? 'draws.leadDays' : 'draws.lead')}</Words>
      <PagedList
        id="draws"
        label={t(`draws.kind.${kind}`)}
        pages={draws}
        idOf={({ id }) => id}
        empty={
          <Empty
            icon="clock"
            title={t(NONE[kind].title)}
            action={t('draws.toCampaign')}
            onAction={() => void go(routes.officeCampaign(campaign))}
          >
            {t(NONE[kind].way)}
          </Empty>
        }
      >
        {(row) => <DrawCard row={row} mayDraw={mayDraw} onGone={again} />}
      </PagedList>
    </>
  )
}

const Draws = ({ campaign }: { readonly campaign: string }) => {
  const t = useText(texts)
  const found = useCampaign(campaign)
  const may = useMay(found.data?.campaign.hallId)
  const [kind, setKind] = useState<Kind>('periodic')
  return (
    <>
      {found.data && hasInstant(found.data.rules) && (
        <Segmented
          id="kind"
          label={t('draws.kind')}
          value={kind}
          choices={KINDS.map((value) => ({ value, text: t(`draws.kind.${value}`) }))}
          onChange={setKind}
        />
      )}
      <OfKind key={kind} campaign={campaign} kind={kind} mayDraw={may.draw} />
    </>
  )
}

export default function OfficeDrawsPage() {
  const t = useText(texts)
  const campaign = readCampaign(useRouter().params.campaign)
  return (
    <Screen id="office-draws" title={t('draws.title')}>
      <OfOffice>{() => (campaign === undefined ? <Gone /> : <Draws campaign={campaign} />)}</OfOffice>
    </Screen>
  )
}
