/** What taxpayers have paid and what they owe, from a file that the tax system exports. */
import * as z from 'zod'
import { AdminRefused } from '../../functions/accounts/admin'
import type { Services } from '../../functions/core/io/context'
import { dayOf, isDay } from '../../functions/core/pure/time'
import { taxes } from '../../functions/core/pure/taxes'
import { recordArrears, recordPayments } from '../../functions/refunds/public'
import { parseFile, twice } from './import'

const day = z.string().refine(isDay, 'a day, YYYY-MM-DD')
const payer = z.strictObject({
  kind: z.enum(['person', 'enterprise']),
  number: z.string().regex(/^[0-9A-Za-z]{15,20}$/, 'a taxpayer’s number'),
})
const payment = z
  .strictObject({
    payer,
    number: z.string().regex(/^[0-9A-Za-z-]{6,40}$/, 'a voucher’s number'),
    tax: z.string().refine((code) => Object.hasOwn(taxes, code), `one of ${Object.keys(taxes).join(', ')}`),
    from: day,
    to: day,
    paidOn: day,
    /** Fen. */
    paid: z.int().min(1).max(1e15),
  })
  .refine(({ from, to }) => from <= to, { message: 'the period ends before it begins', path: ['to'] })
const owed = z.strictObject({ payer, arrears: z.int().min(0).max(1e15) })

const lineOf = ({ number, tax, from, to }: z.infer<typeof payment>): string =>
  [number, tax, from, to].join('|')

const file = z
  .strictObject({
    payments: z
      .array(payment)
      .max(20_000)
      .superRefine((all, context) => {
        for (const at of twice(all.map(lineOf)))
          context.addIssue({ code: 'custom', path: [at, 'number'], message: 'the line is there twice' })
      })
      .default([]),
    /** The day at whose end the arrears were these. */
    asOf: day.optional(),
    arrears: z
      .array(owed)
      .max(20_000)
      .superRefine((all, context) => {
        for (const at of twice(all.map(({ payer: { kind, number } }) => `${kind}|${number}`)))
          context.addIssue({ code: 'custom', path: [at, 'payer'], message: 'the payer is there twice' })
      })
      .default([]),
  })
  .refine(({ asOf, arrears }) => arrears.length === 0 || asOf !== undefined, {
    message: 'the day of which the arrears are',
    path: ['asOf'],
  })

export interface PaymentsImported {
  readonly added: number
  readonly same: number
  /** Numbers of vouchers of which another amount, payer or day stands already. */
  readonly different: readonly string[]
  readonly arrears: number
}

/** @throws AdminRefused naming every field that is wrong */
export const importPayments = async (services: Services, text: string): Promise<PaymentsImported> => {
  const { payments, asOf, arrears } = parseFile(text, file)
  if (asOf !== undefined && asOf >= dayOf(services.clock()))
    throw new AdminRefused('asOf: arrears are of a day that is over')
  const { added, same, different } = await recordPayments(services, payments)
  return {
    added,
    same,
    different: different.map((at) => payments[at]?.number ?? ''),
    arrears: asOf === undefined ? 0 : await recordArrears(services, { asOf, rows: arrears }),
  }
}
