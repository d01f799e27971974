/**
 * What is looked at again just before sending: may it go out still, and to where. What waited may have been stopped, come into
 * quiet hours, lost its reason or its grant.
 */
import type { TemplateName } from '../../pure/delivery/templates'
import { DEFAULT_CHOICES, type Choices } from '../../pure/delivery/choices'
import { afterQuiet } from '../../pure/delivery/quiet'
import { forbidden } from '../../pure/delivery/when'
import type { Instant } from '../../pure/time'
import { reader } from '../store/reader'
import type { Delivery, Worker } from './claim'
import type { DeliveryDoc } from './collections'
import { consentIdOf, consents } from './collections-consent'
import { addressIdOf, deliveryAddresses, deliveryChoices } from './collections-person'
import type { Message, Said, Sender, Telling } from './contract'
import { ended, putBack } from './moves'
import { DIGEST_KIND } from './plan'

/** Says messages in words, in the order given; undefined: there is no reason for it any more. */
export type Say = (tellings: readonly Telling[]) => Promise<readonly (Said | undefined)[]>

/** Not sent: what stands instead. */
export interface Settled {
  readonly delivery: Delivery
  readonly after: DeliveryDoc
}
export interface Ready {
  readonly delivery: Delivery
  readonly message: Message
}
export interface Prepared {
  readonly settled: readonly Settled[]
  readonly ready: readonly Ready[]
}

const tellingOf = ({ id, doc }: Delivery, choices: Choices): Telling => {
  const { accountId, channel, kind, facts, about, template, gathers, count, noticeId, at } = doc
  return {
    id,
    accountId,
    channel,
    kind,
    facts,
    about,
    template,
    noticeId,
    at,
    choices,
    ...(gathers === undefined ? {} : { gathers }),
    ...(count === undefined ? {} : { count }),
  }
}

const addressOf = (doc: DeliveryDoc): string => doc.addressId ?? addressIdOf(doc.accountId, doc.channel)

/** By id, each read once. */
const byId = async <T>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly (T | undefined)[]>,
): Promise<ReadonlyMap<string, T>> => {
  const wanted = [...new Set(ids)]
  const found = wanted.length === 0 ? [] : await read(wanted)
  return new Map(wanted.flatMap((id, place) => (found[place] === undefined ? [] : [[id, found[place]]])))
}

/** Grants that are left, handed out in the order of the batch: two messages never count on the same one. */
const openGrants = async (worker: Worker, batch: readonly Delivery[]) => {
  const wanting = batch.flatMap(({ doc: { accountId, template } }) =>
    template === null ? [] : [consentIdOf(accountId, template)],
  )
  const found = await byId(wanting, (ids) => reader(worker.store).getMany(consents, ids))
  const left = new Map([...found].map(([id, { remaining }]) => [id, remaining]))
  return (accountId: string, template: TemplateName): boolean => {
    const id = consentIdOf(accountId, template)
    const remaining = left.get(id) ?? 0
    left.set(id, remaining - 1)
    return remaining > 0
  }
}

/** Why it is not sent now, from what the person allows. */
const stoppedBy = (doc: DeliveryDoc, chosen: Choices, now: Instant): DeliveryDoc | undefined => {
  if (now > doc.until) return ended(doc, 'failed', now, { why: 'TooLate' })
  if (doc.urgent) return undefined
  // of a digest each notice is looked at by itself, when it is said
  const stopped = doc.kind === DIGEST_KIND ? { ...chosen, stopped: [], muted: [] } : chosen
  const why = forbidden(doc, stopped)
  if (why) return ended(doc, 'failed', now, { why })
  const next = afterQuiet(now, chosen.quiet)
  return next > now ? putBack(doc, next, { why: 'Quiet', now }) : undefined
}

interface Reached {
  readonly delivery: Delivery
  readonly to: string
  readonly secret?: string
}

/** Where each goes; opened for sending alone. Absent: it has no address, or its person was erased. */
const reach = async (
  worker: Worker,
  batch: readonly Delivery[],
  sender: Sender,
): Promise<readonly (Reached | Delivery)[]> => {
  if (!sender.needsAddress) return batch.map((delivery) => ({ delivery, to: '' }))
  const [addresses, keys] = await Promise.all([
    byId(
      batch.map(({ doc }) => addressOf(doc)),
      (ids) => reader(worker.store).getMany(deliveryAddresses, ids),
    ),
    worker.vault.keysOf([...new Set(batch.map(({ doc }) => doc.accountId))]),
  ])
  return batch.map((delivery): Reached | Delivery => {
    const { id, doc } = delivery
    const addressId = addressOf(doc)
    const address = addresses.get(addressId)
    const key = keys.get(doc.accountId)
    const usable = address !== undefined && (address.confirmedAt !== null || doc.addressId !== undefined)
    if (!usable || !key) return delivery
    const to = key.open(`${deliveryAddresses.name}|${addressId}|address`, address.address)
    const secret = doc.secret === undefined ? undefined : key.open(`deliveries|${id}|secret`, doc.secret)
    return { delivery, to, ...(secret === undefined ? {} : { secret }) }
  })
}

type ChoicesOf = (doc: DeliveryDoc) => Choices

const inWords = async (
  say: Say,
  reached: readonly Reached[],
  choicesOf: ChoicesOf,
  now: Instant,
): Promise<Prepared> => {
  const tellings = reached.map(({ delivery }) => tellingOf(delivery, choicesOf(delivery.doc)))
  const said = tellings.length === 0 ? [] : await say(tellings)
  const settled: Settled[] = []
  const ready: Ready[] = []
  reached.forEach(({ delivery, to, secret }, place) => {
    const words = said[place]
    const { id, doc } = delivery
    if (!words) settled.push({ delivery, after: ended(doc, 'failed', now, { why: 'NotWanted' }) })
    else {
      const message = { ...words, id, kind: doc.kind, to, template: doc.template }
      ready.push({ delivery, message: { ...message, ...(secret === undefined ? {} : { secret }) } })
    }
  })
  return { settled, ready }
}

export const prepare = async (
  worker: Worker,
  batch: readonly Delivery[],
  { sender, say }: { readonly sender: Sender; readonly say: Say },
): Promise<Prepared> => {
  const now = worker.clock()
  const read = reader(worker.store)
  const choices = await byId(
    batch.map(({ doc }) => doc.accountId),
    (ids) => read.getMany(deliveryChoices, ids),
  )
  const choicesOf: ChoicesOf = ({ accountId }) => choices.get(accountId) ?? DEFAULT_CHOICES
  const settled: Settled[] = []
  const allowed = batch.filter((delivery) => {
    const after = stoppedBy(delivery.doc, choicesOf(delivery.doc), now)
    if (after) settled.push({ delivery, after })
    return !after
  })
  const reached = (await reach(worker, allowed, sender)).filter((one): one is Reached => {
    if ('to' in one) return true
    settled.push({ delivery: one, after: ended(one.doc, 'failed', now, { why: 'NoAddress' }) })
    return false
  })
  const said = await inWords(say, reached, choicesOf, now)
  if (!sender.needsAddress) return { settled: [...settled, ...said.settled], ready: said.ready }
  const mayUse = await openGrants(
    worker,
    said.ready.map(({ delivery }) => delivery),
  )
  const ready = said.ready.filter(({ delivery }) => {
    const { accountId, template } = delivery.doc
    if (template === null || mayUse(accountId, template)) return true
    settled.push({ delivery, after: ended(delivery.doc, 'failed', now, { why: 'NoGrant' }) })
    return false
  })
  return { settled: [...settled, ...said.settled], ready }
}
