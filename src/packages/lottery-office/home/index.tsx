/** The lotteries of a hall: drafts and what is published, and a way to begin another. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { hallToShow } from '../../../client/halls-on-duty'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Badge, Button, Empty, ListItem, PagedList, Screen, Section, Tag } from '../../../ui'
import { HallChoice } from '../../../ui/hall-choice'
import { Begun } from '../../../ui/of-office'
import { texts } from '../messages'
import type { CampaignRow, Hall } from '../model/answers'
import { forgetKept, keptName, recallKept } from '../model/kept'
import { NewSheet } from '../parts/new-sheet'
import { OfOffice } from '../parts/page'
import { useCampaigns } from '../parts/queries'
import '../office.css'

/** Who has to do what about a draft; a reviewer has nothing to do. */
const useDraftText = () => {
  const t = useText(texts)
  return ({ savedBy }: CampaignRow, mayDraw: boolean): string =>
    t(mayDraw ? `home.saved.${savedBy}` : 'home.savedReview')
}

const Row = ({ row, mayDraw }: { readonly row: CampaignRow; readonly mayDraw: boolean }) => {
  const t = useText(texts)
  const language = useLanguage()
  const draftText = useDraftText()
  const draft = row.state === 'draft'
  const days = t('campaign.days', {
    from: datedText(row.opensOn, language),
    to: datedText(row.closesOn, language),
  })
  return (
    <View className="sb-card flush">
      <ListItem
        id={`campaign-${row.id}`}
        lead={<Badge icon={draft ? 'edit' : 'idea'} tone={draft ? 'quiet' : 'gold'} />}
        title={row.name}
        note={draft ? draftText(row, mayDraw) : days}
        trail={<Tag tone={draft ? 'warn' : 'ok'}>{t(`campaign.state.${row.state}`)}</Tag>}
        onPress={() => void go(routes.officeCampaign(row.id))}
      />
    </View>
  )
}

const OfHall = ({ hall }: { readonly hall: Hall }) => {
  const t = useText(texts)
  const kept = keptName(hall.id, undefined)
  const campaigns = useCampaigns(hall.id)
  const [choosing, setChoosing] = useState(false)
  const may = hall.duties.includes('draw')
  const begin = may ? { action: t('home.new'), onAction: () => setChoosing(true) } : {}
  return (
    <>
      {may && (
        <Begun
          is={() => recallKept(kept) !== undefined}
          forget={() => forgetKept(kept)}
          to={routes.editCampaign({ hallId: hall.id })}
        >
          {t('home.begun')}
        </Begun>
      )}
      {may && (
        <Button id="new-campaign" icon="plus" block onPress={() => setChoosing(true)}>
          {t('home.new')}
        </Button>
      )}
      <Section>{t('home.campaigns')}</Section>
      <PagedList
        id="campaigns"
        label={t('home.campaigns')}
        pages={campaigns}
        idOf={({ id }) => id}
        empty={
          <Empty icon="idea" title={t('home.none')} {...begin}>
            {t(may ? 'home.noneWay' : 'home.noneReview')}
          </Empty>
        }
      >
        {(row) => <Row row={row} mayDraw={may} />}
      </PagedList>
      {choosing && <NewSheet hall={hall} campaigns={campaigns.items} onClose={() => setChoosing(false)} />}
    </>
  )
}

export default function LotteryOfficePage() {
  const t = useText(texts)
  const { hallId: asked } = useRouter().params
  const [hallId, setHallId] = useState(asked)
  return (
    <Screen id="lottery-office" title={t('title')}>
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
