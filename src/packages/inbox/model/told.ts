/** How a notice went out by a channel, as one word that the screen has a sentence for. */
import type { Output } from '../../../client/api'

export type Told = Output<'subscriptions', 'why'>['channels'][number]

/** Reasons that a person can do something about, or has chosen; the rest is a provider's. */
const REASONS = [
  'NoChannel',
  'NoTemplate',
  'NoGrant',
  'NoAddress',
  'channelOff',
  'topicStopped',
  'muted',
  'tooLate',
  'TooLate',
  'capReached',
  'Withdrawn',
  'NotWanted',
] as const

type Reason = (typeof REASONS)[number]
export type ToldKey = `told.${Reason | 'sent' | 'sending' | 'waiting' | 'failed' | 'unknown' | 'none'}`

const reasonOf = (why: string | null): Reason | undefined => REASONS.find((one) => one === why)

/** What did not go out says why, where the reason is one that a person knows. */
export const toldKey = ({ state, why }: Pick<Told, 'state' | 'why'>): ToldKey => {
  const reason = state === 'none' || state === 'failed' ? reasonOf(why) : undefined
  return `told.${reason ?? state}`
}
