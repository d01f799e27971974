/** Workers killed in the middle of payments: what was planned is paid once, or not at all, and both sides know. */
import { rmSync } from 'node:fs'
import { HOUR } from '../../../../functions/core/pure/time'
import { seededRandom, TEST_NOW } from '../../../harness/context'
import { MISCHIEFS } from '../../../harness/outside/payments'
import { bundleChild, runChild } from '../events/children'
import { openParts } from './parts'

let bundle: string
beforeAll(async () => {
  bundle = await bundleChild(__dirname)
})
afterAll(() => rmSync(bundle, { force: true }))

it('killed again and again, with a network that loses and doubles: no difference at the end', async () => {
  const parts = await openParts()
  const { services, bank, service } = parts
  const random = seededRandom('kills')
  bank.mischief = () => MISCHIEFS[(random(1)[0] ?? 0) % (2 * MISCHIEFS.length)] ?? 'none'
  const committed: string[] = []
  for (let round = 0; round < 8; round += 1) {
    const now = TEST_NOW + round * HOUR
    const words = [services.directory, String(now), bank.url, String(service.patience)]
    // Two at a time, on one database, each killed at another moment.
    const ended = await Promise.all(
      [0, 1].map((i) =>
        runChild(bundle, words, { commits: 3 + ((round + i) % 4), ms: (round * 7 + i * 13) % 60 }),
      ),
    )
    expect(ended.map(({ errors, signal }) => [errors, signal])).toEqual(Array(2).fill(['', 'SIGKILL']))
    for (const { lines } of ended) committed.push(...lines.map((line) => line.slice('committed '.length)))
  }
  services.time.now = TEST_NOW + 9 * HOUR
  await parts.workToTheEnd()
  const calls = await parts.calls()
  const ids = calls.map(({ id }) => id)
  expect(committed.length).toBeGreaterThan(48)
  expect(committed.filter((id) => !ids.includes(id))).toEqual([])
  expect(calls.filter(({ doc }) => doc.next !== null)).toEqual([])
  // Money moved once at most for each, and for nothing that was not planned.
  expect(new Set(bank.moved.map(({ id }) => id)).size).toBe(bank.moved.length)
  expect(await parts.compared()).toEqual({ differences: [], equal: bank.moved.length })
  await parts.close()
}, 120_000)
