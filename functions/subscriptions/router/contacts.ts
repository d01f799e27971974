/** Phone number and e-mail address. A new one takes the old one's place once it is confirmed, not before. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from '../../core/io/context'
import { openAddress, openMasked, sealAddress } from '../../core/io/delivery/addresses'
import { addressIdOf, deliveryAddresses, type AddressDoc } from '../../core/io/delivery/collections-person'
import { hasChannel } from '../../core/io/delivery/open'
import { planCode } from '../../core/io/delivery/plan-code'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { DAY_MS } from '../../core/pure/time'
import { contactCodes } from '../collections'
import { BETWEEN_CODES, CODE_DIGITS, CODE_HOLDS, MOST_CODES, MOST_TRIES } from '../data/limits'
import { contactOf } from '../rules/addresses'
import { changeChoices } from './choices'
import { os } from './implementer'

const newIdOf = (accountId: string, channel: 'sms' | 'email'): string =>
  `${addressIdOf(accountId, channel)}.new`

/** Names the address that it was sent to as well: another's code is none. */
const hashOf = ({ vault }: Context, id: string, code: string): string =>
  vault.pseudonym('contactCode', `${id}|${code}`)

const same = (a: string, b: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** Uniform: 2^40 is so much more than a million that what is over cannot be told. */
const codeOf = (random: Uint8Array): string => {
  const number = random.reduce((sum, byte) => (sum * 256 + byte) % 10 ** CODE_DIGITS, 0)
  return String(number).padStart(CODE_DIGITS, '0')
}

/** Counts a code under this name. @throws AppError CODE_TOO_SOON */
const countCode = async (tx: Tx, id: string, between: number): Promise<void> => {
  const found = await tx.get(contactCodes, id)
  const isOver = found === undefined || found.expiresAt <= tx.now
  const count = isOver ? 0 : found.count
  if (!isOver && (count >= MOST_CODES || tx.now - found.lastAt < between)) throw new AppError('CODE_TOO_SOON')
  const expiresAt = isOver ? tx.now + DAY_MS : found.expiresAt
  tx.put(contactCodes, id, { v: 1, count: count + 1, lastAt: tx.now, expiresAt })
}

const add = os.addContact.handler(async ({ input: { channel, address: typed }, context }) => {
  const accountId = callerId(context)
  if (!hasChannel(context, channel)) throw new AppError('NO_CHANNEL')
  const contact = contactOf(channel, typed)
  if (!contact) throw new AppError('ADDRESS_REFUSED')
  const key = await context.vault.keyOf(accountId)
  const id = newIdOf(accountId, channel)
  const counted = (purpose: string, what: string): string => `cc_${context.vault.pseudonym(purpose, what)}`
  return context.transact(async (tx) => {
    await countCode(tx, counted('contact', contact.address), BETWEEN_CODES)
    await countCode(tx, counted('contactOf', `${accountId}|${channel}`), 0)
    const code = codeOf(tx.random(10))
    const until = tx.now + CODE_HOLDS
    const doc: AddressDoc = {
      v: 1,
      accountId,
      channel,
      ...sealAddress(key, id, contact),
      confirmedAt: null,
      at: tx.now,
      code: hashOf(context, id, `${contact.address}|${code}`),
      tries: 0,
      codeUntil: until,
      expiresAt: tx.now + DAY_MS,
    }
    await tx.get(deliveryAddresses, id)
    tx.put(deliveryAddresses, id, doc)
    planCode(tx, { accountId, key, channel, addressId: id, code, until })
    return { channel, masked: contact.masked, until }
  })
})

/** Counted before it is looked at, so that a hundred tries at once are five. @throws AppError CODE_OVER, BUSY */
const countTry = async ({ store }: Context, id: string): Promise<void> => {
  const { outcome } = await store.patch({
    collection: deliveryAddresses.name,
    id,
    add: { tries: 1 },
    when: [{ path: 'tries', max: MOST_TRIES }],
  })
  if (outcome === 'refused') throw new AppError('CODE_OVER')
  if (outcome !== 'patched') throw new AppError('BUSY')
}

const confirm = os.confirmContact.handler(async ({ input: { channel, code }, context }) => {
  const accountId = callerId(context)
  const before = await context.answered<{ channel: 'sms' | 'email'; masked: string }>()
  if (before) return before.output
  const id = newIdOf(accountId, channel)
  const key = await context.vault.keyOf(accountId)
  const found = await reader(context.store).get(deliveryAddresses, id)
  if (!found || (found.codeUntil ?? 0) <= context.now) throw new AppError('CODE_OVER')
  await countTry(context, id)
  return context.transact(async (tx) => {
    const doc = await tx.get(deliveryAddresses, id)
    if (!doc?.code || (doc.codeUntil ?? 0) <= tx.now) throw new AppError('CODE_OVER')
    const address = openAddress(key, id, doc)
    if (!same(hashOf(context, id, `${address}|${code}`), doc.code)) throw new AppError('CODE_WRONG')
    const masked = openMasked(key, id, doc)
    const to = addressIdOf(accountId, channel)
    await tx.get(deliveryAddresses, to)
    tx.remove(deliveryAddresses, id)
    tx.put(deliveryAddresses, to, {
      v: 1,
      accountId,
      channel,
      ...sealAddress(key, to, { address, masked }),
      confirmedAt: tx.now,
      at: doc.at,
    })
    await changeChoices(tx, accountId, ({ channels }) => ({
      channels: { ...channels, [channel]: true },
      language: context.language,
    }))
    return { channel, masked }
  })
})

const remove = os.removeContact.handler(({ input: { channel }, context }) => {
  const accountId = callerId(context)
  return context.transact(async (tx) => {
    for (const id of [addressIdOf(accountId, channel), newIdOf(accountId, channel)])
      if (await tx.get(deliveryAddresses, id)) tx.remove(deliveryAddresses, id)
    await changeChoices(tx, accountId, ({ channels }) => ({ channels: { ...channels, [channel]: false } }))
    return { channel }
  })
})

export const contactsRouter = { addContact: add, confirmContact: confirm, removeContact: remove }
