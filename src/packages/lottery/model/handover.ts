/** An invoice handed over by another page, in its address: sub-packages share no memory. Read back with mistrust. */
import type { InvoiceFacts } from '../../../../functions/core/pure/invoice-facts'
import { isDay } from '../../../../functions/core/pure/time'
import { routes } from '../../../client/routes'

/** The address of the page that enters this invoice. @example void go(entryAddress(invoice.facts)) */
export const entryAddress = (facts: InvoiceFacts, campaign?: string): string =>
  routes.enterInvoice({ campaign, facts: JSON.stringify(facts) })

const SHAPES = {
  kind: /^\d{2}$/,
  code: /^(\d{10}|\d{12})?$/,
  number: /^(\d{8}|\d{20})$/,
  checkCode: /^(\d{20}|\d{6})?$/,
} as const

const fits = (value: unknown, shape: RegExp): value is string =>
  typeof value === 'string' && shape.test(value)

const parsed = (raw: string): unknown => {
  try {
    // WeChat hands parameters on as they were written.
    return JSON.parse(raw.startsWith('%') ? decodeURIComponent(raw) : raw) as unknown
  } catch {
    return undefined
  }
}

/** Undefined for anything that no invoice says of itself. */
export const readFacts = (raw: string | undefined): InvoiceFacts | undefined => {
  const value = raw === undefined ? undefined : parsed(raw)
  if (typeof value !== 'object' || value === null) return undefined
  const { kind, code, number, issuedOn, amount, amountOf, checkCode } = value as Record<string, unknown>
  const sound =
    fits(kind, SHAPES.kind) &&
    fits(code, SHAPES.code) &&
    fits(number, SHAPES.number) &&
    fits(checkCode, SHAPES.checkCode) &&
    typeof issuedOn === 'string' &&
    isDay(issuedOn) &&
    typeof amount === 'number' &&
    Number.isSafeInteger(amount) &&
    (amountOf === 'net' || amountOf === 'total')
  return sound ? { kind, code, number, issuedOn, amount, amountOf, checkCode } : undefined
}
