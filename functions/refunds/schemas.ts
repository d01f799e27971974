/** What the procedures of `refunds` take and give. */
import * as z from 'zod/mini'
import { basis, count, day, id, instant, personText, text, token } from '../core/io/schema'
import { hallId } from '../halls/public'
import { ACCOUNT_NUMBER, BANK, HOLDER } from '../core/pure/bank-account'
import { KEY, MATERIAL_ID, SAID, VALUE_TEXT } from './rules/fields'
import { CLAIM_KINDS } from './rules/kind'

export const kind = z.enum(CLAIM_KINDS)
export const caseId = z.string().check(z.regex(/^rf_[0-9a-z]{26}$/))
export const draftId = z.string().check(z.regex(/^rd_[0-9a-z]{26}$/))
export const voucherId = z.string().check(z.regex(/^pv_[0-9a-z]{26}$/))
export const materialId = z.string().check(z.regex(MATERIAL_ID))
export const place = z.int().check(z.minimum(0), z.maximum(200))
/** Fen. */
export const fen = z.int()
export const money = count

/** A form's values: whole numbers (fen, 1/10 000, counts), texts, days, yes or no. Held to the kind's form by its own rules. */
export const values = z.record(
  z.string().check(z.regex(KEY)),
  z.union([z.boolean(), z.int(), personText(VALUE_TEXT)]),
)
const code = z.string().check(z.regex(KEY))
export const attached = z.array(z.object({ code, id: materialId })).check(z.maxLength(30))

/** Where the money is to go: the claimant's own account, or another's with the reason. */
export const bankAccount = z.object({
  bank: personText(BANK),
  holder: personText(HOLDER),
  number: token(40).check(z.regex(ACCOUNT_NUMBER)),
  explanation: z.optional(personText(SAID)),
})
export const shownAccount = z.object({
  bank: z.string(),
  holder: z.string(),
  /** All but the last four hidden. */
  number: z.string(),
  explanation: z.optional(z.string()),
  /** Told to the office, which sees the holder masked: it is the taxpayer's own name. */
  own: z.optional(z.boolean()),
})

export const finding = z.extend(basis, {
  code: z.string(),
  ok: z.boolean(),
  warning: z.boolean(),
  found: z.optional(text),
})
export const line = z.object({
  key: z.string(),
  label: text,
  fen,
  how: z.optional(text),
  rate: z.optional(z.string()),
  basis: z.optional(text),
  unconfirmed: z.boolean(),
})
export const preview = z.object({
  claimed: money,
  interest: money,
  /** What is owed, and how much of the refund it takes. */
  arrears: money,
  offset: money,
  payable: money,
  lines: z.array(line),
})
export const check = z.object({
  kind,
  /** Nothing that stops it was found. */
  open: z.boolean(),
  findings: z.array(finding),
  result: z.optional(z.object({ claimable: fen, lines: z.array(line) })),
  preview: z.optional(preview),
})

export const voucher = z.object({
  id: voucherId,
  number: z.string(),
  tax: z.string(),
  taxName: text,
  from: day,
  to: day,
  paidOn: day,
  paid: money,
  left: money,
  approved: money,
})

const state = z.string()
const party = z.enum(['claimant', 'officer', 'bank', 'clock'])
const materialRow = z.object({
  code: z.string(),
  id: materialId,
  name: z.string(),
  type: z.string(),
  size: count,
  at: instant,
})

export const draft = z.object({
  id: draftId,
  kind,
  taxpayerId: id,
  hallId: z.nullable(hallId),
  voucherId: z.nullable(voucherId),
  /** What is left of it is today's. */
  voucher: z.nullable(voucher),
  values: z.record(z.string(), z.union([z.boolean(), z.int(), z.string()])),
  account: z.nullable(shownAccount),
  materials: z.array(materialRow),
  step: z.string(),
  changedAt: instant,
  expiresAt: instant,
})
export const draftRow = z.object({
  id: draftId,
  kind,
  taxpayerName: text,
  changedAt: instant,
  expiresAt: instant,
})

/** What a move answers: where the case stands now. Screens ask for the rest. */
export const moved = z.object({ id: caseId, state })

/** One step of its history, as it is told. */
export const historyRow = z.object({
  place: count,
  at: instant,
  move: z.string(),
  by: party,
  /** The move was the caller's own. */
  mine: z.boolean(),
  reasons: z.array(basis),
  /** What was written with it. */
  said: z.optional(z.string()),
  /** What is to be supplied, in its whole list. */
  list: z.optional(z.array(z.object({ code: z.string(), said: z.string() }))),
  fen: z.optional(fen),
})
export const decided = z.object({
  approved: money,
  interest: money,
  offset: money,
  credited: money,
  payable: money,
})
export const caseRow = z.object({
  id: caseId,
  kind,
  kindName: text,
  state,
  /** Whose move it is; null once it is over. */
  next: z.nullable(party),
  taxpayerName: text,
  claimed: money,
  receivedOn: day,
  target: day,
  outer: z.nullable(day),
  paused: z.boolean(),
  /** The last day to supply what was asked for. */
  correctionDue: z.nullable(day),
  payable: z.nullable(money),
  changedAt: instant,
})
export const caseFull = z.extend(caseRow, {
  taxpayerId: id,
  payer: z.enum(['person', 'enterprise']),
  hallId,
  hallName: text,
  direction: z.enum(['refund', 'offset']),
  foundBy: z.enum(['taxpayer', 'authority']),
  voucher: z.nullable(voucher),
  values: z.record(z.string(), z.union([z.boolean(), z.int(), z.string()])),
  account: z.nullable(shownAccount),
  materials: z.array(materialRow),
  money: z.nullable(decided),
  history: z.array(historyRow),
  /** Moves that the caller may make now. */
  moves: z.array(z.string()),
  /** The law that the clock goes by. */
  term: basis,
  /** Where and by when one may object to what was decided. */
  appeal: z.optional(basis),
})
