/** What is in hand, as the screen tells it: an invoice with what can be told of it offline, a title, or something else. Pure. */
import type { Finding } from '../../../../functions/core/pure/law'
import type { Day } from '../../../../functions/core/pure/time'
import {
  invoiceFindings,
  standingOf,
  worstOf,
  type Standing,
} from '../../../../functions/invoices/rules/findings'
import { factsOf, type InvoiceEntry, type InvoiceFacts } from '../../../../functions/invoices/rules/invoice'
import { readScanned, type Scanned } from '../../../../functions/invoices/rules/qr'
import type { Picked } from '../../../client/upload'
import type { Keeping } from './answers'
import type { FromPdf, InHand } from './in-hand'

export interface LookedInvoice {
  readonly what: 'invoice'
  readonly entry: InvoiceEntry
  /** `undefined`: something that they need cannot be read. */
  readonly facts: InvoiceFacts | undefined
  readonly findings: readonly Finding[]
  readonly worst: Standing
  readonly source: Keeping['source']
  readonly pdf?: FromPdf | undefined
  /** The picture that its code was read in. */
  readonly photo?: Picked | undefined
}

export type Looked = LookedInvoice | Exclude<Scanned, { readonly what: 'invoice' }>

/** On the web a code is read in a photo, in WeChat by the camera. */
const BY_CODE: Keeping['source'] = process.env.TARO_ENV === 'weapp' ? 'scan' : 'photo'

export const lookedAt = (hand: InHand, today: Day): Looked => {
  if (hand.by === 'typed') {
    const { entry, pdf, photo } = hand
    const findings = invoiceFindings({ entry }, today)
    const source = pdf ? 'pdf' : 'typed'
    const facts = factsOf(entry)
    return { what: 'invoice', entry, facts, findings, worst: worstOf(findings), source, pdf, photo }
  }
  const scanned = readScanned(hand.text)
  if (scanned.what !== 'invoice') return scanned
  const { entry, facts } = scanned
  const findings = invoiceFindings(scanned, today)
  const worst = worstOf(findings)
  return { what: 'invoice', entry, facts, findings, worst, source: BY_CODE, photo: hand.photo }
}

export const countOf = (findings: readonly Finding[], standing: Standing): number =>
  findings.filter((finding) => standingOf(finding) === standing).length
