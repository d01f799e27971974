/** What people have said already, for functions that would ask for it again. */
import type { Services } from '../core/io/context'
import { reader } from '../core/io/store/reader'
import type { TaxpayerKind } from '../core/pure/taxpayer-kinds'
import { profiles } from './collections'
import { traitsOf } from './profile'

/** The kinds that accounts have named, by taxpayer. */
export const kindsSaid = async (
  { store }: Pick<Services, 'store'>,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, TaxpayerKind>> => {
  const found = accounts.length === 0 ? [] : await reader(store).getMany(profiles, [...new Set(accounts)])
  const said = found.flatMap((doc) => Object.entries(doc?.taxpayers ?? {}))
  return new Map(
    said.flatMap(([taxpayerId, traits]) => {
      const { kind } = traitsOf(traits)
      return kind === null ? [] : [[taxpayerId, kind] as const]
    }),
  )
}
