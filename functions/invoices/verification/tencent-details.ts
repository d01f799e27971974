/** What an answer tells beyond what was asked, in our terms. Empty means not told. */
import { creditCheckCharacter } from '../../core/pure/check-digits'
import { parseYuan } from '../../core/pure/money'
import { instantOf, isDay, type Day, type Instant } from '../../core/pure/time'
import type { VerifiedDetails } from './contract'
import type { ToldInvoice } from './tencent-reply'

type Told = string | null | undefined

const LONGEST = 200
const MOST_GOODS = 5

const textAt = (value: Told): string | null => value?.trim().slice(0, LONGEST) || null

/** Digit by digit, no floating point; zeros behind the second decimal are borne. @returns null when it is no amount */
export const fenAt = (value: Told): number | null => {
  const amount = /^(-?\d{1,13}(?:\.\d{1,2})?)0*$/.exec(value?.trim() ?? '')?.[1]
  return amount === undefined ? null : parseYuan(amount)
}

const WHEN = /^(\d{4})-?(\d{2})-?(\d{2})(?:[ T]([01]\d|2[0-3]):([0-5]\d):([0-5]\d))?$/

/** The day, and the instant where a time of day is told (Asia/Shanghai). @returns undefined when it reads as neither */
export const instantAt = (value: Told): { readonly day: Day; readonly at: Instant | null } | undefined => {
  const [, year, month, date, hour, minute, second] = WHEN.exec(value?.trim() ?? '') ?? []
  const day = `${year ?? ''}-${month ?? ''}-${date ?? ''}`
  if (!isDay(day)) return undefined
  if (hour === undefined) return { day, at: null }
  return { day, at: instantOf(day, Number(hour) * 60 + Number(minute)) + Number(second) * 1000 }
}

/**
 * The division in which a seller was registered: places 3–8 of a unified social credit code (GB 32100), the first six digits of the
 * tax numbers of 15 digits before it. It does not tell of a move since.
 */
export const regionOf = (taxNumber: Told): string | null => {
  const number = taxNumber?.trim() ?? ''
  if (/^\d{15}$/.test(number)) return number.slice(0, 6)
  const isCredit =
    /^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}$/.test(number) &&
    creditCheckCharacter(number.slice(0, 17)) === number.charAt(17)
  return isCredit ? number.slice(2, 8) : null
}

/** “0: 委托代开，1：自开，2：代开，3：代办退税”; the last says nothing of who issued it. */
const BY_PROXY: Readonly<Record<number, boolean>> = { 0: true, 1: false, 2: true }

export const detailsOf = (invoice: ToldInvoice): VerifiedDetails => ({
  // Nothing is invoiced for nothing: zero stands there where an amount is not known.
  total: fenAt(invoice.AmountWithTax) || null,
  sellerName: textAt(invoice.SellerName),
  sellerTaxNumber: textAt(invoice.SellerTaxCode),
  buyerName: textAt(invoice.BuyerName),
  buyerTaxNumber: textAt(invoice.BuyerTaxCode),
  // Whom it was issued for, where somebody else issued it.
  sellerRegion: regionOf(textAt(invoice.SellerAgentTaxID) ?? invoice.SellerTaxCode),
  industry: null,
  byProxy: BY_PROXY[invoice.IssuingTypeMark ?? -1] ?? null,
  issuedAt: instantAt(invoice.Date)?.at ?? null,
  goods: (invoice.Items ?? []).flatMap(({ Name }) => textAt(Name) ?? []).slice(0, MOST_GOODS),
})
