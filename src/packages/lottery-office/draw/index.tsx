/** One draw: what it is committed to, its round and when that comes, what was left out, and the few things that can be done. */
import { useState } from 'react'
import { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { go, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { Await, Button, Card, Column, Screen, Section, Skeleton, Words } from '../../../ui'
import { texts } from '../messages'
import type { DrawFull, GoneOn } from '../model/answers'
import { readDraw } from '../model/params'
import { BringBeacon } from '../parts/bring-beacon'
import { Now } from '../parts/draw-now'
import { Hash } from '../parts/facts-cards'
import { Files } from '../parts/files'
import { GoOn } from '../parts/go-on'
import { Gone, OfOffice } from '../parts/page'
import { PartiesCard } from '../parts/parties'
import { useCampaign, useDraw } from '../parts/queries'
import { useMay } from '../parts/words'
import '../office.css'

const Committed = ({ of }: { readonly of: DrawFull }) => {
  const t = useText(texts)
  const day = of.kind === 'instant'
  return (
    <Card id="committed">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('draw.committed')}
        </Words>
        {of.commitment === null ? (
          <Words as="s">{t(day ? 'draw.notCommittedDay' : 'draw.notCommitted')}</Words>
        ) : (
          <Hash id="commitment" label={t(day ? 'draw.commitmentDay' : 'draw.commitment')}>
            {of.commitment}
          </Hash>
        )}
        <Hash id="draw-rules" label={t('campaign.hash')}>
          {of.rulesHash}
        </Hash>
      </Column>
    </Card>
  )
}

const LeftOut = ({ of }: { readonly of: DrawFull }) => {
  const t = useText(texts)
  return (
    <Card id="left-out">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('draw.leftOut')}
        </Words>
        {of.exclusions.length === 0 && (
          <Words as="s">{t(of.state === 'open' ? 'draw.leftOutLater' : 'draw.leftOutNone')}</Words>
        )}
        {of.exclusions.map(({ reason, said, entries }) => (
          <View key={reason} className="lo-fact">
            <Words as="s">{said}</Words>
            <Words as="num nowrap">{t('count.entries', { n: entries })}</Words>
          </View>
        ))}
      </Column>
    </Card>
  )
}

/** A period is shown to everybody once its list is being made; a day from its opening on. */
const isPublic = ({ kind, state }: DrawFull): boolean =>
  state !== 'opening' && (kind === 'instant' || state !== 'open')

const Shown = ({ of, onChange }: { readonly of: DrawFull; readonly onChange: () => void }) => {
  const t = useText(texts)
  const [gone, setGone] = useState<GoneOn>()
  const campaign = useCampaign(of.id.split('.')[0])
  const may = useMay(campaign.data?.campaign.hallId)
  const over = of.next === null
  const day = of.kind === 'instant'
  return (
    <>
      <Now of={of} />
      {may.draw && !over && (
        <GoOn
          id={of.id}
          kind={of.kind}
          gone={gone}
          onGone={(answer) => {
            setGone(answer)
            onChange()
          }}
        />
      )}
      {may.draw && of.state === 'frozen' && (
        <BringBeacon of={of} wanted={gone?.why === 'round' || of.late === 'round'} onDone={onChange} />
      )}
      <Committed of={of} />
      {may.draw && !day && <PartiesCard id={of.id} />}
      {!day && <LeftOut of={of} />}
      {of.files.length > 0 && <Section>{t('draw.files')}</Section>}
      {of.files.length > 0 && <Files of={of} />}
      {isPublic(of) && (
        <View className="sb-col g8">
          <Button id="public" kind="ghost" icon="globe" block onPress={() => void go(routes.draw(of.id))}>
            {t('draw.public')}
          </Button>
        </View>
      )}
    </>
  )
}

const Opened = ({ id }: { readonly id: string }) => {
  const found = useDraw(id)
  usePullDownRefresh(() => void found.refetch())
  if (found.error?.code === 'NOT_FOUND') return <Gone />
  return (
    <Await query={found} skeleton={<Skeleton cards={3} />}>
      {({ draw }) => <Shown of={draw} onChange={() => void found.refetch()} />}
    </Await>
  )
}

export default function OfficeDrawPage() {
  const t = useText(texts)
  const id = readDraw(useRouter().params)
  return (
    <Screen id="office-draw" title={t('draw.title')}>
      <OfOffice>{() => (id === undefined ? <Gone /> : <Opened key={id} id={id} />)}</OfOffice>
    </Screen>
  )
}
