/** Choices as they are saved: all at once, out of what the server told. */
import type { Channel } from '../../../../functions/core/pure/delivery/channels'
import type { Input, Output } from '../../../client/api'

export type Wanted = Input<'subscriptions', 'setChoices'>
type Choices = Output<'subscriptions', 'choices'>

const isOn = ({ channels }: Choices, channel: Channel): boolean =>
  channels.some((one) => one.channel === channel && one.on)

export const wantedOf = (choices: Choices): Wanted => ({
  channels: {
    wechat: isOn(choices, 'wechat'),
    sms: isOn(choices, 'sms'),
    email: isOn(choices, 'email'),
  },
  stopped: choices.stopped,
  quiet: choices.quiet,
  cap: choices.cap,
  digest: choices.digest,
})

/** Numbers a day that are offered, and the one that was chosen elsewhere. */
const CAPS = [3, 5, 10] as const
export const capsWith = (cap: number | null): readonly number[] =>
  [...new Set([...CAPS, ...(cap === null ? [] : [cap])])].sort((one, other) => one - other)

/** Where quiet hours and a digest begin for who turns them on. */
export const USUAL_QUIET = { from: 22 * 60, to: 8 * 60 } as const
export const USUAL_DIGEST_AT = 9 * 60
