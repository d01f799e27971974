/**
 * Whom an audience has, by the walks of its tags: what it costs grows with the tags that are walked, never with all who are here.
 * One dimension leads: the one whose tags have the fewest people; the others are looked at in what is found.
 */
import type { Services } from '../core/io/context'
import type { Stored } from '../core/io/store/contract'
import { allOf } from '../core/io/store/pages'
import { reader } from '../core/io/store/reader'
import { EVERYBODY, isFor, namedIn, wantedTags, type Audience, type Tag } from '../core/pure/tags'
import { taggings, type TaggingDoc } from './collections'

type Needs = Pick<Services, 'store'>

/** Of a place, its first 12 hex digits say which share of all lies before it. */
const SPACE = 2 ** 48
const PAGE = 100

const placeAt = (share: number): string =>
  Math.min(Math.floor(share * SPACE), SPACE - 1)
    .toString(16)
    .padStart(12, '0')

const shareOf = (place: string): number => parseInt(place.slice(0, 12), 16) / SPACE

const pageAt = async ({ store }: Needs, tag: Tag, from: string): Promise<readonly Stored<TaggingDoc>[]> => {
  const query = { index: 'tag', where: { tag }, range: { gte: from }, limit: PAGE } as const
  return (await reader(store).query(taggings, query)).items
}

/** How many have a tag, about: by how far apart its first hundred stand; few are counted. */
const sizeOf = async (needs: Needs, tag: Tag): Promise<number> => {
  const page = await pageAt(needs, tag, '')
  const last = page[PAGE - 1]
  return last === undefined ? page.length : PAGE / Math.max(shareOf(last.doc.place), 1e-12)
}

/** The tags to be walked: those of the dimension with the fewest people. */
export const leadOf = async (needs: Needs, audience: Audience): Promise<readonly Tag[]> => {
  const sides = await Promise.all(
    namedIn(audience).map(async (dimension) => {
      const tags = wantedTags(audience, dimension)
      const sizes = await Promise.all(tags.map((tag) => sizeOf(needs, tag)))
      return { tags, size: sizes.reduce((sum, size) => sum + size, 0) }
    }),
  )
  const [least] = sides.sort((one, other) => one.size - other.size)
  return least?.tags ?? [EVERYBODY]
}

/** One with several of the walked tags is met once: in the walk of the first. */
const isMet = ({ tag, tags }: TaggingDoc, lead: readonly Tag[], audience: Audience): boolean => {
  const own = new Set(tags)
  return lead.find((one) => own.has(one)) === tag && isFor(audience, own)
}

export interface Reach {
  readonly reached: number
  /** False: estimated from samples. */
  readonly exact: boolean
}

/** Walked to the end up to so many rows; beyond, samples tell. */
const MOST_WALKED = 2_000
const SAMPLES = 8

const sampled = async (needs: Needs, tag: Tag, met: (doc: TaggingDoc) => boolean): Promise<number> => {
  let [found, covered] = [0, 0]
  for (let i = 0; i < SAMPLES; i += 1) {
    const [from, to] = [i / SAMPLES, (i + 1) / SAMPLES]
    const page = (await pageAt(needs, tag, placeAt(from))).filter(({ doc }) => shareOf(doc.place) < to)
    const last = page[PAGE - 1]
    covered += last === undefined ? to - from : shareOf(last.doc.place) - from
    found += page.filter(({ doc }) => met(doc)).length
  }
  return covered === 0 ? 0 : found / covered
}

/** How many an audience has: exactly while they are few, else about. */
export const reachOf = async (needs: Needs, audience: Audience): Promise<Reach> => {
  const lead = await leadOf(needs, audience)
  const met = (doc: TaggingDoc): boolean => isMet(doc, lead, audience)
  let [reached, exact] = [0, true]
  for (const tag of lead) {
    if ((await sizeOf(needs, tag)) > MOST_WALKED) {
      exact = false
      reached += await sampled(needs, tag, met)
    } else {
      const rows = await allOf(needs.store, taggings, { index: 'tag', where: { tag } })
      reached += rows.filter(({ doc }) => met(doc)).length
    }
  }
  return { reached: Math.round(reached), exact }
}

/** A part of a walk: the `part`th of `parts` of a tag's people, by their places. */
export interface Part {
  readonly tag: Tag
  readonly part: number
  readonly parts: number
}

/** How an audience is divided: its leading tags, each in parts of about so many people, `most` parts in all. */
export const partsOf = async (
  needs: Needs,
  audience: Audience,
  { each, most }: { readonly each: number; readonly most: number },
): Promise<{ readonly lead: readonly Tag[]; readonly walks: readonly Pick<Part, 'tag' | 'parts'>[] }> => {
  const lead = await leadOf(needs, audience)
  const room = Math.max(1, Math.floor(most / lead.length))
  const walks = await Promise.all(
    lead.map(async (tag) => {
      const parts = Math.ceil((await sizeOf(needs, tag)) / each)
      return { tag, parts: Math.min(room, Math.max(1, parts)) }
    }),
  )
  return { lead, walks }
}

export interface People {
  /** Accounts that the audience has, in the order of their places. */
  readonly accounts: readonly string[]
  /** Rows looked at. */
  readonly looked: number
  /** The place of the last row: where to go on; null: the part is at its end. Names nobody. */
  readonly next: string | null
}

/** The next hundred rows of a part. @param after `next` of the page before; null: from the beginning */
export const peopleIn = async (
  { store }: Needs,
  { audience, lead }: { readonly audience: Audience; readonly lead: readonly Tag[] },
  { tag, part, parts }: Part,
  after: string | null,
): Promise<People> => {
  const range = {
    ...(after === null ? { gte: part === 0 ? '' : placeAt(part / parts) } : { gt: after }),
    ...(part + 1 === parts ? {} : { lt: placeAt((part + 1) / parts) }),
  }
  const { items } = await reader(store).query(taggings, { index: 'tag', where: { tag }, range, limit: PAGE })
  const accounts = items.filter(({ doc }) => isMet(doc, lead, audience)).map(({ doc }) => doc.accountId)
  return { accounts, looked: items.length, next: items[PAGE - 1]?.doc.place ?? null }
}

/** The tags of one account: for the reasons that it is told. */
export const tagsOfAccount = async ({ store }: Needs, accountId: string): Promise<ReadonlySet<Tag>> => {
  const query = { index: 'account', where: { accountId }, limit: 1 } as const
  const [first] = (await reader(store).query(taggings, query)).items
  return new Set(first?.doc.tags)
}
