/** Tags follow from profiles: written anew when a profile changes, or when somebody acts for a taxpayer no more. Safe to repeat. */
import type { Services } from '../core/io/context'
import { accounts } from '../core/io/identity/collections'
import { placeOf } from '../core/io/identity/place'
import type { Stored } from '../core/io/store/contract'
import { allOf, eachOf } from '../core/io/store/pages'
import { transact } from '../core/io/store/transact'
import type { Tx } from '../core/io/store/transaction'
import type { Tag } from '../core/pure/tags'
import { standingOf } from '../accounts/public'
import { profiles, taggings, type ProfileDoc, type TaggingDoc } from './collections'
import { tagsOfProfile, taxpayerTag } from './profile'

const taggingId = (tag: Tag, accountId: string): string => `${tag}|${accountId}`

/** Of one commit: with the profile, the account and a receipt it stays below the store's forty. */
const AT_ONCE = 35

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((tag, at) => tag === other[at])

/** What is to be written: null removes. */
const differences = (
  standing: readonly Stored<TaggingDoc>[],
  tags: readonly Tag[],
): readonly (readonly [Tag, readonly Tag[] | null])[] => {
  const before = new Map(standing.map(({ doc }) => [doc.tag, doc.tags]))
  const gone = [...before.keys()].filter((tag) => !tags.includes(tag))
  const changed = tags.filter((tag) => !same(before.get(tag) ?? [], tags))
  return [...gone.map((tag) => [tag, null] as const), ...changed.map((tag) => [tag, tags] as const)]
}

/** Traits of taxpayers that somebody acts for no more are forgotten. */
const withoutOthers = (profile: ProfileDoc, standing: ReadonlySet<string>): ProfileDoc => {
  const kept = Object.entries(profile.taxpayers).filter(([taxpayerId]) => standing.has(taxpayerId))
  return { ...profile, taxpayers: Object.fromEntries(kept) }
}

const wantedTags = async (tx: Tx, accountId: string): Promise<readonly Tag[]> => {
  const [profile, account] = [await tx.get(profiles, accountId), await tx.get(accounts, accountId)]
  if (!profile || !account || account.erasedAt !== undefined) return []
  const standing = standingOf(account, tx.now)
  const kept = withoutOthers(profile, standing)
  if (Object.keys(kept.taxpayers).length < Object.keys(profile.taxpayers).length)
    tx.replace(profiles, accountId, kept)
  return tagsOfProfile(kept, standing)
}

/** Writes what differs, a commit at a time, each of which looks at profile and account again. */
export const retag = async (services: Services, accountId: string): Promise<void> => {
  for (let more = true; more;) {
    const standing = await allOf(services.store, taggings, { index: 'account', where: { accountId } })
    more = await transact(services, async (tx) => {
      const tags = await wantedTags(tx, accountId)
      const todo = differences(standing, tags)
      for (const [tag, all] of todo.slice(0, AT_ONCE)) {
        const id = taggingId(tag, accountId)
        const doc = await tx.get(taggings, id)
        if (all) tx.put(taggings, id, { v: 1, tag, place: placeOf(accountId), accountId, tags: all })
        else if (doc) tx.remove(taggings, id)
      }
      return todo.length > AT_ONCE
    })
  }
}

/** Whoever said something of this taxpayer is looked at again. */
export const retagAllOf = async (services: Services, taxpayerId: string): Promise<void> => {
  const query = { index: 'tag', where: { tag: taxpayerTag(taxpayerId) } } as const
  for await (const { doc } of eachOf(services.store, taggings, query)) await retag(services, doc.accountId)
}
