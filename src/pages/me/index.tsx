/** Me: whom I act for, my appointments, privacy, settings, and the workbench for officers. */
import Taro, { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { Me } from '../../client/api'
import { go, goSignIn, routes } from '../../client/routes'
import { officerHalls, useMe } from '../../client/use-me'
import { openWorkText, useOpenWork } from '../../client/use-open-work'
import { unreadText, useUnread } from '../../client/use-unread'
import { useLanguage, useText } from '../../messages'
import { common } from '../../messages/common'
import { texts } from './messages'
import {
  Await,
  Badge,
  Button,
  Card,
  Column,
  List,
  ListItem,
  Row,
  Screen,
  Section,
  Tag,
  Words,
} from '../../ui'
import { DUTIES, DUTY_NAMES, mayAct } from '../../../functions/core/pure/duties'
import { say } from '../../../functions/core/pure/text'
import { Offers } from './offers'
import { Taxpayers } from './taxpayers'
import './index.css'

const SignedOut = () => {
  const t = useText(texts)
  return (
    <Card>
      <Column gap={12}>
        <Row start>
          <Badge icon="me" />
          <Column grow>
            <Words as="h" level={2}>
              {t('signedOut')}
            </Words>
            <Words as="s">{t('signedOutNote')}</Words>
          </Column>
        </Row>
        <Button id="sign-in" onPress={() => void goSignIn()}>
          {t('signIn')}
        </Button>
      </Column>
    </Card>
  )
}

const Who = ({ me }: { readonly me: Me }) => {
  const t = useText(texts)
  const words = useText(common)
  const chosen = me.taxpayers.find(({ isDefault }) => isDefault) ?? me.taxpayers[0]
  const language = useLanguage()
  const roles = [...new Set(me.grants.map(({ role }) => role))]
  const duties = DUTY_NAMES.filter((duty) => mayAct({ grants: me.grants, duty }))
  return (
    <Card>
      <Row start>
        <Badge icon="me" />
        <Column grow>
          <Words as="h" level={2}>
            {chosen?.name ?? t('account')}
          </Words>
          {(chosen || roles.length === 0) && <Words as="s num">{chosen?.number ?? t('noTaxpayer')}</Words>}
          {roles.length > 0 && (
            <View className="sb-row g4 wrap start me-tags">
              {roles.map((role) => (
                <Tag key={role}>{words(`role.${role}`)}</Tag>
              ))}
              {duties.map((duty) => (
                <Tag key={duty} tone="gold">
                  {say(DUTIES[duty].words, language)}
                </Tag>
              ))}
            </View>
          )}
        </Column>
      </Row>
    </Card>
  )
}

/** Desks of who holds one of their duties: of the departure refund, the invoice lottery and policies; one of who runs it all. */
const DESKS = [
  { duties: ['customs'], id: 'customs', icon: 'globe', to: routes.customs() },
  { duties: ['pay'], id: 'agency', icon: 'refund', to: routes.refundAgency() },
  { duties: ['draw', 'review'], id: 'lottery', icon: 'idea', to: routes.lotteryOffice() },
  { duties: ['publish'], id: 'policies', icon: 'book', to: routes.policiesOffice() },
  { roles: ['admin', 'auditor'], id: 'undelivered', icon: 'bell', to: routes.undelivered },
] as const

const desksOf = (grants: Me['grants']) =>
  DESKS.filter((desk) =>
    'roles' in desk
      ? grants.some(({ role }) => desk.roles.some((one) => one === role))
      : desk.duties.some((duty) => mayAct({ grants, duty })),
  )

const Desks = ({ grants }: Pick<Me, 'grants'>) => {
  const t = useText(texts)
  return (
    <>
      {desksOf(grants).map(({ id, icon, to }) => (
        <ListItem
          key={id}
          id={`desk-${id}`}
          lead={<Badge icon={icon} tone="gold" />}
          title={t(`desk.${id}`)}
          note={t(`desk.${id}Note`)}
          onPress={() => void go(to)}
        />
      ))}
    </>
  )
}

/** Of a notary, who has no hall’s day and no cases. */
const DesksAlone = ({ grants }: Pick<Me, 'grants'>) => {
  const t = useText(texts)
  if (desksOf(grants).length === 0) return null
  return (
    <>
      <Section>{t('work')}</Section>
      <List id="work">
        <Desks grants={grants} />
      </List>
    </>
  )
}

const Work = ({ grants, halls }: Pick<Me, 'grants'> & { readonly halls: readonly string[] }) => {
  const t = useText(texts)
  const open = openWorkText(useOpenWork(halls[0]).data)
  return (
    <>
      <Section>{t('work')}</Section>
      <List id="work">
        <ListItem
          id="workbench"
          lead={<Badge icon="refund" />}
          title={t('workbench')}
          note={t('workbenchNote')}
          trail={open === undefined ? undefined : <Tag>{t('workbenchOpen', { n: open })}</Tag>}
          onPress={() => void go(routes.workbench(halls[0]))}
        />
        <ListItem
          id="office-day"
          lead={<Badge icon="desk" tone="ok" />}
          title={t('officeDay')}
          note={halls.length > 0 ? t('officeNote', { n: halls.length }) : undefined}
          onPress={() => void go(routes.officeDay(halls[0]))}
        />
        <ListItem
          id="hall-desk"
          lead={<Badge icon="sound" />}
          title={t('hallDesk')}
          note={t('hallDeskNote')}
          onPress={() => void go(routes.hallDesk(halls[0]))}
        />
        <Desks grants={grants} />
      </List>
    </>
  )
}

const InboxDoor = () => {
  const t = useText(texts)
  const unread = useUnread().data?.unread ?? 0
  const count = unread > 0 ? t('unread', { n: unreadText(unread) }) : undefined
  return (
    <ListItem
      id="inbox"
      lead={<Badge icon="bell" tone="gold" />}
      title={t('messages')}
      note={t('messagesNote')}
      trail={count === undefined ? undefined : <Tag>{count}</Tag>}
      onPress={() => void go(routes.inbox)}
    />
  )
}

const Doors = ({ signedIn }: { readonly signedIn: boolean }) => {
  const t = useText(texts)
  return (
    <>
      <List>
        <ListItem
          id="mine"
          lead={<Badge icon="calendar" />}
          title={t('mine')}
          note={t('mineNote')}
          onPress={() => void go(routes.mine())}
        />
        <ListItem
          id="my-refunds"
          lead={<Badge icon="refund" tone="ok" />}
          title={t('refunds')}
          note={t('refundsNote')}
          onPress={() => void go(routes.refundCases)}
        />
        <ListItem
          id="my-invoices"
          lead={<Badge icon="invoice" tone="gold" />}
          title={t('invoices')}
          note={t('invoicesNote')}
          onPress={() => void go(routes.invoices)}
        />
        <ListItem
          id="my-prizes"
          lead={<Badge icon="idea" tone="gold" />}
          title={t('prizes')}
          note={t('prizesNote')}
          onPress={() => void go(routes.prizes)}
        />
        <InboxDoor />
        {signedIn && (
          <ListItem
            id="subscriptions"
            lead={<Badge icon="settings" tone="gold" />}
            title={t('subscriptions')}
            note={t('subscriptionsNote')}
            onPress={() => void go(routes.subscriptions)}
          />
        )}
        <ListItem
          id="profile"
          lead={<Badge icon="people" />}
          title={t('profile')}
          note={t('profileNote')}
          onPress={() => void go(routes.profile)}
        />
        <ListItem
          id="privacy"
          lead={<Badge icon="lock" tone="ok" />}
          title={t('privacy')}
          note={t('privacyNote')}
          onPress={() => void (signedIn ? go(routes.privacy) : go(routes.signIn(routes.privacy)))}
        />
        {process.env.TARO_ENV === 'weapp' && signedIn && (
          <ListItem
            id="scan"
            lead={<Badge icon="qr" />}
            title={t('scan')}
            note={t('scanNote')}
            onPress={() => void go(routes.qrConfirm(''))}
          />
        )}
        <ListItem
          id="settings"
          lead={<Badge icon="settings" tone="quiet" />}
          title={t('settings')}
          note={t('settingsNote')}
          onPress={() => void go(routes.settings)}
        />
      </List>
    </>
  )
}

export default function MePage() {
  const t = useText(texts)
  const me = useMe()
  const halls = officerHalls(me.data)
  useShareAppMessage(() => ({ title: t('share'), path: routes.home }))
  usePullDownRefresh(() => {
    void me.refetch().then(() => Taro.stopPullDownRefresh())
  })
  return (
    <Screen id="me" title={t('title')} tab>
      {me.signedOut ? (
        <SignedOut />
      ) : (
        <Await query={me}>
          {(data) => (
            <>
              <Who me={data} />
              {halls ? <Work grants={data.grants} halls={halls} /> : <DesksAlone grants={data.grants} />}
              <Offers onChange={() => void me.refetch()} />
              <Taxpayers taxpayers={data.taxpayers} onChange={() => void me.refetch()} />
            </>
          )}
        </Await>
      )}
      <Doors signedIn={!me.signedOut} />
    </Screen>
  )
}
