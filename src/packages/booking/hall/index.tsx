/** Choose a hall: nearest first when one lets it, with address, hours and how busy it is today. */
import { useState } from 'react'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { askPosition, type AskedPosition } from '../../../client/position'
import { go, replace, routes } from '../../../client/routes'
import { useNow } from '../../../client/use-now'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { Await, Button, Column, Empty, Note, Screen, Words } from '../../../ui'
import { nearestFirst } from '../model/halls'
import { readTrip } from '../model/trip'
import { keepDraft } from '../parts/draft'
import { HallCard } from '../parts/hall-card'
import { KeptCard } from '../parts/kept-card'
import { useHalls, useMatters } from '../parts/queries'
import '../booking.css'

type Near = AskedPosition | { readonly kind: 'idle' } | { readonly kind: 'asking' }

/** The offer to order by distance, with its purpose before the question is asked; then what came of it. */
const NearestOffer = ({ near, onAsk }: { readonly near: Near; readonly onAsk: () => void }) => {
  const t = useText(texts)
  if (near.kind === 'known')
    return (
      <Note tone="ok" icon="place">
        <Words live>{t('hall.near.on')}</Words>
      </Note>
    )
  if (near.kind === 'idle' || near.kind === 'asking') {
    return (
      <Column gap={8}>
        <Button id="nearest" kind="ghost" icon="place" loading={near.kind === 'asking'} onPress={onAsk}>
          {t('hall.near.button')}
        </Button>
        <Words as="s center">{t('hall.near.purpose')}</Words>
      </Column>
    )
  }
  return (
    <Note>
      <Words live>{t(near.kind === 'refused' ? 'hall.near.refused' : 'hall.near.failed')}</Words>
      <Button id="nearest" kind="text" onPress={onAsk}>
        {t('hall.near.again')}
      </Button>
    </Note>
  )
}

export default function HallPage() {
  const t = useText(texts)
  const trip = readTrip(useRouter().params)
  const halls = useHalls()
  const now = useNow()
  const matters = useMatters()
  const [near, setNear] = useState<Near>({ kind: 'idle' })
  const matter = matters.data?.matters.find(({ code }) => code === trip.matter)
  useShareAppMessage(() => ({ title: t('share'), path: routes.halls({ matter: trip.matter }) }))

  const ask = async (): Promise<void> => {
    setNear({ kind: 'asking' })
    setNear(await askPosition())
  }
  const choose = (hallId: string): void => {
    keepDraft({ hallId, matter: trip.matter })
    void go(
      trip.matter ? routes.slots({ hallId, matter: trip.matter, day: trip.day }) : routes.matters({ hallId }),
    )
  }

  return (
    <Screen title={t('hall.title')}>
      <Words as="s">{matter ? t('hall.forMatter', { matter: matter.name }) : t('hall.lead')}</Words>
      <KeptCard />
      <NearestOffer near={near} onAsk={() => void ask()} />
      <Await query={halls}>
        {({ halls: all }) => {
          const able =
            trip.matter === undefined
              ? all
              : all.filter((hall) => trip.matter !== undefined && hall.matters.includes(trip.matter))
          const shown = nearestFirst(able, near.kind === 'known' ? near.position : undefined)
          if (shown.length === 0) {
            return (
              <Empty
                icon="place"
                title={t('hall.empty')}
                action={t('matter.other')}
                onAction={() => void replace(routes.matters())}
              >
                {t('hall.emptyWay')}
              </Empty>
            )
          }
          return (
            <View id="halls" className="sb-col g12" role="list" aria-label={t('hall.list')}>
              {shown.map((hall, index) => (
                <HallCard
                  key={hall.id}
                  hall={hall}
                  now={now}
                  nearest={near.kind === 'known' && index === 0}
                  onChoose={() => choose(hall.id)}
                />
              ))}
            </View>
          )
        }}
      </Await>
    </Screen>
  )
}
