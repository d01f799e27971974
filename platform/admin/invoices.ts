/** What an office has issued, brought into the built-in registry from a file. */
import * as z from 'zod'
import type { Services } from '../../functions/core/io/context'
import { isDay } from '../../functions/core/pure/time'
import { registerInvoices } from '../../functions/invoices/public'
import {
  amountOfKind,
  CHECK_CODE,
  CODE,
  KIND,
  naturalKey,
  NUMBER,
} from '../../functions/invoices/rules/invoice'
import { parseFile, twice } from './import'

const name = z.string().trim().min(1).max(100)
const fen = z.int().min(-1e12).max(1e12)

const invoice = z.strictObject({
  kind: z.string().regex(KIND, 'two digits, as in the QR code'),
  code: z.string().regex(CODE, '10 or 12 digits').or(z.literal('')).default(''),
  number: z.string().regex(NUMBER, '8 or 20 digits'),
  issuedOn: z.string().refine(isDay, 'a day, YYYY-MM-DD'),
  /** Milliseconds since 1970, where the office knows it. */
  issuedAt: z.int().nullable().default(null),
  /** Fen, as the QR code says it. */
  amount: fen,
  /** Fen, including tax. */
  total: fen,
  checkCode: z.string().regex(CHECK_CODE, '20 digits, or the last six').or(z.literal('')).default(''),
  state: z.enum(['normal', 'void', 'red']).default('normal'),
  sellerName: name,
  sellerTaxNumber: name.nullable().default(null),
  buyerName: name.nullable().default(null),
  buyerTaxNumber: name.nullable().default(null),
  goods: z.array(name).max(20).default([]),
  sellerRegion: z
    .string()
    .regex(/^\d{6}$/, 'a division code of six digits')
    .nullable()
    .default(null),
  industry: z
    .string()
    .regex(/^\d{2,4}$/, 'a code of GB/T 4754 without its letter')
    .nullable()
    .default(null),
  byProxy: z.boolean().default(false),
})

const file = z.strictObject({
  invoices: z
    .array(invoice)
    .max(20_000)
    .superRefine((all, context) => {
      for (const at of twice(all.map(naturalKey)))
        context.addIssue({ code: 'custom', path: [at, 'number'], message: 'the invoice is there twice' })
    }),
})

/** @returns how many are new or changed @throws AdminRefused naming every field that is wrong */
export const importInvoices = async (services: Services, text: string): Promise<number> => {
  const { invoices } = parseFile(text, file)
  return registerInvoices(
    services,
    invoices.map(
      ({
        kind,
        code,
        number,
        issuedOn,
        issuedAt,
        amount,
        total,
        checkCode,
        state,
        sellerRegion,
        industry,
        byProxy,
        ...names
      }) => ({
        facts: { kind, code, number, issuedOn, amount, amountOf: amountOfKind(kind, number), checkCode },
        total,
        issuedAt,
        state,
        names,
        sellerRegion,
        industry,
        byProxy,
      }),
    ),
  )
}
