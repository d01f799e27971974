/**
 * The shape of what `VatInvoiceVerifyNew` answers (cloud.tencent.com/document/api/866/73674, its data type `VatInvoice`: 866/33527). Any
 * field may be empty, null or absent; more may come.
 */
import * as z from 'zod/mini'

const told = z.optional(z.nullable(z.string()))

const invoice = z.object({
  Code: told,
  Number: told,
  /** `20191211`, also with dashes and a time of day. */
  Date: told,
  Type: told,
  ElectronicType: told,
  CheckCode: told,
  IsAbandoned: told,
  AmountWithoutTax: told,
  AmountWithTax: told,
  BuyerName: told,
  BuyerTaxCode: told,
  SellerName: told,
  SellerTaxCode: told,
  SellerAgentTaxID: told,
  RedLetterInvoiceMark: z.optional(z.nullable(z.boolean())),
  IssuingTypeMark: z.optional(z.nullable(z.int())),
  Items: z.optional(z.nullable(z.array(z.object({ Name: told })))),
})
export type ToldInvoice = z.infer<typeof invoice>

const ticket = z.optional(z.nullable(z.object({ StateCode: told })))

export const reply = z.object({
  Response: z.object({
    Error: z.optional(z.object({ Code: z.string() })),
    Invoice: z.optional(z.nullable(invoice)),
    ElectronicTrainTicket: ticket,
    ElectronicAirTransport: ticket,
    RequestId: told,
  }),
})
export type Reply = z.infer<typeof reply>['Response']
