import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reader } from '../../../../functions/core/io/store/reader'
import { appointments } from '../../../../functions/appointments/collections'
import { MINUTE } from '../../../../functions/core/pure/time'
import { bundledChild, runAndKill } from '../../../harness/crash'
import { DAY, defects, disagreements, HALL, openWorld, restless, SUNDAY } from '../world'

const ROUNDS = 6
const bundled = (name: 'child' | 'claimer'): Promise<string> => bundledChild(join(__dirname, `${name}.ts`))

it('killed in the midst of bookings, keeps what was acknowledged, and slot, ledger and appointment agree', async () => {
  const file = await bundled('child')
  const dataDir = await mkdtemp(join(tmpdir(), 'shuibang-crash-'))
  try {
    let acknowledged = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const told = await runAndKill(file, [dataDir, `${round}`], 12 + round * 7)
      const world = await openWorld({ dataDir })
      expect(await disagreements(world)).toEqual([])
      const last = new Map(
        told
          .filter((line) => line !== 'ready')
          .map((line) => [line.split(' ')[1] ?? '', line.split(' ')[0] ?? '']),
      )
      const docs = await reader(world.instance.services.store).getMany(appointments, [...last.keys()])
      docs.forEach((doc, i) => {
        const [id, state] = [...last][i] ?? []
        // What was told may have gone on: a booking may have been cancelled after the last word.
        expect([
          id,
          state === 'booked'
            ? ['booked', 'cancelled'].includes(doc?.state ?? '')
            : doc?.state === 'cancelled',
        ]).toEqual([id, true])
      })
      acknowledged += last.size
      // Room for the next round.
      const officer = await world.signIn('周敏')
      await world.expect(
        'setCapacity',
        { hallId: HALL, day: DAY, capacity: { online: 200, walkIn: 1 + round, priority: 1 }, reason: 'test' },
        { token: officer },
      )
      await world.close()
    }
    expect(acknowledged).toBeGreaterThan(40)
    const world = await openWorld({ dataDir })
    expect(await restless(world)).toEqual([])
    await world.close()
    expect(defects.splice(0)).toEqual([])
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}, 120_000)

it('killed between claim and commit, leaves claims that are settled: the seats come back, each when its claim ends', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'shuibang-claims-'))
  try {
    await runAndKill(await bundled('claimer'), [dataDir, '7'], 7)
    const world = await openWorld({ dataDir, now: SUNDAY + 2 * MINUTE })
    expect(await disagreements(world)).toEqual([])
    expect((await world.slot(DAY, 600)).left.online).toBe(3)
    expect(await world.settleClaims()).toEqual({ confirmed: 0, freed: 3 })
    world.now = SUNDAY + 10 * MINUTE
    expect(await world.settleClaims()).toEqual({ confirmed: 0, freed: 4 })
    expect((await world.slot(DAY, 600)).left.online).toBe(10)
    expect(await restless(world)).toEqual([])
    await world.close()
    expect(defects.splice(0)).toEqual([])
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}, 60_000)
