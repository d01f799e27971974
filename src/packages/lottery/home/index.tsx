/** The lottery: prizes that wait for me, campaigns, what I entered last, and what I ask to be kept from. */
import Taro, { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { invalidate } from '../../../client/queries'
import { go, routes } from '../../../client/routes'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { Await, Badge, Button, Empty, List, ListItem, Screen, Section, SignedOut, Words } from '../../../ui'
import { texts } from '../messages'
import { waitsForMe } from '../model/prize-way'
import { CampaignCard } from '../parts/campaign-card'
import { EntryCard } from '../parts/entry-card'
import { LimitsCard } from '../parts/limits'
import { PrizeCard } from '../parts/prize-card'
import { MINE, useCampaigns, useEntries, usePrizes } from '../parts/queries'
import { useToday } from '../parts/words'
import '../lottery.css'

/** As many of my entries as fit beside everything else. */
const LATEST = 3

const Waiting = () => {
  const t = useText(texts)
  const waiting = (usePrizes().first.data?.items ?? []).filter(({ state }) => waitsForMe(state))
  if (waiting.length === 0) return null
  return (
    <>
      <Section>{t('home.waiting')}</Section>
      {waiting.map((it) => (
        <PrizeCard key={it.id} it={it} />
      ))}
    </>
  )
}

const Campaigns = () => {
  const t = useText(texts)
  const today = useToday()
  const campaigns = useCampaigns()
  return (
    <>
      <Section>{t('home.campaigns')}</Section>
      <Await query={campaigns}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon="invoice"
              title={t('home.none')}
              action={t('home.keep')}
              onAction={() => void go(routes.invoices)}
            >
              {t('home.noneWay')}
            </Empty>
          ) : (
            items.map((it) => <CampaignCard key={it.id} it={it} today={today} />)
          )
        }
      </Await>
    </>
  )
}

const Latest = () => {
  const t = useText(texts)
  const entries = useEntries().first
  return (
    <Await query={entries}>
      {({ items }) => (
        <>
          {items.length === 0 && <Words as="s">{t('home.noEntries')}</Words>}
          {items.slice(0, LATEST).map((it) => (
            <EntryCard key={it.id} it={it} />
          ))}
        </>
      )}
    </Await>
  )
}

const Mine = () => {
  const t = useText(texts)
  if (!useSignedIn()) return <SignedOut title={t('home.signIn')} />
  return (
    <>
      <Section>{t('home.mine')}</Section>
      <Latest />
      <List id="mine-doors">
        <ListItem
          id="all-entries"
          lead={<Badge icon="book" />}
          title={t('entries.title')}
          note={t('entries.note')}
          onPress={() => void go(routes.entries)}
        />
        <ListItem
          id="all-prizes"
          lead={<Badge icon="idea" tone="gold" />}
          title={t('prizes.title')}
          note={t('prizes.note')}
          onPress={() => void go(routes.prizes)}
        />
      </List>
      <LimitsCard />
    </>
  )
}

export default function LotteryPage() {
  const t = useText(texts)
  useShareAppMessage(() => ({ title: t('home.share'), path: routes.lottery }))
  const { refetch } = useCampaigns()
  usePullDownRefresh(() => {
    invalidate(MINE)
    void refetch().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Screen id="lottery" title={t('home.title')}>
      <Words as="s">{t('home.lead')}</Words>
      <Waiting />
      <Button id="enter" icon="plus" block onPress={() => void go(routes.enterInvoice())}>
        {t('home.enter')}
      </Button>
      <Campaigns />
      <Mine />
      <Words as="s">{t('home.honest')}</Words>
    </Screen>
  )
}
