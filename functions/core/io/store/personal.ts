/**
 * What a collection has to do with people. Export and erasure ask every collection by this, so that a new function's documents
 * are exported and erased without a line elsewhere: docs/adr/0014.
 */
import type { Text } from '../../pure/text'
import type { Day, Instant } from '../../pure/time'
import { BY_ID, type CollectionSpec } from './collection'
import type { Doc, Stored } from './contract'

/** What a person is called in documents: `ac_…`, `id_…`, `tp_…`, `sj_…`, `lg_…`. One account may have several of each but the first. */
export type Named = 'account' | 'identity' | 'taxpayer' | 'subject' | 'ledger'

/** Where a document names whom it is about: in the leading field of an index; with the index `id`, by its own id. */
export interface Finder {
  readonly index: string
  readonly names: Named
}

/** A document as its person reads it. */
export type ShownDocument = Readonly<Record<string, unknown>>

export interface ShowTools {
  /** Opens a text sealed at `<collection>|<id>|<field>` under the account's data key. */
  readonly open: (field: string, sealed: string) => string
}

/** What stays after an erasure, and the law that obliges to keep it. ShownDocument to whoever exports or erases. */
export interface Kept {
  readonly what: Text
  readonly basis: Text
}

export interface Export<T extends Doc = Doc> {
  /** The heading that its person reads. */
  readonly what: Text
  /** What is shown of one document. Nothing of it may be about somebody else. */
  show(stored: Stored<T>, tools: ShowTools): ShownDocument
}

export type Erasure<T extends Doc = Doc> =
  /** Removed, in small commits. */
  | 'remove'
  /** Its function does it, when it handles `accounts.erased` or `accounts.taxpayerErased`: what is removed must give something back. */
  | 'event'
  /** Replaced by what names nobody, or what the sweep takes; `undefined` where nothing is left to change. */
  | { replace(doc: T, now: Instant): T | undefined }
  /** Stays under pseudonyms, as long as its retention says. `event`: its function ends what of it still goes on. */
  | { readonly keep: Kept; readonly event?: true }
  /** Gone by itself so soon that nobody looks for it: says when. */
  | { readonly expires: string }

/** Something to do at a hall. */
export interface Visit {
  readonly hallId: string
  readonly day: Day
}

export interface PersonalData<T extends Doc = Doc> {
  readonly by: readonly Finder[]
  /** Other fields that hold an account's or a taxpayer's id → why neither export nor erasure follows them. */
  readonly beside?: Readonly<Record<string, string>>
  /**
   * Whether a document is business of its taxpayer at a hall, and on which day: for a while that is a reason for the hall's
   * officers to look at who it is. Needs a finder of taxpayers.
   */
  business?(doc: T): Visit | undefined
  /** Or why there is nothing to show. */
  readonly export: Export<T> | { readonly nothing: string }
  readonly erase: Erasure<T>
}

/** Or why no document of it names anybody. A test reads real documents and holds both to their word. */
export type Personal<T extends Doc = Doc> = PersonalData<T> | { readonly none: string }

/** Of what is erased, this much can still be told from the account's id alone. */
const ERASABLE: readonly Named[] = ['account', 'taxpayer']

export const personalOf = ({ personal }: CollectionSpec): PersonalData | undefined =>
  personal && 'by' in personal ? personal : undefined

/** @throws RangeError for a declaration that could not be carried out */
export const checkPersonal = (spec: CollectionSpec): void => {
  const personal = personalOf(spec)
  if (!personal) return
  for (const { index, names } of personal.by) {
    if (index !== BY_ID && !spec.indexes[index]?.[0])
      throw new RangeError(`${spec.name}: people are found by index ${index}, which is not declared`)
    const walked =
      personal.erase === 'remove' || (typeof personal.erase === 'object' && 'replace' in personal.erase)
    if (walked && spec.hot)
      throw new RangeError(`${spec.name}: is hot, and changes outside commits alone: handle accounts.erased`)
    if (walked && !ERASABLE.includes(names))
      throw new RangeError(
        `${spec.name}: an erased person's ${names} is known no more: handle accounts.erased`,
      )
  }
  if (personal.business && !personal.by.some(({ names }) => names === 'taxpayer'))
    throw new RangeError(`${spec.name}: business is found by its taxpayer, whom no index names`)
  if (personal.by.length === 0 && 'show' in personal.export)
    throw new RangeError(`${spec.name}: shows what nothing finds`)
}
