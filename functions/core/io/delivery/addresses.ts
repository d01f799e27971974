/** Where a person is reached: sealed under the account's own key, opened when something is sent. */
import type { Channel } from '../../pure/delivery/channels'
import type { Services } from '../context'
import type { DataKey } from '../security/contract'
import { reader } from '../store/reader'
import type { Tx } from '../store/transaction'
import { addressIdOf, deliveryAddresses, type AddressDoc } from './collections-person'

const NAME = deliveryAddresses.name

/** Sealed as the address `id`, and as its owner is shown it. */
export const sealAddress = (
  key: DataKey,
  id: string,
  { address, masked }: { readonly address: string; readonly masked: string },
): Pick<AddressDoc, 'address' | 'masked'> => ({
  address: key.seal(`${NAME}|${id}|address`, address),
  masked: key.seal(`${NAME}|${id}|masked`, masked),
})

export const openAddress = (key: DataKey, id: string, { address }: Pick<AddressDoc, 'address'>): string =>
  key.open(`${NAME}|${id}|address`, address)

export const openMasked = (key: DataKey, id: string, { masked }: Pick<AddressDoc, 'masked'>): string =>
  key.open(`${NAME}|${id}|masked`, masked)

const WECHAT: Channel = 'wechat'

/**
 * Keeps the OPENID that WeChat vouched for in this call: without it, no message of WeChat's can be sent. Not kept before somebody
 * allows one.
 */
export const keepOpenid = async (
  tx: Tx,
  key: DataKey,
  { accountId, openid }: { readonly accountId: string; readonly openid: string },
): Promise<void> => {
  const id = addressIdOf(accountId, WECHAT)
  if (await tx.get(deliveryAddresses, id)) return
  const sealed = sealAddress(key, id, { address: openid, masked: '***' })
  tx.insert(deliveryAddresses, id, {
    v: 1,
    accountId,
    channel: WECHAT,
    ...sealed,
    confirmedAt: tx.now,
    at: tx.now,
  })
}

/** @returns undefined where none was kept, or the account was erased */
export const openidOf = async (
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  accountId: string,
): Promise<string | undefined> => {
  const id = addressIdOf(accountId, WECHAT)
  const [doc, keys] = await Promise.all([reader(store).get(deliveryAddresses, id), vault.keysOf([accountId])])
  const key = keys.get(accountId)
  return doc && key ? openAddress(key, id, doc) : undefined
}
