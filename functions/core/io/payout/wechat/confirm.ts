/** The payee confirms a transfer in WeChat (`wx.requestMerchantTransfer`) with a token that came when it was sent. */
import { DAY_MS } from '../../../pure/time'
import type { Services } from '../../context'
import type { Where } from '../../security/contract'
import { reader } from '../../store/reader'
import { transact } from '../../store/transact'
import type { WechatPayConfiguration } from '../contract'
import { wechatConfirmations } from './collections'

type Parts = Pick<Services, 'store' | 'random' | 'clock' | 'vault'>

const whereOf = (order: string): Where => `${wechatConfirmations.name}|${order}|package`

export const keepConfirmation = (parts: Parts, order: string, token: string): Promise<void> =>
  transact(parts, async (tx) => {
    await tx.get(wechatConfirmations, order)
    tx.put(wechatConfirmations, order, {
      v: 1,
      package: parts.vault.own.seal(whereOf(order), token),
      expiresAt: tx.now + DAY_MS,
    })
  })

/** What the mini-program hands to `wx.requestMerchantTransfer`. */
export interface Confirmation {
  readonly mchId: string
  readonly appId: string
  readonly package: string
}

/** @returns undefined where there is nothing to confirm, or no longer; only for the payee’s own eyes */
export const confirmationOf = async (
  { store, clock, vault }: Pick<Services, 'store' | 'clock' | 'vault'>,
  { mchId, appId }: Pick<WechatPayConfiguration, 'mchId' | 'appId'>,
  order: string,
): Promise<Confirmation | undefined> => {
  const doc = await reader(store).get(wechatConfirmations, order)
  if (!doc || doc.expiresAt <= clock()) return undefined
  return { mchId, appId, package: vault.own.open(whereOf(order), doc.package) }
}
