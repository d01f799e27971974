/** The next people of a part, and where to go on after them. */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { notices } from '../../inbox/public'
import { peopleIn } from '../../profiles/public'
import { policyFollows, type FanOutDoc, type FanOutPartDoc } from '../collections'
import type { Audience } from '../../core/pure/tags'

export interface Page {
  readonly accounts: readonly string[]
  /** Rows of the walk that the audience does not have. */
  readonly next: string | null
}

const PAGE = 100
type Needs = Pick<Services, 'store'>

/** In the order of the notices' ids, which are hashes. */
const toldBefore = async ({ store }: Needs, policyId: string, after: string | null): Promise<Page> => {
  const query = {
    index: 'about',
    where: { about: policyId },
    limit: PAGE,
    ...(after === null ? {} : { after }),
  }
  const { items, next } = await reader(store).query(notices, query)
  return { accounts: items.map(({ doc }) => doc.accountId), next: next ?? null }
}

const followers = async ({ store }: Needs, policyId: string, after: string | null): Promise<Page> => {
  const range = after === null ? { gte: '' } : { gt: after }
  const query = { index: 'policy', where: { policyId }, range, limit: PAGE }
  const { items } = await reader(store).query(policyFollows, query)
  return { accounts: items.map(({ doc }) => doc.accountId), next: items[PAGE - 1]?.doc.place ?? null }
}

export const nextPeople = async (
  needs: Needs,
  { policyId, lead, audience }: Pick<FanOutDoc, 'policyId' | 'lead'> & { readonly audience: Audience },
  { over, tag, part, parts, after }: FanOutPartDoc,
): Promise<Page> => {
  if (over === 'told') return toldBefore(needs, policyId, after)
  if (over === 'followers' || tag === null) return followers(needs, policyId, after)
  return peopleIn(needs, { audience, lead }, { tag, part, parts }, after)
}
