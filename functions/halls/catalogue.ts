/**
 * Halls and matters, kept in memory for a few seconds an instance. They may change under a booking without harm: what
 * must not (a slot's state, its seats) is a guard of whoever changes it.
 */
import type { Services } from '../core/io/context'
import type { Store } from '../core/io/store/contract'
import { allOf } from '../core/io/store/pages'
import { AppError } from '../core/pure/errors'
import type { Instant } from '../core/pure/time'
import './data/errors'
import { halls, matters, type HallDoc, type MatterDoc } from './collections'

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

const load = async (store: Store): Promise<Catalogue> => {
  const [hallDocs, matterDocs] = await Promise.all([
    allOf(store, halls, { index: 'region' }),
    allOf(store, matters, { index: 'rank' }),
  ])
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

/** Every hall, or those that handle the matter. */
export const hallsFor = (catalogue: Catalogue, matter: string | undefined): Hall[] =>
  [...catalogue.halls.values()].filter(({ matters: own }) => matter === undefined || own.includes(matter))

/** Every matter, or those that the hall handles; an unknown hall handles none. */
export const mattersAt = (catalogue: Catalogue, hallId: string | undefined): Matter[] => {
  const all = [...catalogue.matters.values()]
  if (hallId === undefined) return all
  const hall = catalogue.halls.get(hallId)
  return hall ? all.filter(({ code }) => hall.matters.includes(code)) : []
}
