/**
 * Kinds of notices, as data: each function declares its own (`data/notices.ts`, named in its manifest). What stands in a stored
 * notice is the kind and its facts; words are made when it is shown, in the language of whoever reads.
 */
import type { DeliveryClass, Topic } from './delivery/channels'
import type { TemplateUse } from './delivery/templates'
import type { Text } from './text'

/** What a notice opens: a page of the mini-program, whose address screens know (src/packages/inbox/model/opens.ts). */
export type NoticePage =
  | 'ticket'
  | 'waitlist'
  | 'queue'
  | 'credit'
  | 'appeal'
  | 'refund'
  | 'departure'
  | 'prize'
  | 'policy'
  | 'deadlines'

/**
 * Codes, ids, days and minutes, or public words: never personal data. `start`, `hallId`, `matter`, `taxes`, `day` and what ends in `Day` are shown in
 * words; in English `titleEn` stands for `title`, where there is one.
 */
export type NoticeFacts = { readonly [name: string]: string | number }

export interface NoticeKind {
  readonly title: Text
  /** With places for facts: `{day} {start}, {hallId}`. */
  readonly body: Text
  readonly page: NoticePage
  /** What a person who wants no more of it stops. */
  readonly topic: Topic
  /** May it be sent again where nobody knows whether it went out? Money and security codes: `atMostOnce`. */
  readonly delivery: DeliveryClass
  /** An office tells many: what comes of its messages is counted, and who stops it. */
  readonly counted?: true
  /** WeChat's template that tells it; absent: it is not sent by WeChat. */
  readonly template?: TemplateUse
}

export interface DeclaredNotice extends NoticeKind {
  /** `<function>.<name>`, as it is stored: never renamed. */
  readonly kind: string
}

/**
 * @example export const notices = declareNotices('appointments', { booked: { title: text('预约成功', 'Booked'), body, page: 'ticket' } })
 */
export const declareNotices = <Name extends string>(
  feature: string,
  kinds: Readonly<Record<Name, NoticeKind>>,
): Readonly<Record<Name, DeclaredNotice>> =>
  Object.fromEntries(
    Object.entries<NoticeKind>(kinds).map(([name, kind]) => [name, { ...kind, kind: `${feature}.${name}` }]),
  ) as Record<Name, DeclaredNotice>

const PLACE = /\{(\w+)\}/g

/** The facts that a text has places for. */
export const placesIn = (words: string): readonly string[] =>
  [...words.matchAll(PLACE)].map(([, name = '']) => name)

/** Fills the places; a fact that an older notice does not have leaves nothing. */
export const fillPlaces = (words: string, say: (name: string) => string): string =>
  words.replace(PLACE, (_, name: string) => say(name))
