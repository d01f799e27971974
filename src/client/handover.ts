/**
 * An invoice handed from one sub-package to another, in memory alone: its figures stand in no address, and so in no history and no
 * log. What an address carries is a name that tells nothing. Gone with the page (a reload), and when its person signs out.
 */
import type { InvoiceFacts } from '../../functions/core/pure/invoice-facts'
import { drawKey } from './intention'
import { recallTyped, rememberTyped } from './own'

const PLACE = 'handed:'

/** @returns what the address of the other page carries. @example go(routes.enterInvoice({ handed: handOver(facts) })) */
export const handOver = (facts: InvoiceFacts): string => {
  const handed = drawKey()
  rememberTyped(PLACE + handed, facts)
  return handed
}

/** What was handed over under that name to who is signed in now; undefined after a reload. */
export const handedOver = (handed: string | undefined): InvoiceFacts | undefined =>
  // Nobody else writes under such a name.
  handed === undefined ? undefined : (recallTyped(PLACE + handed) as InvoiceFacts | undefined)
