import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { reader } from '../../../../functions/core/io/store/reader'
import { appointments } from '../../../../functions/appointments/collections'
import { DAY, defects, disagreements, HALL, openWorld } from '../world'

const ROUNDS = 6
/** Inside the repository, so that the child finds its packages. */
const CHILD = join(__dirname, '../../../../.cache/test/booking-child.cjs')

/** Runs the child until it has acknowledged so many calls, then kills it in the midst of the next ones. */
const runAndKill = (dataDir: string, round: string, after: number): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, dataDir, round], { stdio: ['ignore', 'pipe', 'pipe'] })
    const told: string[] = []
    let complaint = ''
    child.stderr.on('data', (text: Buffer) => (complaint += text.toString()))
    createInterface({ input: child.stdout }).on('line', (line) => {
      told.push(line)
      if (told.length === after) child.kill('SIGKILL')
    })
    child.on('close', (_, signal) => (signal === 'SIGKILL' ? resolve(told) : reject(new Error(`the child ended by itself: ${complaint.slice(0, 2000)}`))))
  })

it('killed in the midst of bookings, keeps what was acknowledged, and slot, ledger and appointment agree', async () => {
  await build({ entryPoints: [join(__dirname, 'child.ts')], bundle: true, platform: 'node', target: 'node20', format: 'cjs', outfile: CHILD, external: ['libsql'], logLevel: 'error' })
  const dataDir = await mkdtemp(join(tmpdir(), 'shuibang-crash-'))
  try {
    let acknowledged = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const told = await runAndKill(dataDir, `${round}`, 12 + round * 7)
      const world = await openWorld({ dataDir })
      expect(await disagreements(world)).toEqual([])
      const last = new Map(told.filter((line) => line !== 'ready').map((line) => [line.split(' ')[1] ?? '', line.split(' ')[0] ?? '']))
      const docs = await reader(world.instance.services.store).getMany(appointments, [...last.keys()])
      docs.forEach((doc, i) => {
        const [id, state] = [...last][i] ?? []
        // What was told may have gone on: a booking may have been cancelled after the last word.
        expect([id, state === 'booked' ? ['booked', 'cancelled'].includes(doc?.state ?? '') : doc?.state === 'cancelled']).toEqual([id, true])
      })
      acknowledged += last.size
      // Room for the next round.
      const officer = await world.signIn('周敏')
      await world.expect('setCapacity', { hallId: HALL, day: DAY, capacity: { online: 200, walkIn: 1, priority: 1 }, reason: 'x' }, { token: officer })
      await world.close()
    }
    expect(acknowledged).toBeGreaterThan(40)
    expect(defects.splice(0)).toEqual([])
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}, 120_000)
