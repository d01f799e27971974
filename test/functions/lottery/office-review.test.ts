/** Reviewing entries: a day of many is looked at in looks that cut no pattern; leaving one out has a reason and a name. */
import { auditEntries } from '../../../functions/core/io/audit/collections'
import { allOf } from '../../../functions/core/io/store/pages'
import { reader } from '../../../functions/core/io/store/reader'
import { instantOf, MINUTE } from '../../../functions/core/pure/time'
import { lotteryEntries } from '../../../functions/lottery/collections'
import { MOST_LOOKED } from '../../../functions/lottery/work/office-review'
import { enter } from './evening'
import { entryAt, writeEntries, type Written } from './office-entries'
import { CAMPAIGN, eachWorld, OPERATOR, type World } from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const as = '审核人'
const DAY = '2026-11-24'

interface Flags {
  readonly flags: readonly { readonly code: string; readonly entries: readonly string[] }[]
  readonly entries: readonly { readonly id: string }[]
  readonly looked: number
  readonly next: number | null
}
const flags = (from?: number) =>
  world.must<Flags>(
    'lottery/flags',
    { campaign: CAMPAIGN, day: DAY, ...(from === undefined ? {} : { from }) },
    { as },
  )

/** One a ten seconds, each of another person; three of one person and shop stand around the limit. */
const aroundTheLimit = (): readonly Written[] => {
  const strange = [MOST_LOOKED - 2, MOST_LOOKED, MOST_LOOKED + 1]
  return Array.from({ length: MOST_LOOKED + 40 }, (_, place) => {
    const at = instantOf(DAY) + place * 10_000
    return strange.includes(place)
      ? {
          at,
          person: 'tp_strange',
          seller: 'a shop',
          total: 10_100,
          number: 500_000 + strange.indexOf(place),
        }
      : { at, person: `tp_${place}`, total: 10_100, number: place * 7 }
  })
}

describe('a day of more than one look', () => {
  test('is looked at to its end, and no pattern is lost between two looks', async () => {
    await world.publish()
    await writeEntries(world, aroundTheLimit())
    const first = await flags()
    expect(first.looked).toBe(MOST_LOOKED)
    expect(first.flags).toEqual([])
    const second = await flags(first.next ?? 0)
    expect(second.next).toBeNull()
    // Half an hour again, and the forty that are new.
    expect(second.looked).toBe(30 * 6 + 40)
    expect(second.flags.map(({ code }) => code).sort()).toEqual(['inARow', 'split'])
    expect(second.flags[0]?.entries).toHaveLength(3)
    expect(second.entries.map(({ id }) => id)).toContain(entryAt(MOST_LOOKED - 2))
  }, 60_000)

  test('goes on also where more came at once than one look takes in half an hour', async () => {
    await world.publish()
    const at = instantOf(DAY, 600)
    await writeEntries(
      world,
      Array.from({ length: MOST_LOOKED + 1 }, (_, place) => ({
        at: at + Math.floor(place / 10),
        person: `tp_${place}`,
        total: 10_100,
        number: place * 7,
      })),
    )
    const { next } = await flags()
    expect(next).toBe(at + MOST_LOOKED / 20)
    expect(await flags(next ?? 0)).toMatchObject({ looked: MOST_LOOKED / 2 + 1, next: null })
  }, 60_000)
})

describe('leaving out', () => {
  beforeEach(async () => {
    await world.publish()
    for (const name of ['陈甲', as]) await world.person(name)
  })
  const exclude = (id: string, reason: string | null, key?: string) =>
    world.must('lottery/exclude', { id, reason }, { as, ...(key === undefined ? {} : { key }) })
  const audited = async (subject: string) =>
    (await allOf(world.services.store, auditEntries, { index: 'subject', where: { subject } })).map(
      ({ doc: { action, detail } }) => [action, detail.reason],
    )

  test('is in the audit with its reason, as is taking in again; the same call twice is one', async () => {
    const id = await enter(world, '陈甲')
    await exclude(id, 'forged', 'first'.repeat(4))
    await exclude(id, 'forged', 'first'.repeat(4))
    await exclude(id, null, 'second'.repeat(4))
    expect(await audited(id)).toEqual([
      ['lottery/exclude', 'forged'],
      ['lottery/exclude', 'none'],
    ])
    expect((await reader(world.services.store).get(lotteryEntries, id))?.excluded).toBeNull()
  })

  test('is another’s to do where the entry is one’s own', async () => {
    const id = await enter(world, as)
    expect(await world.refused('lottery/exclude', { id, reason: 'split' }, { as })).toBe('FOUR_EYES')
    expect(await audited(id)).toEqual([])
  })

  test('is a reviewer’s: who draws does not review', async () => {
    const id = await enter(world, '陈甲')
    expect(await world.refused('lottery/exclude', { id, reason: 'split' }, { as: `${OPERATOR}甲` })).toBe(
      'FORBIDDEN',
    )
  })

  test('ends with the commit that closes the list, whichever comes first', async () => {
    const id = await enter(world, '陈甲')
    world.services.time.now = instantOf(DAY, 1380) + MINUTE
    // The list is closed between the reviewer's read and her commit.
    world.before.commit = async () => {
      await world.must('lottery/runDraws', {}, { timer: 'runDraws' })
    }
    expect(await world.refused('lottery/exclude', { id, reason: 'split' }, { as })).toBe('CASE_STATE')
    expect((await reader(world.services.store).get(lotteryEntries, id))?.excluded).toBeNull()
  })
})
