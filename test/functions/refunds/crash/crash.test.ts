/** Killed while claims, decisions and payments are under way: what was acknowledged is kept, and every figure agrees. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reader } from '../../../../functions/core/io/store/reader'
import { refundCases } from '../../../../functions/refunds/collections'
import { subscribers } from '../../../../functions/subscribers'
import { bundledChild, runAndKill } from '../../../harness/crash'
import { refundFaults } from '../../../harness/refunds'
import { openKept } from './kept-world'

const ROUNDS = 4

test('killed in the midst of refunds, keeps what was acknowledged, and vouchers, cases and payments agree', async () => {
  const file = await bundledChild(join(__dirname, 'child.ts'))
  const dataDir = await mkdtemp(join(tmpdir(), 'shuibang-refunds-'))
  try {
    let acknowledged = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const told = await runAndKill(file, [dataDir, `${round}`], 8 + round * 9)
      const world = await openKept(dataDir)
      const { store } = world.instance.services
      expect(await refundFaults(store)).toEqual([])
      const last = new Map(told.map((line) => [line.split(' ')[1] ?? '', line.split(' ')[0] ?? '']))
      const ids = [...last.keys()].filter((id) => id.startsWith('rf_'))
      const docs = await reader(store).getMany(refundCases, ids)
      for (const [at, doc] of docs.entries())
        expect([ids[at], doc && (last.get(ids[at] ?? '') !== 'approved' || doc.money !== null)]).toEqual([
          ids[at],
          true,
        ])
      acknowledged += ids.length
      // What the dead one had ordered is paid once, by whoever comes after.
      for (let again = 0; again < 3; again += 1) {
        await world.timer('refunds/payOut')
        for (const { name } of subscribers) await world.timer('timers/dispatch', { subscriber: name })
      }
      expect(await refundFaults(store)).toEqual([])
      await world.instance.close()
    }
    expect(acknowledged).toBeGreaterThan(20)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}, 120_000)
