/** Refunds: what waits for me, what I began, what can be claimed; and my cases. */
import { useState } from 'react'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { Me } from '../../../client/api'
import { invalidate } from '../../../client/queries'
import { useMe } from '../../../client/use-me'
import { useText } from '../../../messages'
import { Await, Screen, Section, Segmented, SignedOut, Words } from '../../../ui'
import { texts } from '../messages'
import { CaseCard } from '../parts/case-card'
import { CaseList } from '../parts/case-list'
import { DepartureDoor } from '../parts/departure-door'
import { Drafts } from '../parts/drafts'
import { KindList } from '../parts/kind-list'
import { chosenOf, REFUNDS, useWaiting } from '../parts/queries'
import { NotVerified, NoTaxpayer, TaxpayerCard } from '../parts/taxpayer'
import { useToday } from '../parts/words'
import '../refunds.css'

type Part = 'claim' | 'cases'

/** Of whichever taxpayer: what nobody but the claimant can do now. */
const Waiting = () => {
  const t = useText(texts)
  const today = useToday()
  const items = useWaiting().data?.items ?? []
  if (items.length === 0) return null
  return (
    <>
      <Section>{t('waiting')}</Section>
      {items.map((it) => (
        <CaseCard key={it.id} it={it} today={today} waits />
      ))}
    </>
  )
}

const Refunds = ({ me, part, onPart }: { me: Me; part: Part; onPart: (part: Part) => void }) => {
  const t = useText(texts)
  const today = useToday()
  const [wanted, setWanted] = useState<string>()
  const chosen = chosenOf(me.taxpayers, wanted)
  if (!chosen) return <NoTaxpayer />
  const verified = chosen.standing === 'verified'
  return (
    <>
      <TaxpayerCard taxpayers={me.taxpayers} chosen={chosen} onChange={setWanted} />
      {!verified && <NotVerified name={chosen.name} />}
      <Segmented
        id="refunds-view"
        label={t('home.title')}
        value={part}
        onChange={onPart}
        choices={[
          { value: 'claim', text: t('view.claim') },
          { value: 'cases', text: t('view.cases') },
        ]}
      />
      {part === 'cases' ? (
        <CaseList key={chosen.id} taxpayerId={chosen.id} onClaim={() => onPart('claim')} />
      ) : (
        <>
          <Waiting />
          <Drafts />
          <KindList taxpayer={chosen} today={today} />
        </>
      )}
    </>
  )
}

export default function RefundsPage() {
  const t = useText(texts)
  const { params } = useRouter()
  const [part, setPart] = useState<Part>(params['view'] === 'cases' ? 'cases' : 'claim')
  const me = useMe()
  usePullDownRefresh(() => {
    invalidate(REFUNDS)
    void me.refetch().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Screen id="refunds" title={t('home.title')}>
      <Words as="s">{t('home.lead')}</Words>
      {me.signedOut ? (
        <SignedOut title={t('home.signIn')} />
      ) : (
        <Await query={me}>{(data) => <Refunds me={data} part={part} onPart={setPart} />}</Await>
      )}
      <DepartureDoor />
    </Screen>
  )
}
