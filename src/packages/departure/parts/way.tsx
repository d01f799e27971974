/** The way of a form: what to do now, until when; what happened and why; what is to come. */
import type { ReactNode } from 'react'
import { daysBetween, type Day } from '../../../../functions/core/pure/time'
import { useText } from '../../../messages'
import { Timeline, type TimelineItem, type TimelineNow } from '../../../ui/timeline'
import { texts } from '../messages'
import type { FormFull, HistoryRow } from '../model/answers'
import { aheadOf, isStop, isToShow, type Ahead } from '../model/progress'
import { useMoveText, usePartyText, useStateText, useToday, useYuan } from './words'

const WHO: Readonly<Record<Ahead, 'you' | 'customs' | 'agency' | 'bank'>> = {
  prepay: 'agency',
  verify: 'customs',
  audit: 'agency',
  settle: 'agency',
  cash: 'agency',
  transfer: 'bank',
  fixAccount: 'you',
}

const useNoteText = () => {
  const t = useText(texts)
  const yuan = useYuan()
  return ({ said, fen }: HistoryRow): string =>
    [said, fen === undefined ? undefined : t('way.amount', { amount: yuan(fen) })]
      .filter((part) => part !== undefined)
      .join(t('way.and'))
}

type Steps = Pick<FormFull, 'state' | 'mode' | 'advanced' | 'charged' | 'account' | 'history'>

export const useItems = (it: Steps): readonly TimelineItem[] => {
  const t = useText(texts)
  const moveText = useMoveText()
  const partyText = usePartyText()
  const noteText = useNoteText()
  const past = it.history
    // The purchase is what the form is about: its own date says when it was.
    .filter(({ move }) => move !== 'begin')
    .map((row): TimelineItem => ({
      key: `past-${row.place}`,
      title: moveText(row.move),
      at: row.at,
      who: partyText(row.by, row.move),
      note: noteText(row),
      reasons: row.reasons.map(({ rule, basis }) => t('way.reason', { rule, basis })),
      unconfirmed: row.reasons.some(({ unconfirmed }) => unconfirmed),
      state: isStop(row) ? 'stopped' : 'done',
    }))
  const coming = aheadOf(it).map((step, place): TimelineItem => ({
    key: `ahead-${step}`,
    title: t(`ahead.${step}`),
    who: t(`party.${WHO[step]}`),
    state: place === 0 ? 'now' : 'coming',
  }))
  return [...past, ...coming]
}

/** Until when: the day that was promised while an advance stands on it, else the last of the ninety. */
const datesOf = (it: FormFull, today: Day): Pick<TimelineNow, 'outer' | 'daysLeft' | 'toward'> => {
  if (!isToShow(it) || !it.days) return {}
  const outer = it.state === 'instantPrepaid' ? it.departOn : it.days.lastDay
  return { outer, daysLeft: daysBetween(today, outer), toward: 'outer' }
}

const useNow = (it: FormFull): TimelineNow | undefined => {
  const t = useText(texts)
  const stateText = useStateText()
  const today = useToday()
  const [step] = aheadOf(it)
  if (step === undefined) return undefined
  // Whatever the desk does, until customs have seen it the next move is the traveller's.
  const who = it.next === 'claimant' ? t('party.you') : t(`party.${WHO[step]}`)
  return { title: stateText(it.state), who, next: t(`next.${step}`), ...datesOf(it, today) }
}

export const Way = ({ it, children }: { readonly it: FormFull; readonly children?: ReactNode }) => {
  const items = useItems(it)
  const now = useNow(it)
  return (
    <Timeline id="way" items={items} now={now}>
      {children}
    </Timeline>
  )
}
