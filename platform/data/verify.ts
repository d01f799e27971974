/** An export beside a store, document by document, both ways. */
import { canonical } from '../../functions/core/io/audit/canonical'
import type { CollectionSpec } from '../../functions/core/io/store/collection'
import type { Store } from '../../functions/core/io/store/contract'
import { fileOf } from './export'
import { documentsIn, type Document } from './lines'
import type { ExportManifest } from './manifest'
import type { Say } from './refused'
import { documentsOf } from './walk'

export interface VerifyOptions {
  readonly folder: string
  readonly manifest: ExportManifest
  readonly store: Store
  readonly collections: readonly CollectionSpec[]
  readonly say: Say
}

export interface Verified {
  readonly documents: number
  readonly differences: number
}

const TOLD = 20

type Difference = 'only in the export' | 'only in the store' | 'differs'

const nothing = async function* (): AsyncGenerator<Document> {}

/** Both run in the order of ids, so that one document of each is held at a time. */
const differencesOf = async function* (
  { folder, store }: VerifyOptions,
  spec: CollectionSpec,
  exported: boolean,
): AsyncGenerator<{ readonly id: string; readonly difference?: Difference }> {
  const [left, right] = [
    exported ? documentsIn(fileOf(folder, spec.name)) : nothing(),
    documentsOf(store, spec),
  ]
  let [a, b] = [await left.next(), await right.next()]
  while (!a.done || !b.done) {
    if (b.done || (!a.done && a.value.id < b.value.id)) {
      if (!a.done) yield { id: a.value.id, difference: 'only in the export' }
      a = await left.next()
    } else if (a.done || b.value.id < a.value.id) {
      yield { id: b.value.id, difference: 'only in the store' }
      b = await right.next()
    } else {
      yield canonical(a.value.doc) === canonical(b.value.doc)
        ? { id: a.value.id }
        : { id: a.value.id, difference: 'differs' }
      ;[a, b] = [await left.next(), await right.next()]
    }
  }
}

/** Tells at most 20 differences, by collection and id, without what they hold. */
export const verifyStore = async (options: VerifyOptions): Promise<Verified> => {
  const { manifest, collections, say } = options
  const total = { documents: 0, differences: 0 }
  for (const spec of collections) {
    const exported = manifest.collections.some(({ name }) => name === spec.name)
    let documents = 0
    for await (const { id, difference } of differencesOf(options, spec, exported)) {
      documents += 1
      if (difference === undefined) continue
      total.differences += 1
      if (total.differences <= TOLD) say(`${spec.name}/${id}: ${difference}`)
    }
    say(`${spec.name}: ${documents} documents compared`)
    total.documents += documents
  }
  if (total.differences > TOLD) say(`… and ${total.differences - TOLD} more`)
  return total
}
