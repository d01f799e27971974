/** What a person allows: channels, topics stopped, hours of quiet, how many a day, what comes together. */
import type { Language } from '../errors'
import type { MinuteOfDay } from '../time'
import type { Channel, Topic } from './channels'

/** From `from` until `to`, Asia/Shanghai; over midnight where `from` is the later one. They are never equal. */
export type QuietHours = { readonly from: MinuteOfDay; readonly to: MinuteOfDay }

/** One message with everything of these topics, at this time of day. */
export type Digest = { readonly at: MinuteOfDay; readonly topics: readonly Topic[] }

export type Choices = {
  readonly channels: Readonly<Record<Channel, boolean>>
  /** Of these nothing is sent; the inbox has it all the same. */
  readonly stopped: readonly Topic[]
  /** Single things of which nothing more is sent: a policy, a case. Their ids. */
  readonly muted: readonly string[]
  readonly quiet: QuietHours | null
  /** At most so many messages a day and channel; what is more waits for the digest, which is one more. */
  readonly cap: number | null
  readonly digest: Digest | null
  /** Of texts to the phone and e-mails; WeChat's templates are Chinese. */
  readonly language: Language
}

/** Muted things beyond this push out the oldest. */
export const MOST_MUTED = 100
/** A day has no use for more. */
export const MOST_A_DAY = 50

/** When what is over the cap comes, for who did not choose a digest: as offices open. */
export const DIGEST_AT: MinuteOfDay = 9 * 60

/**
 * Of who has chosen nothing: ours to set. WeChat messages need a grant each anyway; texts and e-mails need an address that was
 * confirmed. Nobody is woken at night.
 */
export const DEFAULT_CHOICES: Choices = {
  channels: { wechat: true, sms: false, email: false },
  stopped: [],
  muted: [],
  quiet: { from: 22 * 60, to: 8 * 60 },
  cap: null,
  digest: null,
  language: 'zh-CN',
}
