/** The policies of a hall: drafts, what is published, what was withdrawn, and a way to write another. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { hallToShow } from '../../../client/halls-on-duty'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Badge, Button, Empty, ListItem, PagedList, Screen, Section, Tag, type Tone } from '../../../ui'
import { HallChoice } from '../../../ui/hall-choice'
import { Begun } from '../../../ui/of-office'
import { texts } from '../messages'
import type { Hall, OfficeRow } from '../model/answers'
import { forgetKept, keptName, recallKept } from '../model/kept'
import { OfOffice } from '../parts/page'
import { usePolicies } from '../parts/queries'

const TONES: Readonly<Record<OfficeRow['state'], Tone>> = {
  draft: 'warn',
  published: 'ok',
  withdrawn: 'quiet',
}

/** What is written is told first: it waits for somebody. */
const useStateText = () => {
  const t = useText(texts)
  const language = useLanguage()
  return ({ drafting, savedBy, changedAt, state, publishedAt, version }: OfficeRow): string => {
    if (drafting) return t(`home.saved.${savedBy}`, { time: momentText(changedAt, language) })
    const time = momentText(publishedAt ?? changedAt, language)
    if (state === 'withdrawn') return t('home.withdrawn', { time })
    return t(version > 1 ? 'home.corrected' : 'home.published', { time, n: version })
  }
}

const Row = ({ row }: { readonly row: OfficeRow }) => {
  const t = useText(texts)
  const stateText = useStateText()
  const correcting = row.drafting && row.version > 0
  return (
    <View className="sb-card flush">
      <ListItem
        id={`policy-${row.id}`}
        lead={<Badge icon={row.drafting ? 'edit' : 'book'} tone={row.drafting ? 'gold' : 'quiet'} />}
        title={row.title}
        note={stateText(row)}
        trail={
          <Tag tone={correcting ? 'warn' : TONES[row.state]}>
            {t(correcting ? 'home.correction' : `state.${row.state}`)}
          </Tag>
        }
        onPress={() => void go(routes.officePolicy(row.id))}
      />
    </View>
  )
}

const OfHall = ({ hall }: { readonly hall: Hall }) => {
  const t = useText(texts)
  const kept = keptName(hall.id, undefined)
  const policies = usePolicies(hall.id)
  const write = (): void => void go(routes.editPolicy({ hallId: hall.id }))
  return (
    <>
      <Begun
        is={() => recallKept(kept) !== undefined}
        forget={() => forgetKept(kept)}
        to={routes.editPolicy({ hallId: hall.id })}
      >
        {t('home.begun')}
      </Begun>
      <Button id="new-policy" icon="plus" block onPress={write}>
        {t('home.new')}
      </Button>
      <Section>{t('home.list')}</Section>
      <PagedList
        id="policies"
        label={t('home.list')}
        pages={policies}
        idOf={({ id }) => id}
        empty={
          <Empty icon="book" title={t('home.none')} action={t('home.new')} onAction={write}>
            {t('home.noneWay')}
          </Empty>
        }
      >
        {(row) => <Row row={row} />}
      </PagedList>
    </>
  )
}

export default function PoliciesOfficePage() {
  const t = useText(texts)
  const { hallId: asked } = useRouter().params
  const [hallId, setHallId] = useState(asked)
  return (
    <Screen id="policies-office" title={t('title')}>
      <OfOffice>
        {(halls) => {
          const hall = hallToShow(halls, hallId)
          return hall === undefined ? (
            <></>
          ) : (
            <>
              <HallChoice label={t('hall')} halls={halls} hall={hall} onHall={setHallId} />
              <OfHall key={hall.id} hall={hall} />
            </>
          )
        }}
      </OfOffice>
    </Screen>
  )
}
