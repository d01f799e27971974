/** What the procedures of the departure refund take and give. */
import * as z from 'zod/mini'
import { basis, count, day, instant, personText, text } from '../core/io/schema'
import { hallId } from '../halls/public'
import { DEPARTURE_REASON_CODES } from './data/departure-reasons'
import { SAID } from './rules/fields'
import { fen, finding, line, money, values } from './schemas'

export const formId = z.string().check(z.regex(/^df_[0-9a-z]{26}$/))
export const formValues = values
export const reasons = z.array(z.enum(DEPARTURE_REASON_CODES)).check(z.maxLength(5))
export const said = z.optional(personText(SAID))

/** Where a form stands after a move. */
export const movedForm = z.object({ id: formId, state: z.string() })

const amount = z.object({
  total: money,
  refund: money,
  fee: money,
  net: money,
  minimum: money,
  cashCeiling: money,
  cashAllowed: z.boolean(),
  lines: z.array(line),
})

/** Both readings of the ninety days. */
const days = z.object({
  lastDay: day,
  strictLastDay: day,
  left: z.int(),
  strictLeft: z.int(),
  state: z.enum(['inTime', 'lastDays', 'doubtful', 'over']),
})

export const departureCheckShown = z.object({
  /** Nothing that stops it was found. */
  open: z.boolean(),
  findings: z.array(finding),
  amount: z.nullable(amount),
  days: z.nullable(days),
})

const mode = z.enum(['cash', 'transfer', 'instant'])

export const departureRow = z.object({
  id: formId,
  state: z.string(),
  /** Whose move it is; null once it is over. */
  next: z.nullable(z.enum(['claimant', 'officer', 'bank', 'clock'])),
  mode,
  purchasedOn: day,
  departOn: day,
  /** As they stand today; once verified, as they stood that day. */
  days: z.nullable(days),
  total: money,
  net: money,
  changedAt: instant,
})

export const departureEvent = z.object({
  place: count,
  at: instant,
  move: z.string(),
  by: z.enum(['claimant', 'officer', 'bank', 'clock']),
  mine: z.boolean(),
  reasons: z.array(basis),
  said: z.optional(z.string()),
  fen: z.optional(fen),
})

const account = z.object({ bank: z.string(), holder: z.string(), number: z.string() })

const common = z.extend(departureRow, {
  code: z.string(),
  port: hallId,
  portName: text,
  amount: z.nullable(amount),
  advanced: money,
  charged: money,
  paid: money,
  verifiedOn: z.nullable(day),
  /** The port where it was. */
  verifiedAt: z.nullable(text),
  /** The last day on which an advance is charged. */
  chargeBy: z.nullable(day),
  history: z.array(departureEvent),
  moves: z.array(z.string()),
  account: z.nullable(account),
})

export const departureFull = z.extend(common, {
  /** What the QR code for customs says. */
  qr: z.string(),
  values: z.record(z.string(), z.union([z.boolean(), z.int(), z.string()])),
})

/** What customs and the agency see. */
export const departureDesk = z.extend(common, {
  /** Masked: to be held against the document that is shown. */
  traveller: z.object({
    name: text,
    document: text,
    number: z.string(),
    nationality: text,
    enteredOn: z.nullable(day),
  }),
  goods: z.object({ shop: z.string(), invoices: z.array(z.string()), kind: text }),
  findings: z.array(finding),
  /** Nothing stands against it today. */
  open: z.boolean(),
  /** The agency of the hall that asks audits and pays it. */
  here: z.boolean(),
})
