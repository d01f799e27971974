/**
 * Halls and matters, kept in memory for a few seconds an instance. They may change under a booking without harm: what
 * must not (a slot's state, its seats) is a guard on the slot.
 */
import type { Context, Services } from '../../core/io/context'
import type { Collection } from '../../core/io/store/collection'
import type { Doc, Store } from '../../core/io/store/contract'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { dayOf, type Day, type Instant } from '../../core/pure/time'
import { halls, matters, type HallDoc, type MatterDoc } from '../collections'
import { limitsOn, type Limits } from '../rules/limits'

export interface Hall extends HallDoc {
  readonly id: string
}
export interface Matter extends MatterDoc {
  readonly code: string
}
export interface Catalogue {
  readonly halls: ReadonlyMap<string, Hall>
  /** In catalogue order. */
  readonly matters: ReadonlyMap<string, Matter>
}

const TTL = 5_000

interface Kept {
  readonly at: Instant
  readonly catalogue: Promise<Catalogue>
}
const kept = new WeakMap<Store, Kept>()

/** The catalogue, at most five seconds old. */
export const catalogueOf = ({ store, clock }: Pick<Services, 'store' | 'clock'>): Promise<Catalogue> => {
  const now = clock()
  const last = kept.get(store)
  if (last && now >= last.at && now - last.at < TTL) return last.catalogue
  const catalogue = load(store)
  kept.set(store, { at: now, catalogue })
  // A failed load is not kept.
  catalogue.catch(() => kept.delete(store))
  return catalogue
}

/** After a write of halls or matters in this process. */
export const forgetCatalogue = (store: Store): void => {
  kept.delete(store)
}

const all = async <T extends Doc>(
  store: Store,
  collection: Collection<T>,
  index: string,
): Promise<{ readonly id: string; readonly doc: T }[]> => {
  const found: { id: string; doc: T }[] = []
  let after: string | undefined
  do {
    const page = await reader(store).query(collection, { index, ...(after === undefined ? {} : { after }) })
    found.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return found
}

const load = async (store: Store): Promise<Catalogue> => {
  const [hallDocs, matterDocs] = await Promise.all([all(store, halls, 'region'), all(store, matters, 'rank')])
  return {
    halls: new Map(hallDocs.map(({ id, doc }) => [id, { ...doc, id }])),
    matters: new Map(matterDocs.map(({ id, doc }) => [id, { ...doc, code: id }])),
  }
}

/** @throws AppError NOT_FOUND */
export const hallOf = (catalogue: Catalogue, hallId: string): Hall => {
  const hall = catalogue.halls.get(hallId)
  if (!hall) throw new AppError('NOT_FOUND')
  return hall
}

/** @throws AppError NOT_FOUND for an unknown hall or matter, MATTER_NOT_HERE */
export const matterAt = (
  catalogue: Catalogue,
  hallId: string,
  code: string,
): { readonly hall: Hall; readonly matter: Matter } => {
  const hall = hallOf(catalogue, hallId)
  const matter = catalogue.matters.get(code)
  if (!matter) throw new AppError('NOT_FOUND')
  if (!hall.matters.includes(code)) throw new AppError('MATTER_NOT_HERE')
  return { hall, matter }
}

// By the hall's own overrides, an object that lives as long as the catalogue it came with.
const limitsKnown = new WeakMap<HallDoc['limits'], { readonly day: Day; readonly limits: Limits }>()

/** The limits in force today at a hall. */
export const hallLimits = ({ now }: Pick<Context, 'now'>, hall: Pick<Hall, 'limits'>): Limits => {
  const day = dayOf(now)
  const known = limitsKnown.get(hall.limits)
  if (known?.day === day) return known.limits
  const limits = limitsOn(day, hall.limits)
  limitsKnown.set(hall.limits, { day, limits })
  return limits
}
