/** Documents of `__name__`. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { Instant } from '../core/pure/time'
import { text } from '../core/pure/text'

export type __Name__Doc = {
  readonly v: 1
  readonly lines: readonly {
    readonly id: string
    /** Sealed under its account's key. */
    readonly text: string
    readonly at: Instant
  }[]
}

/** Id: the account's. One document, so that the limit holds whoever adds at the same time. */
export const __name__Lines = defineCollection<__Name__Doc>({
  name: '__name__Lines',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'kept by its owner, and removed with the account' },
  personal: {
    by: [{ index: 'id', names: 'account' }],
    export: {
      what: text('记下的内容', 'Lines kept'),
      show: ({ doc }, { open }) => ({
        lines: doc.lines.map(({ id, text: sealed, at }) => ({ text: open(id, sealed), at })),
      }),
    },
    erase: 'remove',
  },
})

/** What `__name__` keeps itself. */
export const collections: readonly CollectionSpec[] = [__name__Lines]
