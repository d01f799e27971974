/** A campaign of the office: a draft with what can be done about it, or a published one with the doors to its work. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { datedText, momentText } from '../../../messages/dates'
import {
  Await,
  Badge,
  Button,
  Card,
  Column,
  Fact,
  List,
  ListItem,
  Note,
  role,
  Row,
  Screen,
  Section,
  Skeleton,
  Tag,
  Words,
} from '../../../ui'
import { texts } from '../messages'
import type { CampaignFull } from '../model/answers'
import { readCampaign } from '../model/params'
import { FactsCards, Hash } from '../parts/facts-cards'
import { Gone, OfOffice } from '../parts/page'
import { Publish } from '../parts/publish'
import { useCampaign } from '../parts/queries'
import { useMay } from '../parts/words'
import '../office.css'

type Done = 'saved' | 'published'

const About = ({ of: { campaign } }: { readonly of: CampaignFull }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { state, savedBy, changedAt, publishedAt } = campaign
  const draft = state === 'draft'
  return (
    <Card id="about" next={draft}>
      <Column gap={12}>
        <Row top gap={8}>
          <Words as="h" level={2}>
            {campaign.name}
          </Words>
          <Tag tone={draft ? 'warn' : 'ok'}>{t(`campaign.state.${state}`)}</Tag>
        </Row>
        <Fact label={t('campaign.period')}>
          <Words as="num">
            {t('campaign.days', {
              from: datedText(campaign.opensOn, language),
              to: datedText(campaign.closesOn, language),
            })}
          </Words>
        </Fact>
        <Fact label={t('campaign.id')}>
          <Words as="num">{campaign.id}</Words>
        </Fact>
        <Words as="s">
          {draft
            ? t(`campaign.saved.${savedBy}`, { time: momentText(changedAt, language) })
            : t('campaign.publishedAt', { time: momentText(publishedAt ?? changedAt, language) })}
        </Words>
        <Hash id="rules-hash" label={t('campaign.hash')}>
          {campaign.rulesHash}
        </Hash>
      </Column>
    </Card>
  )
}

const DOORS = [
  { id: 'draws', duty: undefined, icon: 'idea', tone: 'gold', to: routes.officeDraws },
  { id: 'review', duty: 'review', icon: 'eye', tone: undefined, to: routes.reviewEntries },
  { id: 'numbers', duty: undefined, icon: 'chart', tone: 'ok', to: routes.lotteryNumbers },
  { id: 'public', duty: undefined, icon: 'globe', tone: 'quiet', to: routes.campaign },
] as const

const Doors = ({ id, may }: { readonly id: string; readonly may: ReturnType<typeof useMay> }) => {
  const t = useText(texts)
  return (
    <List id="doors">
      {DOORS.filter(({ duty }) => duty === undefined || may[duty]).map((door) => (
        <ListItem
          key={door.id}
          id={`to-${door.id}`}
          lead={<Badge icon={door.icon} tone={door.tone} />}
          title={t(`door.${door.id}`)}
          note={t(`door.${door.id}Note`)}
          onPress={() => void go(door.to(id))}
        />
      ))}
    </List>
  )
}

const Told = ({ done }: { readonly done: Done }) => {
  const t = useText(texts)
  return (
    <Note tone="ok" icon="check">
      <View id="done" {...role('status')} aria-live="polite">
        {t(`campaign.done.${done}`)}
      </View>
    </Note>
  )
}

const Shown = ({
  of,
  done,
  onDone,
  onLook,
}: {
  readonly of: CampaignFull
  readonly done: Done | undefined
  readonly onDone: (done: Done) => void
  readonly onLook: () => void
}) => {
  const t = useText(texts)
  const { campaign, rules } = of
  const may = useMay(campaign.hallId)
  const draft = campaign.state === 'draft'
  return (
    <>
      {done && <Told done={done} />}
      <About of={of} />
      {draft && may.draw && (
        <>
          <Publish of={of} onPublished={() => onDone('published')} onChanged={onLook} />
          <Button
            id="edit"
            kind="ghost"
            icon="edit"
            block
            onPress={() => void go(routes.editCampaign({ id: campaign.id }))}
          >
            {t('campaign.edit')}
          </Button>
        </>
      )}
      {!draft && <Doors id={campaign.id} may={may} />}
      <Section>{t('campaign.rules')}</Section>
      <FactsCards rules={rules} />
    </>
  )
}

export default function OfficeCampaignPage() {
  const t = useText(texts)
  const { id: raw, done: asked } = useRouter().params
  const id = readCampaign(raw)
  const found = useCampaign(id)
  const [done, setDone] = useState<Done | undefined>(asked === 'saved' ? 'saved' : undefined)
  return (
    <Screen id="office-campaign" title={t('campaign.title')}>
      <OfOffice>
        {() =>
          id === undefined || found.error?.code === 'NOT_FOUND' ? (
            <Gone />
          ) : (
            <Await query={found} skeleton={<Skeleton cards={3} />}>
              {(of) => (
                <Shown
                  of={of}
                  done={done}
                  onDone={(what) => {
                    setDone(what)
                    void found.refetch()
                  }}
                  onLook={() => void found.refetch()}
                />
              )}
            </Await>
          )
        }
      </OfOffice>
    </Screen>
  )
}
