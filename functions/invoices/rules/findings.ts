/** Everything that can be told of an invoice offline, at once, before one of its few daily queries is spent. */
import type { Finding } from '../../core/pure/law'
import type { Day } from '../../core/pure/time'
import { kindOf } from '../data/kinds'
import type { CrcResult } from './crc16'
import { amountFindings } from './findings/amount'
import { dayFindings } from './findings/day'
import { numberFindings, regionFinding } from './findings/number'
import { crcFinding, kindFinding, shapeFindings } from './findings/shape'
import type { InvoiceEntry } from './invoice'

/** What was read or typed. `crc`: of a code alone; what was typed has none. */
export interface InvoiceRead {
  readonly entry: InvoiceEntry
  readonly crc?: CrcResult
}

/**
 * Every finding, kept or not, in one order. Nothing here tells whether an invoice is genuine: only that it is written as one
 * is. What rests on a fact that cannot be read is not judged.
 * @example invoiceFindings(readScanned(text), today); invoiceFindings({ entry: tidyEntry(typed) }, today)
 */
export const invoiceFindings = ({ entry, crc }: InvoiceRead, today: Day): readonly Finding[] => {
  const known = kindOf(entry.kind)
  return [
    ...crcFinding(crc),
    kindFinding(entry.kind, known),
    ...shapeFindings(entry, known),
    ...amountFindings(entry.amount, known?.amountOf),
    ...dayFindings(entry.issuedOn, today),
    ...numberFindings(entry),
    ...regionFinding(entry),
  ]
}

export type Standing = 'ok' | 'warning' | 'fail'

export const standingOf = ({ ok, warning }: Finding): Standing => (ok ? 'ok' : warning ? 'warning' : 'fail')

/** The worst of them: `fail` where one stops it, `warning` where something is to be looked at. */
export const worstOf = (findings: readonly Finding[]): Standing => {
  const standings = findings.map(standingOf)
  return standings.includes('fail') ? 'fail' : standings.includes('warning') ? 'warning' : 'ok'
}
