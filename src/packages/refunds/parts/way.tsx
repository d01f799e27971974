/** The way of a case: now, by whom, until when; what happened and why; what is to come. */
import type { ReactNode } from 'react'
import { say } from '../../../../functions/core/pure/text'
import { dayOf, daysBetween, type Day } from '../../../../functions/core/pure/time'
import { refundTable } from '../../../../functions/refunds/rules/states'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Timeline, type TimelineItem, type TimelineNow } from '../../../ui/timeline'
import { texts } from '../messages'
import type { CaseFull, HistoryRow } from '../model/answers'
import { lawOf } from '../model/kinds'
import { termOf } from '../../../../functions/refunds/rules/term'
import { isClaimKind } from '../model/params'
import { aheadOf, datesOf, isState, isStop } from '../model/progress'
import { useMoveText, usePartyText, useStateText, useYuan } from './words'

/** What a material is called by the law of the case. */
export const useNeedText = (it: Pick<CaseFull, 'kind' | 'receivedOn'>) => {
  const t = useText(texts)
  const language = useLanguage()
  const needs = (isClaimKind(it.kind) ? lawOf(it.kind, it.receivedOn)?.materials : undefined) ?? []
  return (code: string): string => {
    const need = needs.find((one) => one.code === code)
    return need ? say(need.name, language) : t('supply.other')
  }
}

/** What was said with a step, what is to be supplied, and its amount: one line each. */
const useNoteText = (it: CaseFull) => {
  const t = useText(texts)
  const yuan = useYuan()
  const needText = useNeedText(it)
  return ({ said, list = [], fen }: HistoryRow): string =>
    [
      said,
      ...list.map((one) => t('way.listed', { name: needText(one.code), said: one.said })),
      fen === undefined ? undefined : t('way.amount', { amount: yuan(fen) }),
    ]
      .filter((part) => part !== undefined)
      .join(t('way.and'))
}

const useItems = (it: CaseFull): readonly TimelineItem[] => {
  const t = useText(texts)
  const moveText = useMoveText()
  const partyText = usePartyText()
  const noteText = useNoteText(it)
  const past = it.history.map((row): TimelineItem => {
    const { place, at, move, by, mine, reasons } = row
    return {
      key: `past-${place}`,
      title: moveText(move),
      at,
      who: by === 'claimant' && !mine ? t('party.other') : partyText(by, it.hallName),
      note: noteText(row),
      reasons: reasons.map(({ rule, basis }) => t('way.reason', { rule, basis })),
      unconfirmed: reasons.some(({ unconfirmed }) => unconfirmed),
      state: isStop(row) ? 'stopped' : 'done',
    }
  })
  const ahead = isState(it.state) ? aheadOf(it.state, it) : []
  const coming = ahead.map((step, place): TimelineItem => {
    const who = step === 'supply' || step === 'fixAccount' ? 'claimant' : step === 'pay' ? 'bank' : 'officer'
    return {
      key: `ahead-${step}`,
      title: t(`ahead.${step}`),
      who: partyText(who, it.hallName),
      state: place === 0 ? 'now' : 'coming',
    }
  })
  return [...past, ...coming]
}

/** What the claimant must do has its own date, and the office's time stands still until then. */
const ownDate = (due: Day, today: Day): Pick<TimelineNow, 'outer' | 'daysLeft' | 'toward'> => ({
  outer: due,
  daysLeft: daysBetween(today, due),
  toward: 'outer',
})

const useNow = (it: CaseFull, today: Day): TimelineNow | undefined => {
  const t = useText(texts)
  const language = useLanguage()
  const stateText = useStateText()
  const partyText = usePartyText()
  if (!isState(it.state) || refundTable.next[it.state] === null) return undefined
  const law = isClaimKind(it.kind) ? lawOf(it.kind, it.receivedOn) : undefined
  const unit = law ? termOf(law, it.foundBy, it.values).unit : 'naturalDays'
  const step = aheadOf(it.state, it)[0]
  const due = it.state === 'correctionAsked' ? it.correctionDue : null
  const said = {
    title: stateText(it.state),
    who: partyText(it.next, it.hallName),
    next: step ? t(`next.${step}`) : '',
  }
  const basis = t('way.reason', { rule: it.term.rule, basis: it.term.basis })
  if (due !== null)
    return {
      ...said,
      ...ownDate(due, today),
      next: t('next.supplyUntil', { day: datedText(it.outer ?? it.target, language) }),
      basis,
      unconfirmed: it.term.unconfirmed,
    }
  return {
    ...said,
    ...datesOf(it, today, unit),
    paused: it.paused,
    basis,
    unconfirmed: it.term.unconfirmed,
  }
}

export const Way = ({
  it,
  now,
  children,
}: {
  readonly it: CaseFull
  readonly now: number
  readonly children?: ReactNode
}) => {
  const items = useItems(it)
  const at = useNow(it, dayOf(now))
  return (
    <Timeline id="way" items={items} now={at}>
      {children}
    </Timeline>
  )
}
