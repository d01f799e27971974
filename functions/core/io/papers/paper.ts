/** What a paper says, as data: an application, a decision, a certificate. How it is set is render.ts. */
import type { Basis } from '../../pure/law'
import type { Fen } from '../../pure/money'
import type { Text } from '../../pure/text'
import type { Day } from '../../pure/time'

/** Both languages, or what a person wrote: a name, a number, a reason. */
export type Words = Text | string

/** Money as `1,234.56` at the right, a day as `2026年11月24日`. An empty text beside a label prints a dash, in a table nothing. */
export type Value = Words | { readonly fen: Fen } | { readonly day: Day }

/** A label and its value; two stand side by side where both fit in a line. */
export interface Row {
  readonly label: Text
  readonly value: Value
  /** Takes the whole width whatever its length. */
  readonly wide?: true
}

export type Align = 'left' | 'center' | 'right'

export interface Column {
  readonly title: Text
  /** Of the page's width, beside the shares of the other columns. */
  readonly share: number
  /** `left` unless said; money stands at the right in any column. */
  readonly align?: Align
}

export type Block =
  | { readonly kind: 'rows'; readonly title?: Text; readonly rows: readonly Row[] }
  | {
      readonly kind: 'table'
      readonly title?: Text
      readonly columns: readonly Column[]
      /** A value a column; the head is repeated on each page. */
      readonly rows: readonly (readonly Value[])[]
      /** The last row, in bold; never alone on a page. */
      readonly total?: readonly Value[]
    }
  /** A newline begins a new line. */
  | { readonly kind: 'paragraph'; readonly title?: Text; readonly text: Words }
  /** What the paper stands on, numbered; what is unconfirmed says so. */
  | { readonly kind: 'law'; readonly title?: Text; readonly lines: readonly Basis[] }

/** Where somebody signs or seals: a box, two side by side. */
export interface Place {
  readonly kind: 'signature' | 'seal'
  readonly label: Text
  /** Printed where it is known already. */
  readonly name?: Words
  readonly day?: Day
}

/** What anybody verifies the paper by. */
export interface Proof {
  /** Of `core/io/verification`, grouped or not. */
  readonly code: string
  /** Printed, and in the QR code, where the deployment has a page that anybody can open; else the mini-program reads the code itself. */
  readonly address?: string
}

export interface Paper {
  readonly title: Text
  /** 文号: as the office writes it. */
  readonly number?: string
  /** Whose paper it is. */
  readonly office?: Words
  readonly blocks: readonly Block[]
  readonly places?: readonly Place[]
  readonly proof?: Proof
}
