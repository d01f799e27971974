/** The way of a case as the timeline draws it: what happened, what is at hand, what is to come. */
import { say } from '../../../../functions/core/pure/text'
import { MOVE_WORDS } from '../../../../functions/refunds/data/words'
import type { RefundMove } from '../../../../functions/refunds/rules/states'
import { textsIn, type Language } from '../../../messages'
import type { TimelineItem } from '../../../ui/timeline'
import { texts } from '../messages'
import { comingOf, type Coming, type RefundCase, type Review } from './steps'

type Event = RefundCase['history'][number]

const isMove = (code: string): code is RefundMove => Object.keys(MOVE_WORDS).includes(code)

/** It went no further that way, or it ended without a refund. */
const STOPS: readonly string[] = [
  'notAccept',
  'lapse',
  'reject',
  'bankReject',
  'bankReturn',
  'withdraw',
  'abandon',
]

/** What follows each step where nothing goes wrong. */
const FOLLOWS: Readonly<Record<Coming, readonly Coming[]>> = {
  submitted: ['reviewing', 'proposed', 'approved'],
  correctionAsked: ['submitted', 'reviewing', 'proposed', 'approved'],
  accepted: ['reviewing', 'proposed', 'approved'],
  reviewing: ['proposed', 'approved'],
  proposed: ['approved'],
  noAccount: ['approved'],
  approved: ['ordered'],
  ordered: [],
  bankRejected: ['approved'],
}
const BY: Readonly<Record<Coming, 'claimant' | 'officer' | 'bank'>> = {
  submitted: 'officer',
  correctionAsked: 'claimant',
  accepted: 'officer',
  reviewing: 'officer',
  proposed: 'officer',
  noAccount: 'claimant',
  approved: 'officer',
  ordered: 'bank',
  bankRejected: 'claimant',
}

/** The first letter as a heading has it. */
const headed = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export const timelineOf = (
  review: Review,
  { language, yuan }: { readonly language: Language; readonly yuan: (amount: number) => string },
): readonly TimelineItem[] => {
  const t = textsIn(texts, language)
  const { case: one } = review
  const past = ({ place, at, move, by, mine, reasons, said, list, fen }: Event): TimelineItem => ({
    key: `event-${place}`,
    title: isMove(move) ? say(MOVE_WORDS[move], language) : move,
    at,
    who: mine ? t('party.me') : by === 'claimant' ? one.taxpayerName : t(`party.${by}`),
    note: [fen === undefined || fen === 0 ? '' : yuan(fen), said ?? ''].filter(Boolean).join(' · '),
    reasons: [
      ...reasons.map(({ rule, basis }) => `${rule} · ${basis}`),
      ...(list ?? []).map((point) => point.said),
    ],
    unconfirmed: reasons.some(({ unconfirmed }) => unconfirmed),
    state: STOPS.includes(move) ? 'stopped' : 'done',
  })
  const coming = comingOf(review)
  const ahead = (key: Coming, state: 'now' | 'coming'): TimelineItem => ({
    key: `${state}-${key}`,
    title: headed(t(`next.${key}`)),
    who: BY[key] === 'claimant' ? one.taxpayerName : t(`party.${BY[key]}`),
    state,
  })
  return [
    ...one.history.map(past),
    ...(coming ? [ahead(coming, 'now'), ...FOLLOWS[coming].map((key) => ahead(key, 'coming'))] : []),
  ]
}
