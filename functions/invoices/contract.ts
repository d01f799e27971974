/** What `invoices` offers: is it genuine, a wallet, reimbursement lists, and the titles by which one asks for invoices. */
import * as z from 'zod/mini'
import { fileId, filePart } from '../core/io/files/part'
import { paperPart } from '../core/io/papers/part'
import { procedure } from '../core/io/procedure'
import { count, instant, pageAnswer, pageOf, personText, text } from '../core/io/schema'
import {
  category,
  facts,
  finding,
  keptFile,
  known,
  listId,
  month,
  reimbursement,
  source,
  title,
  titleId,
  walletId,
  walletInvoice,
} from './schemas'

export { errors } from './data/errors'

const own = { allow: ['account'], scope: 'self' } as const
const note = personText({ min: 0, max: 200 })
const place = z._default(z.int().check(z.minimum(0), z.maximum(200)), 0)
const faults = { INVOICE_FAULTS: z.object({ findings: z.array(finding) }) }

export const contract = {
  check: procedure({
    summary: 'Whether an invoice is genuine, as far as can be known; five questions a day and invoice',
    ...own,
    effect: 'mutate',
    raises: ['INVOICE_FAULTS', 'CHECKS_SPENT'],
    data: { ...faults, CHECKS_SPENT: z.object({ again: instant }) },
  })
    .input(facts)
    .output(known),
  known: procedure({
    summary: 'What is known of an invoice; no source is asked',
    ...own,
    effect: 'read',
  })
    .input(facts)
    .output(known),
  readPdf: procedure({
    summary: 'What the text of an uploaded PDF says of an invoice',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND', 'PDF_UNREADABLE'],
  })
    .input(z.object({ fileId }))
    .output(
      z.object({
        kind: z.nullable(z.string()),
        code: z.nullable(z.string()),
        number: z.nullable(z.string()),
        issuedOn: z.nullable(z.string()),
        /** Fen. */
        amount: z.nullable(z.int()),
        checkCode: z.nullable(z.string()),
        sellerName: z.nullable(text),
        category,
        /** Fields to be looked at. */
        unsure: z.array(z.string()),
      }),
    ),

  keep: procedure({
    summary:
      'Put an invoice into my wallet; there already, it is left as it is, but for a file that it had none of',
    ...own,
    effect: 'mutate',
    raises: ['INVOICE_FAULTS', 'NOT_FOUND'],
    data: faults,
  })
    .input(z.object({ facts, source, category, note, fileId: z.optional(fileId) }))
    .output(z.object({ invoice: walletInvoice, again: z.boolean() })),
  mine: procedure({ summary: 'My wallet, the newest invoices first', ...own, effect: 'read' })
    .input(z.object({ category: z.optional(category), month: z.optional(month), ...pageOf(100, 30) }))
    .output(pageAnswer(walletInvoice)),
  get: procedure({ summary: 'An invoice of mine', ...own, effect: 'read', raises: ['NOT_FOUND'] })
    .input(z.object({ id: walletId }))
    .output(z.object({ invoice: walletInvoice, known, file: z.nullable(keptFile) })),
  change: procedure({
    summary: 'Category and note of an invoice of mine',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: walletId, category, note }))
    .output(z.object({ invoice: walletInvoice })),
  remove: procedure({
    summary: 'Take an invoice out of my wallet',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'ON_A_LIST'],
  })
    .input(z.object({ id: walletId }))
    .output(z.object({ removed: z.literal(true) })),
  file: procedure({
    summary: 'The file of an invoice of mine, in parts',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: walletId, place }))
    .output(filePart),
  setFile: procedure({
    summary: 'Keep a picture or PDF with an invoice of mine, another in its place, or none',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: walletId, fileId: z.nullable(fileId) }))
    .output(z.object({ invoice: walletInvoice, file: z.nullable(keptFile) })),
  months: procedure({ summary: 'Sums of a year of my wallet', ...own, effect: 'read' })
    .input(z.object({ year: z.string().check(z.regex(/^\d{4}$/)) }))
    .output(z.object({ sums: z.array(z.object({ month, category, count, fen: z.int() })) })),
  sheet: procedure({ summary: 'A year of my wallet as a spreadsheet, in parts', ...own, effect: 'read' })
    .input(z.object({ year: z.string().check(z.regex(/^\d{4}$/)), place }))
    .output(paperPart),

  lists: procedure({ summary: 'My reimbursement lists, the newest first', ...own, effect: 'read' })
    .input(z.object({ ...pageOf(50, 20) }))
    .output(pageAnswer(reimbursement)),
  list: procedure({
    summary: 'A reimbursement list of mine with its invoices',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: listId }))
    .output(z.object({ list: reimbursement, items: z.array(walletInvoice) })),
  makeList: procedure({
    summary: 'Begin a reimbursement list',
    ...own,
    effect: 'mutate',
    raises: ['TOO_MANY_LISTS'],
  })
    .input(z.object({ title: personText({ min: 1, max: 60 }) }))
    .output(z.object({ list: reimbursement })),
  putOnList: procedure({
    summary: 'Put invoices of mine on a list, or take them off',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'LIST_CLOSED', 'LIST_FULL', 'ON_A_LIST'],
  })
    .input(
      z.object({
        id: listId,
        on: z.boolean(),
        invoices: z.array(walletId).check(z.minLength(1), z.maxLength(30)),
      }),
    )
    .output(z.object({ list: reimbursement })),
  handIn: procedure({
    summary: 'Hand a list in: each of its invoices once for all users, whoever hands it in',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'LIST_CLOSED', 'LIST_EMPTY', 'REIMBURSED_BEFORE'],
    data: {
      REIMBURSED_BEFORE: z.object({ invoices: z.array(z.object({ id: walletId, own: z.boolean() })) }),
    },
  })
    .input(z.object({ id: listId }))
    .output(z.object({ list: reimbursement })),
  takeBack: procedure({
    summary: 'Take a list back that was handed in: its invoices are free again',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: listId }))
    .output(z.object({ list: reimbursement })),
  dropList: procedure({
    summary: 'Remove a list of mine; its invoices stay in the wallet',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'LIST_CLOSED'],
  })
    .input(z.object({ id: listId }))
    .output(z.object({ removed: z.literal(true) })),
  listSheet: procedure({
    summary: 'A list of mine as a spreadsheet, in parts',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: listId, place }))
    .output(paperPart),

  titles: procedure({ summary: 'My title book', ...own, effect: 'read' })
    .input(z.object({}))
    .output(z.object({ items: z.array(title) })),
  saveTitle: procedure({
    summary: 'Keep a title, or change one',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'TITLES_FULL', 'TITLE_FAULTS'],
    data: { TITLE_FAULTS: z.object({ faults: z.array(z.object({ field: z.string(), words: text })) }) },
  })
    .input(
      z.object({
        id: z.optional(titleId),
        name: personText({ min: 1, max: 100 }),
        taxNumber: personText({ min: 0, max: 20 }),
        address: personText({ min: 0, max: 100 }),
        phone: personText({ min: 0, max: 30 }),
        bank: personText({ min: 0, max: 100 }),
        account: personText({ min: 0, max: 40 }),
        first: z.boolean(),
      }),
    )
    .output(z.object({ title })),
  removeTitle: procedure({
    summary: 'Remove a title of mine',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: titleId }))
    .output(z.object({ removed: z.literal(true) })),
  titleQr: procedure({
    summary: 'The text of a title’s QR code (便捷开票二维码)',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND', 'TITLE_FAULTS'],
    data: { TITLE_FAULTS: z.object({ faults: z.array(z.object({ field: z.string(), words: text })) }) },
  })
    .input(z.object({ id: titleId }))
    .output(z.object({ text: z.string() })),
}
