/** Why a notice came: its kind and topic, what its person chose, and how each channel told it. */
import type { Context } from '../../core/io/context'
import { deliveries, type DeliveryDoc } from '../../core/io/delivery/collections'
import { consentIdOf, consents } from '../../core/io/delivery/collections-consent'
import { deliveryChoices } from '../../core/io/delivery/collections-person'
import { hasChannel } from '../../core/io/delivery/open'
import { deliveryIdOf } from '../../core/io/delivery/plan'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { CHANNELS, type Channel } from '../../core/pure/delivery/channels'
import { DEFAULT_CHOICES, type Choices } from '../../core/pure/delivery/choices'
import { forbidden } from '../../core/pure/delivery/when'
import { DAY_MS } from '../../core/pure/time'
import { readNotice, type ShownNotice } from '../../inbox/public'
import { os } from './implementer'

const tellsOf = (channel: Channel, { state, why, next, endedAt }: DeliveryDoc, digest: boolean) => ({
  channel,
  state,
  why: why ?? null,
  digest,
  due: state === 'waiting' ? next : null,
  endedAt: endedAt ?? null,
})

/** A digest was begun within a day before the notice that joined it. */
const digestsWith = async (
  { store }: Context,
  accountId: string,
  { id, at }: ShownNotice,
): Promise<ReadonlyMap<Channel, DeliveryDoc>> => {
  const page = await reader(store).query(deliveries, {
    index: 'account',
    where: { accountId },
    range: { gte: at - 2 * DAY_MS, lte: at },
    order: 'desc',
  })
  const holding = page.items.filter(({ doc }) => doc.gathers?.includes(id))
  return new Map(holding.map(({ doc }) => [doc.channel, doc]))
}

/** Why nothing went out by a channel, as things stand now. */
const whyNot = async (
  context: Context,
  channel: Channel,
  notice: ShownNotice,
  choices: Choices,
): Promise<string | null> => {
  if (!hasChannel(context, channel)) return 'NoChannel'
  const { topic, about, template } = notice
  const why = topic === null ? undefined : forbidden({ channel, topic, urgent: false, about }, choices)
  if (why) return why
  if (channel !== 'wechat') return null
  if (template === null) return 'NoTemplate'
  const grant = await reader(context.store).get(consents, consentIdOf(callerId(context), template))
  return (grant?.remaining ?? 0) > 0 ? null : 'NoGrant'
}

const why = os.why.handler(async ({ input, context }) => {
  const accountId = callerId(context)
  const notice = await readNotice(context, accountId, input.id)
  const ids = CHANNELS.map((channel) => deliveryIdOf(notice.id, channel))
  const read = reader(context.store)
  const [docs, chosen, digests] = await Promise.all([
    read.getMany(deliveries, ids),
    read.get(deliveryChoices, accountId),
    digestsWith(context, accountId, notice),
  ])
  const choices = chosen ?? DEFAULT_CHOICES
  const channels = await Promise.all(
    CHANNELS.map(async (channel, place) => {
      const [single, digest] = [docs[place], digests.get(channel)]
      if (single) return tellsOf(channel, single, false)
      if (digest) return tellsOf(channel, digest, true)
      const reason = await whyNot(context, channel, notice, choices)
      return { channel, state: 'none' as const, why: reason, digest: false, due: null, endedAt: null }
    }),
  )
  return {
    kind: notice.kind,
    topic: notice.topic,
    at: notice.at,
    stopped: notice.topic !== null && choices.stopped.includes(notice.topic),
    muted: notice.about !== null && choices.muted.includes(notice.about),
    channels,
    cap: choices.cap,
  }
})

export const whyRouter = { why }
