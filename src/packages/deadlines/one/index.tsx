/** One deadline: until when, why that day, for whom, on what basis; marked as filed, and taken along. */
import { useState, type ReactNode } from 'react'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { dayOf, monthOf } from '../../../../functions/core/pure/time'
import { TAXPAYER_KINDS } from '../../../../functions/core/pure/taxpayer-kinds'
import { deadlineById, type Deadline } from '../../../../functions/deadlines/rules/deadlines'
import { usualProfile } from '../../../../functions/deadlines/rules/profile'
import { shownDeadline } from '../../../../functions/deadlines/rules/shown'
import { go, goSignIn, replace, routes } from '../../../client/routes'
import { useNow } from '../../../client/use-now'
import { useSignedIn } from '../../../client/use-signed-in'
import { useLanguage, useText } from '../../../messages'
import { common } from '../../../messages/common'
import { datedText, weekdayText } from '../../../messages/dates'
import { Await, Button, Card, Column, Empty, Row as Line, Screen, Tag, Toast, Words } from '../../../ui'
import { texts } from '../messages'
import { dayIn, type Row, type Taxpayer } from '../model/rows'
import { Filed } from '../parts/filed'
import { changed, useOne } from '../parts/queries'
import { TakeAlong } from '../parts/take-along'
import { Why } from '../parts/why'
import { useLeft, useName } from '../parts/words'
import '../deadlines.css'

const Until = ({ row, whose }: { readonly row: Row; readonly whose: string | undefined }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { text, tone } = useLeft()(row, dayOf(useNow()))
  const day = dayIn(row)
  return (
    <Card id="until" next>
      <Column gap={8}>
        <Line top>
          <Column grow>
            <Words as="h" level={2}>
              {row.name}
            </Words>
            <Words as="s">{whose === undefined ? row.periodName : `${row.periodName} · ${whose}`}</Words>
          </Column>
          {row.filedAt === null ? <Tag tone={tone}>{text}</Tag> : <Tag tone="ok">{t('filed')}</Tag>}
        </Line>
        <Column>
          <Words as="s">{t(row.due === null ? 'one.plainUntil' : 'one.until')}</Words>
          <Words as="xl num">
            {t('one.day', { day: datedText(day, language), weekday: weekdayText(day, language) })}
          </Words>
        </Column>
      </Column>
    </Card>
  )
}

const Gone = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="calendar"
      title={t('one.gone')}
      action={t('one.goMonth')}
      onAction={() => void replace(routes.deadlines())}
    >
      {t('one.goneNote')}
    </Empty>
  )
}

const Shown = ({
  deadline,
  row,
  whose,
  children,
}: {
  readonly deadline: Deadline
  readonly row: Row
  readonly whose?: string
  readonly children: ReactNode
}) => {
  const t = useText(texts)
  return (
    <>
      <Until row={row} whose={whose} />
      {children}
      <TakeAlong deadline={deadline} whose={row.taxpayerId ?? 'self'} filed={row.filedAt !== null} />
      <Why deadline={deadline} />
      <Button
        id="all-of-month"
        kind="text"
        onPress={() => void go(routes.deadlines({ month: monthOf(dayIn(row)) }))}
      >
        {t('one.all')}
      </Button>
    </>
  )
}

const MineOf = ({ taxpayer, row, onRow }: { taxpayer: Taxpayer; row: Row; onRow: (row: Row) => void }) => {
  const name = useName()(taxpayer)
  const deadline = deadlineById(taxpayer, row.id)
  return deadline ? (
    <Shown deadline={deadline} row={row} {...(taxpayer.taxpayerId === null ? {} : { whose: name })}>
      <Filed row={row} onDone={onRow} />
    </Shown>
  ) : (
    <Gone />
  )
}

const Mine = ({ id, taxpayerId }: { readonly id: string; readonly taxpayerId: string | undefined }) => {
  const t = useText(texts)
  const query = useOne(id, taxpayerId)
  const [toast, setToast] = useState<string>()
  if (query.data === undefined && query.error?.code === 'NOT_FOUND') return <Gone />
  return (
    <>
      <Await query={query}>
        {({ taxpayer, deadline }) => (
          <MineOf
            taxpayer={taxpayer}
            row={deadline}
            onRow={(row) => {
              query.set({ taxpayer, deadline: row })
              changed()
              setToast(t(row.filedAt === null ? 'one.unmarked' : 'one.marked'))
            }}
          />
        )}
      </Await>
      <Toast text={toast} onDone={() => setToast(undefined)} />
    </>
  )
}

const Guest = ({ id, kind }: { readonly id: string; readonly kind: string | undefined }) => {
  const t = useText(texts)
  const words = useText(common)
  const language = useLanguage()
  const profile = usualProfile(TAXPAYER_KINDS.find((one) => one === kind) ?? 'person')
  const deadline = deadlineById(profile, id)
  if (!deadline) return <Gone />
  return (
    <Shown deadline={deadline} row={{ taxpayerId: null, ...shownDeadline(deadline, { language }) }}>
      <Card>
        <Line stack>
          <Column grow>
            <Words>{t('one.signIn')}</Words>
          </Column>
          <Button id="sign-in" onPress={() => void goSignIn()}>
            {words('signIn')}
          </Button>
        </Line>
      </Card>
    </Shown>
  )
}

export default function DeadlinePage() {
  const t = useText(texts)
  const { id = '', taxpayer, kind } = useRouter().params
  const signedIn = useSignedIn()
  // Whoever is shown the card has other taxpayers: the month is what both can look at.
  useShareAppMessage(() => ({ title: t('share'), path: routes.deadlines() }))
  return (
    <Screen id="deadline-page" title={t('one.title')}>
      {signedIn ? <Mine id={id} taxpayerId={taxpayer} /> : <Guest id={id} kind={kind} />}
    </Screen>
  )
}
