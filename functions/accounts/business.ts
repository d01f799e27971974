/**
 * Has a person business where the caller serves? Every collection that declares `business` is asked by its index of taxpayers,
 * so that a booking writes nothing for it: docs/adr/0017.
 */
import { allCollections } from '../all-collections'
import { dayOf } from '../core/pure/time'
import type { Context } from '../core/io/context'
import type { RoleGrant } from '../core/io/identity/roles'
import type { CollectionSpec } from '../core/io/store/collection'
import type { Doc } from '../core/io/store/contract'
import { pagesOf } from '../core/io/store/pages'
import { personalOf } from '../core/io/store/personal'
import { catalogueOf } from '../halls/public'
import { lookingGrants, reasonIn, type PlacedVisit } from './rules/business'

type Needs = Pick<Context, 'store' | 'clock' | 'now' | 'caller'>

/** Page by page, the newest first: most questions are answered by the first. */
async function* visitsOf(
  services: Needs,
  collections: readonly CollectionSpec[],
  taxpayerId: string,
): AsyncGenerator<readonly PlacedVisit[]> {
  const { halls } = await catalogueOf(services)
  for (const spec of collections) {
    const personal = personalOf(spec)
    if (!personal?.business) continue
    for (const { index } of personal.by.filter(({ names }) => names === 'taxpayer')) {
      const field = spec.indexes[index]?.[0] ?? ''
      const query = { index, where: { [field]: taxpayerId }, order: 'desc' } as const
      for await (const rows of pagesOf<Doc>(services.store, spec, query))
        yield rows.flatMap(({ doc }) => {
          const visit = personal.business?.(doc)
          return visit ? [{ ...visit, region: halls.get(visit.hallId)?.region ?? '' }] : []
        })
    }
  }
}

/**
 * The caller's grant that gives a reason to look at this taxpayer: they have business at a hall that it serves, coming or not
 * long ago. `undefined`: as far as this caller is concerned there is no such taxpayer.
 * @param roles those that may ask at all
 */
export const reasonToLook = async (
  services: Needs,
  taxpayerId: string,
  roles: readonly RoleGrant['role'][],
): Promise<RoleGrant | undefined> => {
  const { caller, now } = services
  if (caller.kind !== 'account') return undefined
  const grants = lookingGrants(caller.grants, roles)
  const today = dayOf(now)
  const any = reasonIn(grants, [], today)
  if (any) return any
  for await (const visits of visitsOf(services, allCollections, taxpayerId)) {
    const reason = reasonIn(grants, visits, today)
    if (reason) return reason
  }
  return undefined
}
