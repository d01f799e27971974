/** What the inbox's address names: a notice that a message leads to. */
import { TOPICS, type Topic } from '../../../../functions/core/pure/delivery/channels'

const NOTICE_ID = /^nt_[0-9a-z]{26}$/

/** Undefined where it names none: the list is shown. */
export const readNoticeId = (typed: string | undefined): string | undefined =>
  typed !== undefined && NOTICE_ID.test(typed) ? typed : undefined

/** Topics grow: one of a later version has no name here. */
export const knownTopic = (name: string | null): Topic | undefined => TOPICS.find((one) => one === name)
