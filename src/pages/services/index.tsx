/** Services: the navigator, what works now, and the twenty actions with how far each is. */
import { useState } from 'react'
import Taro, { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { useStore } from 'zustand'
import { api } from '../../client/api'
import { go, routes } from '../../client/routes'
import { useQuery } from '../../client/use-query'
import { useText } from '../../messages'
import { common } from '../../messages/common'
import { texts } from './messages'
import {
  Await,
  Badge,
  Button,
  Column,
  List,
  ListItem,
  Screen,
  SearchBox,
  Section,
  Sheet,
  Tag,
  Words,
} from '../../ui'
import { GROUPS, type Action } from './actions'
import { Results } from './results'
import { searchAsked } from './search'

const Now = ({ matters }: { readonly matters: number | undefined }) => {
  const t = useText(texts)
  return (
    <List id="now">
      <ListItem
        id="now-book"
        lead={<Badge icon="calendar" />}
        title={t('nowBook')}
        note={t('nowBookNote')}
        onPress={() => void go(routes.halls())}
      />
      <ListItem
        id="now-mine"
        lead={<Badge icon="qr" tone="ok" />}
        title={t('nowMine')}
        note={t('nowMineNote')}
        onPress={() => void go(routes.mine())}
      />
      <ListItem
        id="now-deadlines"
        lead={<Badge icon="bell" tone="gold" />}
        title={t('nowDeadlines')}
        note={t('nowDeadlinesNote')}
        onPress={() => void go(routes.deadlines())}
      />
      <ListItem
        id="now-refund"
        lead={<Badge icon="refund" tone="ok" />}
        title={t('nowRefund')}
        note={t('nowRefundNote')}
        onPress={() => void go(routes.refunds)}
      />
      <ListItem
        id="now-invoice"
        lead={<Badge icon="invoice" />}
        title={t('nowInvoice')}
        note={t('nowInvoiceNote')}
        onPress={() => void go(routes.invoices)}
      />
      <ListItem
        id="now-departure"
        lead={<Badge icon="globe" tone="gold" />}
        title={t('nowDeparture')}
        note={t('nowDepartureNote')}
        onPress={() => void go(routes.departures)}
      />
      <ListItem
        id="now-lottery"
        lead={<Badge icon="invoice" tone="gold" />}
        title={t('nowLottery')}
        note={t('nowLotteryNote')}
        onPress={() => void go(routes.lottery)}
      />
      <ListItem
        id="now-policies"
        lead={<Badge icon="book" />}
        title={t('nowPolicies')}
        note={t('nowPoliciesNote')}
        onPress={() => void go(routes.policies)}
      />
      <ListItem
        id="now-matters"
        lead={<Badge icon="book" tone="gold" />}
        title={t('nowMatters')}
        note={matters === undefined ? t('wayGuide') : t('nowMattersNote', { n: matters })}
        onPress={() => void go(routes.matters())}
      />
      <ListItem
        id="now-verify"
        lead={<Badge icon="check" tone="quiet" />}
        title={t('nowVerify')}
        note={t('nowVerifyNote')}
        onPress={() => void go(routes.verify())}
      />
    </List>
  )
}

const Twenty = ({ onPick }: { readonly onPick: (action: Action) => void }) => {
  const t = useText(texts)
  const words = useText(common)
  return (
    <Column gap={12}>
      <Section>{t('all')}</Section>
      {GROUPS.map((group) => (
        <Column key={group.text} gap={8}>
          <Words as="h" level={3}>
            {t(group.text)}
          </Words>
          <List>
            {group.actions.map((action) => (
              <ListItem
                key={action.text}
                id={action.text}
                lead={<Badge icon={action.icon} tone={action.state === 'coming' ? 'quiet' : undefined} />}
                title={t(action.text)}
                note={t(action.note)}
                onPress={() => onPick(action)}
                trail={
                  <Tag tone={action.state === 'coming' ? 'quiet' : 'ok'}>
                    {action.state === 'coming' ? words('coming') : t('partly')}
                  </Tag>
                }
              />
            ))}
          </List>
        </Column>
      ))}
    </Column>
  )
}

const WAYS: Readonly<Partial<Record<Action['text'], string>>> = {
  a4: routes.matters(),
  a6: routes.refunds,
  a9: routes.wallet(),
  a10: routes.invoices,
  a11: routes.lottery,
  a13: routes.policies,
  a15: routes.profile,
  a18: routes.officeDay(),
}

export default function Services() {
  const t = useText(texts)
  const words = useText(common)
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<Action>()
  const asked = useStore(searchAsked, (state) => state.asked)
  const matters = useQuery('matters', () => api.halls.matters({}))
  useShareAppMessage(() => ({ title: t('share'), path: routes.services }))
  usePullDownRefresh(() => {
    void matters.refetch().then(() => Taro.stopPullDownRefresh())
  })
  const pick = (action: Action): void => {
    const way = WAYS[action.text]
    if (way) void go(way)
    else setPicked(action)
  }
  return (
    <Screen id="services" title={t('title')} tab>
      <SearchBox
        key={asked}
        id="search"
        value={typed}
        placeholder={t('search')}
        onInput={setTyped}
        focus={asked > 0}
      />
      {typed.trim() === '' ? (
        <>
          <Section>{t('now')}</Section>
          <Now matters={matters.data?.matters.length} />
          <Twenty onPick={pick} />
        </>
      ) : (
        <Await query={matters}>{(data) => <Results matters={data.matters} typed={typed} />}</Await>
      )}
      <Sheet
        id="coming"
        open={picked !== undefined}
        title={picked ? t(picked.text) : ''}
        onClose={() => setPicked(undefined)}
      >
        <Words>{t('comingNote')}</Words>
        <Button onPress={() => void go(routes.halls())}>{t('nowBook')}</Button>
        <Button kind="ghost" onPress={() => setPicked(undefined)}>
          {words('close')}
        </Button>
      </Sheet>
    </Screen>
  )
}
