/** One channel's sender, with the words of everything that it may send. */
import type { Services } from '../../core/io/context'
import type { Said, Telling } from '../../core/io/delivery/contract'
import { senderOf } from '../../core/io/delivery/open'
import { CODE_KIND } from '../../core/io/delivery/plan-code'
import { deliver, type Worked, type WorkOptions } from '../../core/io/delivery/work'
import type { Channel } from '../../core/pure/delivery/channels'
import { say, text } from '../../core/pure/text'
import { MINUTE } from '../../core/pure/time'
import { sayNotices } from '../../inbox/public'
import { CODE_HOLDS } from '../data/limits'

const CODE_TITLE = text('您的验证码', 'Your code')
const MINUTES = CODE_HOLDS / MINUTE
const CODE_BODY = text(
  `${MINUTES} 分钟内有效。我们不会向您索要验证码。`,
  `It holds for ${MINUTES} minutes. Nobody of ours will ask you for it.`,
)

/** A text’s template has a place for the minutes alone. */
const sayCode = ({ channel, choices }: Telling): Said => ({
  title: say(CODE_TITLE, choices.language),
  body: channel === 'sms' ? String(MINUTES) : say(CODE_BODY, choices.language),
})

const sayAll = async (
  services: Services,
  tellings: readonly Telling[],
): Promise<readonly (Said | undefined)[]> => {
  const isCode = ({ kind }: Telling): boolean => kind === CODE_KIND
  const said = await sayNotices(
    services,
    tellings.filter((one) => !isCode(one)),
  )
  const words = [...said]
  return tellings.map((telling) => (isCode(telling) ? sayCode(telling) : words.shift()))
}

export const deliverChannel = async (
  services: Services,
  channel: Channel,
  options: WorkOptions = {},
): Promise<Worked> =>
  deliver(
    services,
    { sender: await senderOf(channel, services), say: (tellings) => sayAll(services, tellings) },
    options,
  )
