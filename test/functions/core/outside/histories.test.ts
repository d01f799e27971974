/** Whatever the other side, the network and our own deaths do: paid once at most, and at the end both sides say the same. */
import { workCall, workCalls, type Worker } from '../../../../functions/core/io/outside/work'
import type { Store } from '../../../../functions/core/io/store/contract'
import { HOUR } from '../../../../functions/core/pure/time'
import { seededRandom } from '../../../harness/context'
import { MISCHIEFS } from '../../../harness/outside/payments'
import { openParts, type Parts } from './parts'

/** The machine dies at its nth commit, before or after it landed; nothing works there afterwards. */
const dying = (store: Store, atCommit: number, landed: boolean): Store => {
  let commits = 0
  const gone = (): never => {
    throw new Error('the machine is gone')
  }
  return {
    ...store,
    read: (...given) => (commits >= atCommit ? gone() : store.read(...given)),
    query: (...given) => (commits >= atCommit ? gone() : store.query(...given)),
    commit: async (changes) => {
      commits += 1
      if (commits < atCommit) return store.commit(changes)
      if (commits === atCommit && landed) await store.commit(changes)
      return gone()
    },
  }
}

const paidOnce = ({ bank }: Parts): void => {
  const ids = bank.moved.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
}

const bothSidesSayTheSame = async (parts: Parts): Promise<void> => {
  const calls = await parts.calls()
  expect(calls.filter(({ doc }) => doc.next !== null)).toEqual([])
  paidOnce(parts)
  const { differences, equal } = await parts.compared()
  expect(differences).toEqual([])
  expect(equal).toBe(parts.bank.moved.length)
}

it.each([1, 2, 3, 4].flatMap((atCommit) => [true, false].map((landed) => [atCommit, landed] as const)))(
  'a worker that dies at its commit %i (landed: %s) leaves a call that ends with one payment',
  async (atCommit, landed) => {
    const parts = await openParts()
    const id = await parts.plan(1200)
    // So that there is more than one step to die at: sent and lost, asked for, sent again.
    const left = ['lostReply', 'none'] as const
    let requests = 0
    parts.bank.mischief = () => left[requests++] ?? 'none'
    const store = dying(parts.services.store, atCommit, landed)
    for (let runs = 0; runs < 3; runs += 1) {
      await workCall({ ...parts.services, store }, parts.service, id).catch(() => undefined)
      parts.services.time.now += HOUR
    }
    await parts.workToTheEnd()
    await bothSidesSayTheSame(parts)
    expect(parts.bank.moved).toEqual([{ id, fen: 1200 }])
    await parts.close()
  },
)

it.each(Array.from({ length: 8 }, (_, i) => i + 1))('random history %i', async (seed) => {
  const parts = await openParts({ seed }, { canClose: seed % 2 === 0 })
  const random = seededRandom(`history ${seed}`)
  const draw = (n: number): number => ((random(2)[0] ?? 0) * 256 + (random(1)[0] ?? 0)) % n
  const drawn = <T>(list: readonly T[], otherwise: T): T => list[draw(list.length)] ?? otherwise
  parts.bank.mischief = () => (draw(3) === 0 ? 'none' : drawn(MISCHIEFS, 'none'))
  const other = await parts.services.beside()
  for (let round = 0; round < 6; round += 1) {
    for (let i = 0; i < 3; i += 1) await parts.plan(draw(5) === 0 ? 2_000_000 + draw(100) : 1 + draw(10_000))
    const workers: Worker[] = [parts.services, other].map((services) =>
      draw(3) === 0 ? { ...services, store: dying(services.store, 1 + draw(9), draw(2) === 0) } : services,
    )
    await Promise.all(workers.map((worker) => workCalls(worker, parts.service).catch(() => undefined)))
    paidOnce(parts)
    parts.services.time.now += drawn([1_000, 30_000, 200_000, HOUR], HOUR)
  }
  await parts.workToTheEnd()
  await bothSidesSayTheSame(parts)
  expect(parts.bank.mostAtOnce()).toBeLessThanOrEqual(2)
  await parts.close()
})
