/** The month view: one's own deadlines, or, for who is not signed in, those of a kind of taxpayer. */
import { useState } from 'react'
import Taro, { usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { dayOf, isDay, monthOf, type Day } from '../../../../functions/core/pure/time'
import { KINDS, TAXPAYER_KINDS, type TaxpayerKind } from '../../../../functions/core/pure/taxpayer-kinds'
import { usualProfile } from '../../../../functions/deadlines/rules/profile'
import { say } from '../../../../functions/core/pure/text'
import { go, goSignIn, routes } from '../../../client/routes'
import { useNow } from '../../../client/use-now'
import { useSignedIn } from '../../../client/use-signed-in'
import { useLanguage, useText } from '../../../messages'
import { common } from '../../../messages/common'
import { Await, Badge, Button, Card, Column, List, ListItem, Row, Screen, Words } from '../../../ui'
import { texts } from '../messages'
import { monthIn, rangeOf } from '../model/grid'
import { guestRows, type Taxpayer } from '../model/rows'
import { Kinds } from '../parts/kinds'
import { MonthCard, MonthList, type MonthProps } from '../parts/month-view'
import { changed, useMonth } from '../parts/queries'
import { useName } from '../parts/words'
import '../deadlines.css'

/** An enterprise of which nobody has said what it is. */
const Unsaid = ({ taxpayers }: { readonly taxpayers: readonly Taxpayer[] }) => {
  const t = useText(texts)
  const nameOf = useName()
  const taxpayer = taxpayers.find(({ chosen }) => !chosen)
  if (!taxpayer) return null
  return (
    <Card id="unsaid" next>
      <Column gap={8}>
        <Words as="b" level={2}>
          {t('unsaid.title', { name: nameOf(taxpayer) })}
        </Words>
        <Words as="s">{t('unsaid.note')}</Words>
        <Button
          id="say-kind"
          onPress={() => void go(routes.deadlineSettings(taxpayer.taxpayerId ?? undefined))}
        >
          {t('unsaid.go')}
        </Button>
      </Column>
    </Card>
  )
}

const Doors = ({ taxpayers }: { readonly taxpayers: readonly Taxpayer[] }) => {
  const t = useText(texts)
  const reminded = taxpayers.some(({ reminders }) => reminders.length > 0)
  const open = (): void => void go(routes.deadlineSettings())
  return (
    <List>
      <ListItem
        id="reminders"
        lead={<Badge icon="bell" tone={reminded ? 'ok' : 'gold'} />}
        title={t(reminded ? 'remind.on' : 'remind.off')}
        note={t(reminded ? 'remind.onNote' : 'remind.offNote')}
        onPress={open}
      />
      <ListItem
        id="settings"
        lead={<Badge icon="settings" tone="quiet" />}
        title={t('settings.title')}
        note={t('settings.note')}
        onPress={open}
      />
    </List>
  )
}

const Mine = (place: MonthProps) => {
  const query = useMonth(rangeOf(place.month))
  usePullDownRefresh(() => {
    changed()
    Taro.stopPullDownRefresh()
  })
  return (
    <>
      <MonthCard {...place} rows={query.data?.items ?? []} />
      <Await query={query}>
        {({ taxpayers, items }) => (
          <>
            <MonthList {...place} profiles={taxpayers} rows={items} taxpayers={taxpayers} />
            <Unsaid taxpayers={taxpayers} />
            <Doors taxpayers={taxpayers} />
          </>
        )}
      </Await>
    </>
  )
}

const Guest = (place: MonthProps) => {
  const t = useText(texts)
  const words = useText(common)
  const language = useLanguage()
  const [kind, setKind] = useState<TaxpayerKind>('person')
  const profile = usualProfile(kind)
  const rows = guestRows(profile, rangeOf(place.month), language)
  return (
    <>
      <Kinds
        label={t('kind')}
        value={kind}
        onChange={setKind}
        choices={TAXPAYER_KINDS.map((value) => ({ value, text: say(KINDS[value], language) }))}
      />
      <MonthCard {...place} rows={rows} />
      <MonthList {...place} profiles={[profile]} rows={rows} taxpayers={[]} kind={kind} />
      <Card>
        <Row stack>
          <Column grow>
            <Words>{t('signIn')}</Words>
          </Column>
          <Button id="sign-in" onPress={() => void goSignIn()}>
            {words('signIn')}
          </Button>
        </Row>
      </Card>
    </>
  )
}

export default function MonthPage() {
  const t = useText(texts)
  const { params } = useRouter()
  const today = dayOf(useNow())
  const [month, setMonth] = useState(() => monthIn(params, today))
  const asked = params['day'] ?? ''
  const [day, setDay] = useState<Day | undefined>(isDay(asked) ? asked : undefined)
  const signedIn = useSignedIn()
  useShareAppMessage(() => ({ title: t('share'), path: routes.deadlines({ month }) }))
  const show = (next: string): void => {
    setMonth(next)
    if (day !== undefined && monthOf(day) !== next) setDay(undefined)
  }
  const place: MonthProps = { month, day, today, onMonth: show, onDay: setDay }
  return (
    <Screen id="deadlines-page" title={t('title')}>
      <Words as="s">{t('lead')}</Words>
      {signedIn ? <Mine {...place} /> : <Guest {...place} />}
      <Words as="s">{t('official')}</Words>
      <Words as="s">{t('outside')}</Words>
    </Screen>
  )
}
