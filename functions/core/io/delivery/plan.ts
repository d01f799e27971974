/** Planning messages, in the commit that puts the notice: one outbox document for each channel that the person allows. */
import { createHash } from 'node:crypto'
import { CHANNELS, type Channel } from '../../pure/delivery/channels'
import { DEFAULT_CHOICES, type Choices } from '../../pure/delivery/choices'
import { nextDigest, whenToSend, type PlannedOn, type When } from '../../pure/delivery/when'
import { DAY_MS, type Instant } from '../../pure/time'
import type { Tx } from '../store/transaction'
import { deliveries, type DeliveryDoc } from './collections'
import { consentIdOf, consents } from './collections-consent'
import { deliveryChoices } from './collections-person'
import type { DeliveryTerms } from './contract'
import { openCounts, type Counts } from './counts'

/** A message that could not go out in so long is not sent any more: nobody wants last week’s reminder. */
const USEFUL = 3 * DAY_MS
/** A digest names so many; of more it says how many. */
export const MOST_GATHERED = 40
export const DIGEST_KIND = 'delivery.digest'

export interface NewDelivery {
  readonly noticeId: string
  readonly accountId: string
  /** `<function>.<name>`, as the notice has it. */
  readonly kind: string
  readonly terms: DeliveryTerms
  readonly facts: Readonly<Record<string, string | number>>
  readonly about: string | null
  /** Of no use after it: an appointment has begun. Absent: three days. */
  readonly until?: Instant
  /** Told to many at once: it waits behind what is told to one. */
  readonly many?: boolean
  /** Read already by who tells many, and null where there are none; absent: they are looked for. */
  readonly choices?: Choices | null
}

/** Of a notice: beside those of the same thing, in the order of its people. */
export const deliveryIdOf = (thing: string, channel: Channel): string =>
  thing.startsWith('nt_')
    ? `dl_${channel.charAt(0)}${thing.slice(3)}`
    : `dl_${createHash('sha256').update(`${thing}|${channel}`).digest('hex').slice(0, 26)}`

export const laneOf = (channel: Channel, many: boolean): string => `${channel}.${many ? 'many' : 'now'}`

interface Planned extends NewDelivery {
  readonly channel: Channel
  readonly until: Instant
}

const documentOf = (planned: Planned, next: Instant, now: Instant): DeliveryDoc => {
  const { accountId, channel, noticeId, kind, terms, facts, about, until, many = false } = planned
  return {
    v: 1,
    accountId,
    channel,
    noticeId,
    kind,
    topic: terms.topic,
    delivery: terms.delivery,
    urgent: terms.urgent ?? false,
    ...(terms.counted ? { counted: true } : {}),
    template: channel === 'wechat' ? (terms.template?.name ?? null) : null,
    facts,
    about,
    state: 'waiting',
    lane: laneOf(channel, many),
    next,
    turn: 0,
    attempts: 0,
    replays: 0,
    at: now,
    until,
  }
}

/** The digest of a channel that is due then; one that is on its way already takes no more, and the next one is begun. */
const joinDigest = async (tx: Tx, planned: Planned, at: Instant, choices: Choices): Promise<string> => {
  const { accountId, channel, noticeId, terms } = planned
  const id = deliveryIdOf(`digest|${accountId}|${at}`, channel)
  const found = await tx.get(deliveries, id)
  if (found && found.state !== 'waiting') return joinDigest(tx, planned, nextDigest(at + 1, choices), choices)
  if (found) {
    const { gathers = [], count = 0 } = found
    const more = gathers.length < MOST_GATHERED ? [...gathers, noticeId] : gathers
    tx.replace(deliveries, id, { ...found, gathers: more, count: count + 1 })
    return id
  }
  const digest: Planned = {
    ...planned,
    noticeId: id,
    kind: DIGEST_KIND,
    terms: { topic: terms.topic, delivery: 'atLeastOnce', template: { name: 'digest', fields: {} } },
    facts: {},
    about: null,
    until: at + DAY_MS,
  }
  tx.insert(deliveries, id, { ...documentOf(digest, at, tx.now), gathers: [noticeId], count: 1 })
  return id
}

