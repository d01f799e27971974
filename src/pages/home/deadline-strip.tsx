/** The filing deadlines ahead: my own, or those that most have; and what is not sure about them. */
import { addDays, dayOf, daysBetween, type Day } from '../../../functions/core/pure/time'
import { nextFilings } from '../../../functions/deadlines/rules/next'
import { api, type Output } from '../../client/api'
import { go, routes } from '../../client/routes'
import { useNow } from '../../client/use-now'
import { useQuery } from '../../client/use-query'
import { useLanguage, useText } from '../../messages'
import { dateText, longDateText } from '../../messages/dates'
import { texts } from './messages'
import { upcomingAnswered } from './upcoming'
import { Button, Card, Column, Row, Tag, Words } from '../../ui'

/** Of the deadlines' own: whatever is set or marked there makes it be read again. */
export const DEADLINES = 'my:deadlines:home'

const SOON_DAYS = 7
/** So far ahead is looked, and so many days are shown. */
const AHEAD_DAYS = 60
const MOST_SHOWN = 2

interface Coming {
  readonly what: string
  /** The plain one while the day itself is not known. */
  readonly day: Day
  /** Of the holidays that are not published yet. */
  readonly unpublished: string | undefined
}

const Line = ({ what, day, unpublished, today }: Coming & { readonly today: Day }) => {
  const t = useText(texts)
  const language = useLanguage()
  const left = daysBetween(today, day)
  const when =
    unpublished === undefined
      ? t('due', { date: longDateText(day, language) })
      : t('unpublished', { date: dateText(day, language), year: unpublished })
  return (
    <Row stack>
      <Column grow>
        <Words>{what}</Words>
        <Words as="s">{when}</Words>
      </Column>
      <Tag tone={left <= SOON_DAYS || unpublished !== undefined ? 'warn' : undefined}>
        {left === 0 ? t('today') : t('daysLeft', { n: left })}
      </Tag>
    </Row>
  )
}

type Item = Output<'deadlines', 'mine'>['items'][number]

/** What is not filed yet, by its day. */
const useMine = (today: Day): readonly Coming[] => {
  const t = useText(texts)
  const fetch = async () => {
    await upcomingAnswered()
    return api.deadlines.mine({ from: today, to: addDays(today, AHEAD_DAYS) })
  }
  const open = (useQuery(DEADLINES, fetch).data?.items ?? []).filter(({ filedAt }) => filedAt === null)
  const dayIn = ({ due, base }: Item): Day => due ?? base
  const days = [...new Set(open.map(dayIn))].filter((day) => day >= today).sort()
  return days.slice(0, MOST_SHOWN).map((day) => {
    const [first, ...others] = open.filter((item) => dayIn(item) === day)
    const name = first?.name ?? ''
    return {
      what: others.length === 0 ? name : t('dueMany', { name, n: others.length }),
      day,
      unpublished: first?.due === null ? day.slice(0, 4) : undefined,
    }
  })
}

export const DeadlineStrip = () => {
  const today = dayOf(useNow())
  const t = useText(texts)
  const mine = useMine(today)
  const usual = nextFilings(today).map(({ kind, base, due }) => ({
    what: t(kind),
    day: due.known ? due.value : base,
    unpublished: due.known ? undefined : due.unpublished.slice(0, 4),
  }))
  const shown: readonly Coming[] = mine.length > 0 ? mine : usual
  return (
    <Card id="deadlines">
      <Column gap={12}>
        <Row>
          <Words as="h" level={2}>
            {t('deadlines')}
          </Words>
          <Button id="deadlines-all" kind="text" onPress={() => void go(routes.deadlines())}>
            {t('deadlinesAll')}
          </Button>
        </Row>
        {shown.map((coming) => (
          <Line key={`${coming.day}${coming.what}`} {...coming} today={today} />
        ))}
        <Words as="s">{t('official')}</Words>
      </Column>
    </Card>
  )
}
