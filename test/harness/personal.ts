/** Whom stored documents really name, against what their collections declare. */
import { BY_ID, type CollectionSpec } from '../../functions/core/io/store/collection'
import type { Doc, Json, Store, Stored } from '../../functions/core/io/store/contract'
import { rawPagesOf } from '../../functions/core/io/store/pages'
import { personalOf } from '../../functions/core/io/store/personal'

/** Ids of accounts and taxpayers, wherever they stand in a text. */
const PERSON = /(?<![a-z0-9])(ac|tp)_[0-9a-z]{26}(?![0-9a-z])/g
const KIND = { ac: 'account', tp: 'taxpayer' } as const
type Kind = (typeof KIND)[keyof typeof KIND]

export interface Mention {
  readonly id: string
  readonly kind: Kind
}

/** Every account and taxpayer that a value names, keys included. */
export const mentionsIn = (value: Json | undefined): readonly Mention[] =>
  [...(JSON.stringify(value) ?? '').matchAll(PERSON)].map(([id, prefix]) => ({
    id,
    kind: prefix === 'ac' ? KIND.ac : KIND.tp,
  }))

export async function* documentsIn(store: Store, spec: CollectionSpec): AsyncGenerator<Stored> {
  for await (const rows of rawPagesOf(store, spec.name, { index: BY_ID })) yield* rows
}

/** The place of a mention: the document's id, or a top-level field. */
const placesOf = ({ id, doc }: Stored<Doc>): readonly (readonly [string, readonly Mention[]])[] => [
  [BY_ID, mentionsIn(id)],
  ...Object.entries(doc).map(([field, value]) => [field, mentionsIn(value)] as const),
]

const isDeclared = (spec: CollectionSpec, place: string, kind: Kind): boolean => {
  const personal = personalOf(spec)
  if (!personal) return false
  if (Object.hasOwn(personal.beside ?? {}, place)) return true
  return personal.by.some(({ index, names }) => {
    const field = index === BY_ID ? BY_ID : spec.indexes[index]?.[0]
    return field === place && names === kind
  })
}

/** What documents name without a declaration: `appointments.taxpayerId: taxpayer`. */
export const undeclared = async (
  store: Store,
  collections: readonly CollectionSpec[],
): Promise<readonly string[]> => {
  const found = new Set<string>()
  for (const spec of collections)
    for await (const stored of documentsIn(store, spec))
      for (const [place, mentions] of placesOf(stored))
        for (const { kind } of mentions)
          if (!isDeclared(spec, place, kind)) found.add(`${spec.name}.${place}: ${kind}`)
  return [...found].sort()
}

/** Which documents still name one of these: `collection/id`. */
export const stillNaming = async (
  store: Store,
  collections: readonly CollectionSpec[],
  ids: readonly string[],
): Promise<readonly { readonly collection: string; readonly id: string }[]> => {
  const wanted = new Set(ids)
  const found: { collection: string; id: string }[] = []
  for (const spec of collections)
    for await (const { id, doc } of documentsIn(store, spec))
      if (mentionsIn({ id, doc }).some((mention) => wanted.has(mention.id)))
        found.push({ collection: spec.name, id })
  return found
}
