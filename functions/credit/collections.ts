/** Documents of `credit`. The figures that suspend stand in the ledgers of `appointments`; here is what they are made of. */
import type { CaseFrame } from '../core/io/cases/fold'
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import { CASES_KEPT } from '../core/pure/kept'
import { text } from '../core/pure/text'
import type { Day, Instant, MinuteOfDay } from '../core/pure/time'
import { CREDIT_KEPT } from './data/kept'
import type { CreditKind } from './rules/fold'
import type { AppealState, ReviewState } from './rules/states'

/** Id: `<hall>.<YYYYMMDD>`. A hall that checks people in on that day: where none does, nobody is missed. */
export type CreditDayDoc = {
  readonly v: 1
  readonly hallId: string
  readonly day: Day
  readonly expiresAt: Instant
}
export const creditDays = defineCollection<CreditDayDoc>({
  name: 'creditDays',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'days on which halls checked people in' },
})

/** Id: `<appointment>.<kind>`: each happens once. Never changed. */
export type CreditEventDoc = {
  readonly v: 1
  readonly appointmentId: string
  readonly accountId: string
  readonly taxpayerId: string
  readonly kind: CreditKind
  /** Of the visit. */
  readonly day: Day
  readonly at: Instant
  readonly expiresAt: Instant
}
export const creditEvents = defineCollection<CreditEventDoc>({
  name: 'creditEvents',
  v: 1,
  indexes: {
    account: ['accountId', 'at'],
    taxpayer: ['taxpayerId', 'at'],
    appointment: ['appointmentId', 'at'],
    expiry: ['expiresAt'],
  },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [
      { index: 'account', names: 'account' },
      { index: 'taxpayer', names: 'taxpayer' },
    ],
    export: {
      what: text(
        '您的失约和迟取消记录，以及被撤销的',
        'Your no-shows and late cancellations, and those that were withdrawn',
      ),
      show: ({ doc: { appointmentId, kind, day, at } }) => ({ appointmentId, kind, day, at }),
    },
    erase: { keep: CREDIT_KEPT },
  },
})

/** Id: `cr_` and the appointment's 26 characters: one appeal for each no-show. */
export type AppealDoc = CaseFrame<AppealState> & {
  readonly owner: string
  readonly taxpayerId: string
  readonly appointmentId: string
  readonly hallId: string
  readonly matter: string
  readonly day: Day
  readonly start: MinuteOfDay
  /** Day by which it is to be decided. */
  readonly due: Day
}
export const appeals = defineCollection<AppealDoc>({
  name: 'creditAppeals',
  v: 1,
  indexes: { owner: ['owner', 'createdAt'], taxpayer: ['taxpayerId', 'createdAt'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [
      { index: 'owner', names: 'account' },
      { index: 'taxpayer', names: 'taxpayer' },
    ],
    export: {
      what: text('您对失约的申诉', 'Your appeals of no-shows'),
      show: ({ id, doc: { appointmentId, hallId, day, start, state, due, createdAt, endedAt } }) => ({
        id,
        appointmentId,
        hallId,
        day,
        start,
        state,
        due,
        createdAt,
        endedAt,
      }),
    },
    erase: { keep: CASES_KEPT },
  },
})

/** Id: `pv_` and the appointment's 26 characters: one look at each booking of a matter that asks for it. */
export type PreReviewDoc = CaseFrame<ReviewState> & {
  readonly owner: string
  readonly taxpayerId: string
  readonly appointmentId: string
  readonly hallId: string
  readonly matter: string
  readonly day: Day
  readonly start: MinuteOfDay
  /** When it stands without an answer. */
  readonly until: Instant
}
export const preReviews = defineCollection<PreReviewDoc>({
  name: 'creditReviews',
  v: 1,
  indexes: { owner: ['owner', 'createdAt'], taxpayer: ['taxpayerId', 'createdAt'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [
      { index: 'owner', names: 'account' },
      { index: 'taxpayer', names: 'taxpayer' },
    ],
    export: {
      what: text('大厅对您预约的预审', 'How halls looked at your bookings before they stood'),
      show: ({
        id,
        doc: { appointmentId, hallId, matter, day, start, state, until, createdAt, endedAt },
      }) => ({
        id,
        appointmentId,
        hallId,
        matter,
        day,
        start,
        state,
        until,
        createdAt,
        endedAt,
      }),
    },
    erase: { keep: CASES_KEPT },
  },
})

/** What `credit` keeps itself. */
export const collections: readonly CollectionSpec[] = [creditDays, creditEvents, appeals, preReviews]
