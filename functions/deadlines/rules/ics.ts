/**
 * Deadlines as a calendar that phones and desktops subscribe to: one all-day event each, under an id that stays while its day
 * moves, with a number that grows when it does.
 */
import type { Language } from '../../core/pure/errors'
import { obligationName } from '../../core/pure/obligation-names'
import { say, text } from '../../core/pure/text'
import { addDays, daysBetween, type Day, type Instant } from '../../core/pure/time'
import type { Deadline } from './deadlines'
import { icsLines, icsValue } from './ics-text'
import type { Offset } from './plan'
import { dayOfDue } from './tracks'
import { movedText, periodText } from './words'

export interface CalendarEntry {
  readonly deadline: Deadline
  /** The taxpayer's id, or another that stays: with the deadline's it makes the event's. */
  readonly key: string
  /** Masked, where there are several taxpayers. */
  readonly whose?: string
  readonly filed: boolean
  /** Days before on which the phone reminds, at nine; on filed ones it does not. */
  readonly alarms: readonly Offset[]
  /** When this entry was last changed by its people. */
  readonly stamp: Instant
}

/** `20260420T010000Z` */
const utcText = (at: Instant): string =>
  new Date(at)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d{3}/, '')

/** `20260420` */
const dateValue = (day: Day): string => day.replaceAll('-', '')

/** From the midnight that the day begins with: nine in the morning, so many days before. */
const TRIGGERS: Readonly<Record<Offset, string>> = {
  0: 'PT9H',
  1: '-PT15H',
  3: '-P2DT15H',
  7: '-P6DT15H',
}

/** More than a last day ever moves by in one publication. */
const MOST_MOVED = 100

/**
 * Grows whenever the day of a deadline is news: from unknown to known, by each day that it lies behind the plain one, and by
 * each notice that moves it again.
 */
const sequenceOf = ({ due, base, revision }: Deadline): number =>
  (due.known ? 1 + daysBetween(base, due.value) : 0) + revision * MOST_MOVED

const UNPUBLISHED = text(
  '该年放假安排尚未公布，截止日可能顺延；公布后自动更新。',
  'The holidays of that year are not published yet: the day may move, and is renewed when they are.',
)
const UNCONFIRMED = text('以主管税务机关最新规定为准。', 'What your tax office says prevails.')
const FILED = text('已申报', 'Filed')

const detailsOf = (deadline: Deadline, language: Language): string => {
  const { obligation, due } = deadline
  const moved = movedText(deadline, language)
  return [
    ...(moved === undefined ? [] : [moved]),
    ...(due.known ? [] : [say(UNPUBLISHED, language)]),
    say(obligation.whom, language),
    say(obligation.basis, language),
    ...(obligation.unconfirmed ? [say(UNCONFIRMED, language)] : []),
  ].join('\n')
}

/** 「增值税及附加申报截止（2026年第1季度）」 */
export const summaryOf = (deadline: Deadline, language: Language): string => {
  const [name, period] = [obligationName(deadline.code, language), periodText(deadline.period, language)]
  return language === 'en' ? `${name} due (${period})` : `${name}申报截止（${period}）`
}

const alarm = (offset: Offset, words: string): string =>
  icsLines([
    ['BEGIN', 'VALARM'],
    ['ACTION', 'DISPLAY'],
    ['DESCRIPTION', icsValue(words)],
    ['TRIGGER', TRIGGERS[offset]],
    ['END', 'VALARM'],
  ])

const event = ({ deadline, key, whose, filed, alarms, stamp }: CalendarEntry, language: Language): string => {
  const day = dayOfDue(deadline)
  const summary = `${filed ? `${say(FILED, language)} · ` : ''}${summaryOf(deadline, language)}${whose === undefined ? '' : ` · ${whose}`}`
  return [
    icsLines([
      ['BEGIN', 'VEVENT'],
      ['UID', `${deadline.id}.${key}@deadlines.shuibang`],
      ['DTSTAMP', utcText(stamp)],
      ['SEQUENCE', String(sequenceOf(deadline))],
      ['DTSTART;VALUE=DATE', dateValue(day)],
      ['DTEND;VALUE=DATE', dateValue(addDays(day, 1))],
      ['SUMMARY', icsValue(summary)],
      ['DESCRIPTION', icsValue(detailsOf(deadline, language))],
      ['STATUS', deadline.due.known ? 'CONFIRMED' : 'TENTATIVE'],
      ['TRANSP', 'TRANSPARENT'],
    ]),
    ...(filed ? [] : alarms.map((offset) => alarm(offset, summary))),
    icsLines([['END', 'VEVENT']]),
  ].join('')
}

const NAME = text('税帮 · 申报期限', 'Shuibang · filing deadlines')

/** The whole calendar. The same entries give the same text, to the letter. */
export const calendarText = (entries: readonly CalendarEntry[], language: Language): string => {
  const name = icsValue(say(NAME, language))
  return [
    icsLines([
      ['BEGIN', 'VCALENDAR'],
      ['VERSION', '2.0'],
      ['PRODID', '-//shuibang//filing deadlines//ZH'],
      ['CALSCALE', 'GREGORIAN'],
      ['METHOD', 'PUBLISH'],
      ['NAME', name],
      ['X-WR-CALNAME', name],
      ['REFRESH-INTERVAL;VALUE=DURATION', 'P1D'],
      ['X-PUBLISHED-TTL', 'P1D'],
    ]),
    ...entries.map((entry) => event(entry, language)),
    icsLines([['END', 'VCALENDAR']]),
  ].join('')
}
