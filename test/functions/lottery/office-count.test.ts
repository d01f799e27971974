/** The books count each entry once, wherever counting is cut off, and whoever counts beside it; and are exported whole. */
import { read, utils } from '@e965/xlsx'
import type { PaperPart } from '../../../functions/core/io/papers/part'
import { reader } from '../../../functions/core/io/store/reader'
import { DAY_MS, instantOf, MINUTE } from '../../../functions/core/pure/time'
import { lotteryCounted, lotteryDaySums } from '../../../functions/lottery/collections-office'
import { countEntries } from '../../../functions/lottery/work/office-count'
import { dyingAt } from '../../harness/dying'
import { writeEntries, type Written } from './office-entries'
import { CAMPAIGN, openWorld, OPERATOR, type World } from './world'

const FIRST = instantOf('2026-11-02', 600)
const ENTRIES = 230

/** Over forty days, by seven people; every tenth amount is not known. */
const entries: readonly Written[] = Array.from({ length: ENTRIES }, (_, place) => ({
  at: FIRST + Math.floor(place / 6) * DAY_MS + (place % 6) * MINUTE,
  person: `tp_${place % 7}`,
  total: place % 10 === 0 ? null : 10_000 + place,
  number: place,
}))
const known = entries.flatMap(({ total }) => total ?? [])
const ALL = {
  entries: ENTRIES,
  fen: known.reduce((sum, fen) => sum + fen, 0),
  unknown: ENTRIES - known.length,
  entrants: 7,
}
/** The second day of the forty. */
const SECOND = {
  entries: 6,
  fen: known.filter((_, i) => i >= 5 && i < 5 + 5).reduce((sum, fen) => sum + fen, 0),
  unknown: 1,
  entrants: 1,
}

const openCounted = async (): Promise<World> => {
  const world = await openWorld()
  await world.publish()
  await writeEntries(world, entries)
  world.services.time.now = FIRST + 50 * DAY_MS
  return world
}

const DAYS = Array.from({ length: 39 }, (_, i) =>
  new Date(Date.UTC(2026, 10, 2 + i)).toISOString().slice(0, 10),
)

const counted = async ({ services }: World) => {
  const look = reader(services.store)
  const days = await look.getMany(
    lotteryDaySums,
    DAYS.map((day) => `${CAMPAIGN}.${day}`),
  )
  return { all: await look.get(lotteryCounted, CAMPAIGN), days }
}

const holds = async (world: World): Promise<void> => {
  const { all, days } = await counted(world)
  expect(all).toMatchObject(ALL)
  expect(days[1]).toMatchObject(SECOND)
  const sum = (of: 'entries' | 'fen' | 'unknown' | 'entrants') =>
    days.reduce((total, day) => total + (day?.[of] ?? 0), 0)
  expect({
    entries: sum('entries'),
    fen: sum('fen'),
    unknown: sum('unknown'),
    entrants: sum('entrants'),
  }).toEqual(ALL)
}

describe('counting', () => {
  test.each([true, false])('dies at any commit, told %s, and counts on to the same sums', async (told) => {
    for (let commits = 0; commits < 4; commits += 1) {
      const world = await openCounted()
      await dyingAt(world.services, { commits, told }, countEntries)
      const { all } = await counted(world)
      // Three stretches of it: a hundred, a hundred, the rest; cut off before the last it is not done.
      if (commits < 2) expect(all?.entries ?? 0).toBeLessThan(ENTRIES)
      await dyingAt(world.services, { commits: 1, told }, countEntries)
      await countEntries(world.services)
      await holds(world)
      expect(await countEntries(world.services)).toBe(0)
      await world.close()
    }
  })

  test('of two that race each entry is counted by one', async () => {
    const world = await openCounted()
    const done = await Promise.all([1, 2, 3].map(() => countEntries(world.services)))
    await countEntries(world.services)
    await holds(world)
    expect(done.reduce((sum, many) => sum + many, 0)).toBeLessThanOrEqual(ENTRIES)
    await world.close()
  })

  test('another that counts on between a read and its commit is not undone', async () => {
    const world = await openCounted()
    world.before.commit = async () => {
      await countEntries(world.services)
    }
    expect(await countEntries(world.services)).toBe(0)
    await holds(world)
    await world.close()
  })

  test('of the last minute waits, since another instance may still write a little earlier', async () => {
    const world = await openWorld()
    await world.publish()
    const at = world.services.clock()
    await writeEntries(world, [{ at, person: 'tp_1', total: 10_000, number: 1 }])
    world.services.time.now = at + MINUTE
    expect(await countEntries(world.services)).toBe(0)
    world.services.time.now = at + MINUTE + 1
    expect(await countEntries(world.services)).toBe(1)
    await world.close()
  })
})

test('the spreadsheet has the same figures as the screen, a sheet each', async () => {
  const world = await openCounted()
  await countEntries(world.services)
  const asked = { campaign: CAMPAIGN, until: '2026-11-04', days: 3 }
  const parts: Buffer[] = []
  for (let place = 0, of = 1; place < of; place += 1) {
    const part = await world.must<PaperPart>(
      'lottery/statisticsSheet',
      { ...asked, place },
      { as: `${OPERATOR}甲` },
    )
    parts.push(Buffer.from(part.bytes, 'base64'))
    of = part.parts
  }
  const { Sheets, SheetNames } = read(Buffer.concat(parts))
  const rowsOf = (at: number): unknown[][] => {
    const sheet = Sheets[SheetNames[at] ?? '']
    return sheet ? utils.sheet_to_json(sheet, { header: 1 }) : []
  }
  expect(SheetNames.slice(0, 4)).toEqual(['每日参加', '奖池', '奖项', '排除'])
  const [head, , second] = rowsOf(0)
  expect(head).toEqual(['日期', '参加张数', '发票金额', '金额不明张数', '新参加人数'])
  expect(second?.slice(1)).toEqual([6, SECOND.fen / 100, 1, 1])
  expect(rowsOf(1)[1]).toEqual(['每日奖金', 200_000, 200_000, 0, 0])
  await world.close()
})
