/** Ids of `lottery`, made so that what is to be once is there once; and what public lists show of an entry. */
import { createHash } from 'node:crypto'
import type { Vault } from '../../core/io/security/contract'
import { ID_BYTES, TICKET_BYTES } from '../rules/draw/entry'
import { toHex } from '../../core/pure/bytes'

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

/** As public lists have it: 32 hex digits. A pseudonym, so that nobody chooses where an entry stands. */
export const entryHexOf = (vault: Pick<Vault, 'pseudonym'>, campaign: string, invoiceId: string): string =>
  toHex(digest(vault.pseudonym('lotteryEntry', `${campaign}|${invoiceId}`)).subarray(0, ID_BYTES))

export const entryIdOf = (hex: string): string => `en_${hex}`
export const hexOfEntry = (id: string): string => id.slice('en_'.length)

/** Whoever holds the invoice reckons it from the campaign and the invoice’s number. */
export const ticketOf = (campaign: string, invoiceKey: string): string =>
  toHex(digest(`shuibang/lottery ticket\n${campaign}\n${invoiceKey}`).subarray(0, TICKET_BYTES))

/** `daily:2026-11-24T0000` → `<campaign>.daily.2026-11-24T0000` */
export const drawIdOf = (campaign: string, period: string): string =>
  `${campaign}.${period.replace(':', '.')}`

/** A place that a draw gives. */
export interface PrizePlace {
  readonly drawId: string
  readonly tier: string
  readonly place: number
}

/** 26 characters of base 32: a prize is won once. */
export const prizeIdOf = (vault: Pick<Vault, 'pseudonym'>, { drawId, tier, place }: PrizePlace): string =>
  `pz_${vault.pseudonym('lotteryPrize', `${drawId}|${tier}|${place}`)}`

/** Of who stepped in at a place: once each. */
export const replacementIdOf = (
  vault: Pick<Vault, 'pseudonym'>,
  { drawId, tier, place, entryId }: PrizePlace & { readonly entryId: string },
): string => `pz_${vault.pseudonym('lotteryPrize', `${drawId}|${tier}|${place}|${entryId}`)}`