/** WeChat tells by templates alone, and only who granted one: without a grant there is nothing to plan. */
const mayTell = async (tx: Tx, { channel, accountId, terms }: Planned, when: When): Promise<boolean> => {
  if (channel !== 'wechat') return true
  if (!terms.template) return false
  const template = when.when === 'digest' ? 'digest' : terms.template.name
  return ((await tx.peek(consents, consentIdOf(accountId, template)))?.remaining ?? 0) > 0
}

const whenOf = (
  { channel, about, until, terms }: Planned,
  choices: Choices,
  now: Instant,
  counts: PlannedOn,
) => {
  const { topic, delivery, urgent = false } = terms
  const wanted = { channel, topic, urgent, alone: delivery === 'atMostOnce', about, until }
  return whenToSend(wanted, choices, now, counts)
}

const planOne = async (
  tx: Tx,
  planned: Planned,
  choices: Choices,
  counts: Counts,
): Promise<readonly string[]> => {
  const { channel, noticeId } = planned
  const when = whenOf(planned, choices, tx.now, (day) => counts.of(day, channel))
  if (when.when === 'never' || !(await mayTell(tx, planned, when))) return []
  if (when.when === 'digest') return [await joinDigest(tx, planned, when.at, choices)]
  const at = when.when === 'at' ? when.at : tx.now
  const id = deliveryIdOf(noticeId, channel)
  tx.insert(deliveries, id, documentOf(planned, at, tx.now))
  counts.add(at, channel)
  return [id]
}

/**
 * At most one more document in this commit for each channel, and one where the person has set a cap. Nothing is sent of what was
 * not committed. Once a notice: the caller puts the notice in the same commit, under an id that stands once.
 * @returns ids of what was planned
 * @example await planDeliveries(tx, { noticeId, accountId, kind, terms: noticeKind(kind), facts, about })
 */
export const planDeliveries = async (tx: Tx, delivery: NewDelivery): Promise<readonly string[]> => {
  const { accountId, until = tx.now + USEFUL } = delivery
  const chosen = delivery.choices === undefined ? await tx.peek(deliveryChoices, accountId) : delivery.choices
  const choices = chosen ?? DEFAULT_CHOICES
  const counts = await openCounts(tx, accountId, choices)
  const ids: string[] = []
  for (const channel of CHANNELS)
    if (choices.channels[channel])
      ids.push(...(await planOne(tx, { ...delivery, channel, until }, choices, counts)))
  counts.keep()
  return ids
}

export interface PlannedDelivery {
  readonly id: string
  readonly doc: DeliveryDoc
}

/**
 * What a plan would write, for who tells many: without a look at anything, of who has neither cap nor digest. Undefined for who has:
 * they are planned for in a commit that looks.
 * @param granted a grant of its WeChat template stands
 */
export const plainPlan = (
  delivery: NewDelivery,
  { choices, granted }: { readonly choices: Choices; readonly granted: boolean },
  now: Instant,
): readonly PlannedDelivery[] | undefined => {
  if (choices.cap !== null || choices.digest !== null) return undefined
  const { until = now + USEFUL, noticeId, terms } = delivery
  const mayUse = (channel: Channel): boolean =>
    choices.channels[channel] && (channel !== 'wechat' || (granted && terms.template !== undefined))
  return CHANNELS.filter(mayUse).flatMap((channel) => {
    const planned: Planned = { ...delivery, channel, until }
    const when = whenOf(planned, choices, now, () => 0)
    if (when.when === 'never' || when.when === 'digest') return []
    const at = when.when === 'at' ? when.at : now
    return [{ id: deliveryIdOf(noticeId, channel), doc: documentOf(planned, at, now) }]
  })
}
