/** Collections, their indexes and who may reach them: what the management API changes. */
import { keyOf, type Collection, type Documents, type Index } from './documents'
import { refused } from './errors'
import { parseDocument, textOf } from './values'
import { valuesAt } from './paths'
import { isSame } from './values'
import type { Change, Keep } from './kept'

/** A rule's name: `READONLY`, `PRIVATE`, `ADMINWRITE`, `ADMINONLY` or `CUSTOM` with its text. */
export interface Rule {
  readonly rule: string
  readonly text?: string
}

export class Schema {
  constructor(
    readonly documents: Documents,
    private readonly keep: Keep,
  ) {}

  /** With the service's default rule. @throws ServiceError when there is one of that name */
  create(name: string): Collection {
    const collection = this.documents.create(name)
    this.keep({ kind: 'collection', name })
    return collection
  }

  /** With all it holds. */
  remove(name: string): void {
    this.documents.collection(name)
    this.documents.collections.delete(name)
    this.keep({ kind: 'noCollection', name })
  }

  setRule(name: string, { rule, text }: Rule): void {
    const collection = this.documents.collection(name)
    collection.rule = rule
    collection.ruleText = text
    this.keep({ kind: 'rule', collection: name, rule, text })
  }

  /** @throws ServiceError when the name is taken by another index, or a unique one finds duplicates */
  addIndex(name: string, index: Index): void {
    const collection = this.documents.collection(name)
    const same = collection.indexes.get(index.name)
    if (same && JSON.stringify(same) !== JSON.stringify(index))
      throw refused.database(`index ${index.name} exists with other fields`)
    if (index.unique) this.checkUnique(collection, index)
    collection.indexes.set(index.name, index)
    this.keep({ kind: 'index', collection: name, index })
  }

  private checkUnique(collection: Collection, index: Index): void {
    const entries = this.documents
      .all(collection)
      .map((document) => index.fields.map(({ name }) => valuesAt(document, name)[0] ?? null))
    entries.forEach((entry, i) => {
      if (entries.slice(0, i).some((other) => isSame(other, entry)))
        throw refused.duplicate(collection.name, index.name, JSON.stringify(entry))
    })
  }

  dropIndex(name: string, index: string): void {
    if (!this.documents.collection(name).indexes.delete(index))
      throw refused.database(`index ${index} does not exist`)
    this.keep({ kind: 'noIndex', collection: name, name: index })
  }

  /** Everything that stands, as changes that make it. */
  *changes(): Iterable<Change> {
    for (const collection of this.documents.collections.values()) {
      const { name, rule, ruleText, indexes } = collection
      yield { kind: 'collection', name }
      yield { kind: 'rule', collection: name, rule, text: ruleText }
      for (const index of indexes.values()) yield { kind: 'index', collection: name, index }
      for (const document of this.documents.all(collection))
        yield { kind: 'documents', writes: [[name, keyOf(document._id), textOf(document)]] }
    }
  }

  restore(change: Change): void {
    const { collections } = this.documents
    if (change.kind === 'collection') this.documents.create(change.name)
    else if (change.kind === 'noCollection') collections.delete(change.name)
    else if (change.kind === 'rule')
      Object.assign(this.documents.collection(change.collection), {
        rule: change.rule,
        ruleText: change.text,
      })
    else if (change.kind === 'index')
      this.documents.collection(change.collection).indexes.set(change.index.name, change.index)
    else if (change.kind === 'noIndex')
      this.documents.collection(change.collection).indexes.delete(change.name)
    else if (change.kind === 'documents')
      for (const [name, key, text] of change.writes)
        this.documents.restore(name, key, text === null ? null : parseDocument(text))
  }
}
