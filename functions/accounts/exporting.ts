/** What is kept about a person, page by page: every collection that declares personal data is asked, none is named here. */
import { AppError } from '../core/pure/errors'
import type { Text } from '../core/pure/text'
import type { Services } from '../core/io/context'
import type { DataKey } from '../core/io/security/contract'
import { BY_ID, type CollectionSpec } from '../core/io/store/collection'
import type { QuerySpec, Stored } from '../core/io/store/contract'
import { cursorAfter } from '../core/io/store/pages'
import { personalOf, type Export, type Finder, type ShownDocument } from '../core/io/store/personal'
import { reader, upcastStored } from '../core/io/store/reader'
import { nameIn, type Person } from './person'

/** Where an export goes on: behind a name that a finder looked for, or in the middle of what it found under it. */
export interface Place {
  readonly collection: string
  readonly finder: number
  readonly name: string
  /** The store's own cursor; `null` when nothing is left under that name. */
  readonly after: string | null
}

export interface Section {
  readonly name: string
  readonly what: Text
  readonly documents: ShownDocument[]
}

export interface ExportPage {
  readonly sections: readonly Section[]
  /** Absent when everything has been shown. */
  readonly next?: Place
}

/** What one answer holds: well inside the megabyte that a cloud function may answer with, and a few seconds of reading. */
const ROOM = { rows: 200, bytes: 256 * 1024, reads: 60 } as const

interface Step {
  readonly spec: CollectionSpec
  readonly shows: Export
  readonly by: readonly Finder[]
  readonly finder: number
}

const stepsOf = (collections: readonly CollectionSpec[]): readonly Step[] =>
  collections.flatMap((spec) => {
    const personal = personalOf(spec)
    if (!personal || !('show' in personal.export)) return []
    const { by, export: shows } = personal
    return by.map((_, finder) => ({ spec, shows, by, finder }))
  })

/** A row with the place behind it; without a row, a read that is over. */
interface Found {
  readonly row?: Stored
  readonly place: Place
}

const START = { name: '', after: null } as const

async function* foundById(
  store: Services['store'],
  { spec, finder }: Step,
  names: readonly string[],
  from: Pick<Place, 'name'>,
): AsyncGenerator<Found> {
  const rest = names.filter((name) => name > from.name)
  for (let at = 0; at < rest.length; at += 100) {
    const ids = rest.slice(at, at + 100)
    for (const row of await store.read(spec.name, ids))
      if (row) yield { row, place: { collection: spec.name, finder, name: row.id, after: null } }
    yield { place: { collection: spec.name, finder, name: ids.at(-1) ?? '', after: null } }
  }
}

async function* foundByIndex(
  store: Services['store'],
  { spec, by, finder }: Step,
  names: readonly string[],
  from: Pick<Place, 'name' | 'after'>,
): AsyncGenerator<Found> {
  const index = by[finder]?.index ?? ''
  const field = spec.indexes[index]?.[0] ?? ''
  const begun = from.after === null ? [] : names.filter((name) => name === from.name)
  for (const name of [...begun, ...names.filter((one) => one > from.name)]) {
    const query: QuerySpec = { index, where: { [field]: name } }
    let after = name === from.name && from.after !== null ? from.after : undefined
    do {
      // A cursor that its caller made up is told as such: `reader` sees to it.
      const page = await reader(store).query(spec, after === undefined ? query : { ...query, after })
      for (const row of page.items)
        yield {
          row,
          place: { collection: spec.name, finder, name, after: cursorAfter(spec, query, row) },
        }
      after = page.next
      yield { place: { collection: spec.name, finder, name, after: after ?? null } }
    } while (after !== undefined)
  }
}

/** Found by an earlier finder of its collection already: shown once. */
const isRepeat = ({ spec, by, finder }: Step, person: Person, row: Stored): boolean =>
  by.slice(0, finder).some((one) => person.names[one.names].some((name) => name === nameIn(spec, one, row)))

const startingAt = (steps: readonly Step[], place: Place | undefined): readonly Step[] => {
  if (place === undefined) return steps
  const at = steps.findIndex(({ spec, finder }) => spec.name === place.collection && finder === place.finder)
  if (at < 0) throw new AppError('INVALID_INPUT', { fields: ['after'] })
  return steps.slice(at)
}

/**
 * As much as one answer holds. A document that does not change while the pages are read is shown exactly once.
 * @throws AppError INVALID_INPUT when `from` is no place of this person's export
 */
export const exportPage = async (
  { store }: Pick<Services, 'store'>,
  {
    collections,
    person,
    key,
    from,
  }: {
    readonly collections: readonly CollectionSpec[]
    readonly person: Person
    readonly key: DataKey
    readonly from?: Place | undefined
  },
): Promise<ExportPage> => {
  const steps = stepsOf(collections)
  const sections = new Map<string, Section>()
  const sectionOf = ({ spec, shows }: Step): Section => {
    const section = sections.get(spec.name) ?? { name: spec.name, what: shows.what, documents: [] }
    sections.set(spec.name, section)
    return section
  }
  // The first page names every section, so that one sees what nothing is kept of.
  if (from === undefined) steps.forEach(sectionOf)
  let [rows, bytes, reads] = [0, 0, 0]
  for (const step of startingAt(steps, from)) {
    const { spec, by, finder, shows } = step
    const begun = from?.collection === spec.name && from.finder === finder ? from : START
    const look = by[finder]?.index === BY_ID ? foundById : foundByIndex
    const names = person.names[by[finder]?.names ?? 'account']
    for await (const { row, place } of look(store, step, names, begun)) {
      if (row === undefined) reads += 1
      else if (!isRepeat(step, person, row)) {
        const stored = upcastStored(spec, row)
        const shown = shows.show(stored, {
          open: (field, sealed) => key.open(`${spec.name}|${row.id}|${field}`, sealed),
        })
        sectionOf(step).documents.push(shown)
        rows += 1
        bytes += Buffer.byteLength(JSON.stringify(shown))
      }
      if (rows >= ROOM.rows || bytes >= ROOM.bytes || reads >= ROOM.reads)
        return { sections: [...sections.values()], next: place }
    }
  }
  return { sections: [...sections.values()] }
}

/** A place as its owner carries it to the next call, with the entry of the access log that the export began with. */
export const cursorOf = (accessId: string, { collection, finder, name, after }: Place): string =>
  Buffer.from(JSON.stringify([accessId, collection, finder, name, after])).toString('base64url')

const partsOf = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch (cause) {
    throw new AppError('INVALID_INPUT', { fields: ['after'] }, { cause })
  }
}

/** @throws AppError INVALID_INPUT for what is no cursor of an export */
export const readExportCursor = (cursor: string): { readonly accessId: string; readonly place: Place } => {
  const parts = partsOf(cursor)
  if (Array.isArray(parts) && parts.length === 5) {
    const [accessId, collection, finder, name, after] = parts as unknown[]
    if (
      typeof accessId === 'string' &&
      typeof collection === 'string' &&
      typeof finder === 'number' &&
      typeof name === 'string' &&
      (after === null || typeof after === 'string')
    )
      return { accessId, place: { collection, finder, name, after } }
  }
  throw new AppError('INVALID_INPUT', { fields: ['after'] })
}
