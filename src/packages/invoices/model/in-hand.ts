/**
 * The invoice that is being looked at, handed from page to page in memory: its figures stand in no address and on no disk. It
 * outlives a session that ends by itself, and is there again only for whoever had it in hand.
 */
import { createStore } from 'zustand/vanilla'
import type { CategoryCode } from '../../../../functions/invoices/data/categories'
import type { InvoiceEntry } from '../../../../functions/invoices/rules/invoice'
import type { Picked } from '../../../client/upload'
import { onSignOut, personNow } from '../../../client/session'

/** A file that goes with it, and what was read in it beside the invoice's own figures. */
export interface FromPdf {
  readonly fileId: string
  readonly category: CategoryCode
  readonly sellerName: string | null
  /** Fields that are to be compared with the paper. */
  readonly unsure: readonly string[]
}

export type InHand =
  /** `photo`: what the code was read in, on this device still. */
  | { readonly by: 'code'; readonly text: string; readonly photo?: Picked | undefined }
  | {
      readonly by: 'typed'
      readonly entry: InvoiceEntry
      readonly pdf?: FromPdf | undefined
      readonly photo?: Picked | undefined
    }

interface Held {
  readonly owner: string | undefined
  readonly hand: InHand | undefined
  /** What is being typed, until it is looked at. */
  readonly draft: InvoiceEntry | undefined
}

const NOTHING: Held = { owner: undefined, hand: undefined, draft: undefined }

export const heldStore = createStore<Held>()(() => NOTHING)
onSignOut(() => heldStore.setState(NOTHING, true))

/** What was taken while nobody was signed in is for whoever signs in then; another's is nobody's. */
export const heldFor = (held: Held, person: string | undefined): Held =>
  held.owner === undefined || held.owner === person ? held : NOTHING

const change = (part: Partial<Held>): void =>
  heldStore.setState((held) => ({ ...heldFor(held, personNow()), owner: personNow(), ...part }), true)

export const take = (hand: InHand): void => change({ hand, draft: undefined })
export const keepDraft = (draft: InvoiceEntry): void => change({ draft })
export const letGo = (): void => heldStore.setState(NOTHING, true)
