/** What a person chooses. Who has chosen nothing has the usual. */
import { addressIdOf, deliveryAddresses, deliveryChoices } from '../../core/io/delivery/collections-person'
import { openMasked } from '../../core/io/delivery/addresses'
import { hasChannel } from '../../core/io/delivery/open'
import { countOne } from '../../core/io/delivery/totals'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { CHANNELS, type Channel } from '../../core/pure/delivery/channels'
import { DEFAULT_CHOICES, MOST_MUTED, type Choices } from '../../core/pure/delivery/choices'
import { AppError } from '../../core/pure/errors'
import { noticeOf } from '../../inbox/public'
import { os } from './implementer'

/** By channel, masked; WeChat's own is none that a person would know. */
const addressesOf = async (context: Context, accountId: string): Promise<ReadonlyMap<Channel, string>> => {
  const ids = CHANNELS.map((channel) => addressIdOf(accountId, channel))
  const [docs, keys] = await Promise.all([
    reader(context.store).getMany(deliveryAddresses, ids),
    context.vault.keysOf([accountId]),
  ])
  const key = keys.get(accountId)
  const found = new Map<Channel, string>()
  docs.forEach((doc, place) => {
    if (doc && key && doc.channel !== 'wechat') found.set(doc.channel, openMasked(key, ids[place] ?? '', doc))
  })
  return found
}

const shown = (context: Context, choices: Choices, addresses: ReadonlyMap<Channel, string>) => ({
  channels: CHANNELS.map((channel) => ({
    channel,
    on: choices.channels[channel],
    offered: hasChannel(context, channel),
    address: addresses.get(channel) ?? null,
  })),
  stopped: [...choices.stopped],
  muted: [...choices.muted],
  quiet: choices.quiet,
  cap: choices.cap,
  digest: choices.digest && { at: choices.digest.at, topics: [...choices.digest.topics] },
})

const read = os.choices.handler(async ({ context }) => {
  const accountId = callerId(context)
  const [choices, addresses] = await Promise.all([
    reader(context.store).get(deliveryChoices, accountId),
    addressesOf(context, accountId),
  ])
  return shown(context, choices ?? DEFAULT_CHOICES, addresses)
})

/** Of this account, inside the commit. */
export const changeChoices = async (
  tx: Tx,
  accountId: string,
  change: (before: Choices) => Partial<Choices>,
): Promise<Choices> => {
  const before = (await tx.get(deliveryChoices, accountId)) ?? DEFAULT_CHOICES
  const after = { ...before, ...change(before) }
  tx.put(deliveryChoices, accountId, { ...after, v: 1, changedAt: tx.now })
  return after
}

/** A channel that is turned on has to be there, and to lead somewhere; what was on already may stay as it is. */
const checkChannel = async (tx: Tx, context: Context, accountId: string, channel: Channel): Promise<void> => {
  if (!hasChannel(context, channel)) throw new AppError('NO_CHANNEL')
  // WeChat's is kept with the first grant
  if (channel === 'wechat') return
  const address = await tx.get(deliveryAddresses, addressIdOf(accountId, channel))
  if (address?.confirmedAt == null) throw new AppError('CHANNEL_NOT_READY')
}

const set = os.setChoices.handler(async ({ input, context }) => {
  const accountId = callerId(context)
  const addresses = await addressesOf(context, accountId)
  return context.transact(async (tx) => {
    const before = ((await tx.get(deliveryChoices, accountId)) ?? DEFAULT_CHOICES).channels
    for (const channel of CHANNELS)
      if (input.channels[channel] && !before[channel]) await checkChannel(tx, context, accountId, channel)
    const after = await changeChoices(tx, accountId, () => ({ ...input, language: context.language }))
    return shown(context, after, addresses)
  })
})

const without = <T>(list: readonly T[], one: T): readonly T[] => list.filter((other) => other !== one)

const stop = os.stop.handler(({ input: { id, what, undo }, context }) => {
  const accountId = callerId(context)
  return context.transact(async (tx) => {
    const { topic, about, counted } = await noticeOf(tx, accountId, id)
    let change: 1 | -1 | 0 = 0
    /** What it comes to, once however often it is said. */
    const turned = <T>(list: readonly T[], one: T): readonly T[] => {
      const others = without(list, one)
      if ((others.length === list.length) !== undo) change = undo ? -1 : 1
      return undo ? others : [...others, one]
    }
    const { stopped, muted } = await changeChoices(tx, accountId, (before) => {
      if (what === 'topic') return { stopped: turned(before.stopped, topic) }
      // of a notice about nothing there is nothing to stop but its topic
      if (about === null) throw new AppError('NOT_FOUND')
      return { muted: turned(before.muted, about).slice(-MOST_MUTED) }
    })
    if (counted && about !== null && change !== 0)
      await countOne(tx, about, { of: 'stops', label: what, add: change, seed: accountId })
    return { stopped: [...stopped], muted: [...muted] }
  })
})

export const choicesRouter = { choices: read, setChoices: set, stop }
