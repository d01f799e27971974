/** Choose what to get done: searched or by group; what can be done online says so, with the way there. */
import { useState } from 'react'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { go, replace, routes } from '../../../client/routes'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { Await, Empty, List, Screen, SearchBox, Section, Words } from '../../../ui'
import type { Matter } from '../model/answers'
import { groupMatters, searchMatters } from '../model/matters'
import { readTrip } from '../model/trip'
import { Chosen } from '../parts/chosen'
import { keepDraft } from '../parts/draft'
import { KeptCard } from '../parts/kept-card'
import { MatterItem } from '../parts/matter-item'
import { OnlineSheet } from '../parts/online-sheet'
import { useHalls, useMatters } from '../parts/queries'
import '../booking.css'

const Found = ({
  found,
  words,
  here,
  onChoose,
  onClear,
}: {
  readonly found: readonly Matter[]
  readonly words: string
  readonly here: string | undefined
  readonly onChoose: (matter: Matter) => void
  readonly onClear: () => void
}) => {
  const t = useText(texts)
  if (found.length === 0) {
    return (
      <Empty
        icon="search"
        title={t('matter.none', { words })}
        action={t('matter.showAll')}
        onAction={onClear}
      >
        {t('matter.noneWay')}
      </Empty>
    )
  }
  const item = (matter: Matter) => (
    <MatterItem
      key={matter.code}
      matter={matter}
      here={here === undefined || matter.halls.includes(here)}
      onChoose={() => onChoose(matter)}
      onGuide={() => void go(routes.guide(matter.code, here))}
    />
  )
  if (words.trim() !== '') return <List id="matters">{found.map(item)}</List>
  return (
    <View id="matters" className="sb-col g12">
      {groupMatters(found).map((group) => (
        <View key={group.name} className="sb-col g8">
          <Section>{group.name}</Section>
          <List>{group.matters.map(item)}</List>
        </View>
      ))}
    </View>
  )
}

export default function MatterPage() {
  const t = useText(texts)
  const trip = readTrip(useRouter().params)
  const halls = useHalls()
  const matters = useMatters()
  const [words, setWords] = useState('')
  const [online, setOnline] = useState<Matter>()
  const hall = halls.data?.halls.find(({ id }) => id === trip.hallId)
  useShareAppMessage(() => ({ title: t('share'), path: routes.matters({ hallId: trip.hallId }) }))

  const choose = (matter: Matter): void => {
    if (matter.online) {
      setOnline(matter)
      return
    }
    const hallId = trip.hallId !== undefined && matter.halls.includes(trip.hallId) ? trip.hallId : undefined
    keepDraft({ hallId, matter: matter.code })
    void go(
      hallId === undefined
        ? routes.halls({ matter: matter.code })
        : routes.slots({ hallId, matter: matter.code }),
    )
  }

  return (
    <Screen title={t('matter.title')}>
      {hall ? (
        <Chosen
          title={hall.name}
          note={hall.address}
          change={t('change.hall')}
          id="change-hall"
          onChange={() => void replace(routes.halls())}
        />
      ) : (
        <Words as="s">{t('matter.lead')}</Words>
      )}
      <KeptCard />
      <SearchBox id="matter-search" value={words} placeholder={t('matter.search')} onInput={setWords} />
      <Await query={matters}>
        {({ matters: all }) => {
          const found = searchMatters(all, words)
          return (
            <>
              <View className={words.trim() === '' ? 'sb-hidden' : 'sb-s'} role="status" aria-live="polite">
                {words.trim() === '' ? '' : t('matter.found', { n: found.length })}
              </View>
              <Found
                found={found}
                words={words}
                here={trip.hallId}
                onChoose={choose}
                onClear={() => setWords('')}
              />
            </>
          )
        }}
      </Await>
      <OnlineSheet matter={online} onClose={() => setOnline(undefined)} />
    </Screen>
  )
}
