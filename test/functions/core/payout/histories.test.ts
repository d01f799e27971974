/** Whatever WeChat Pay, the network and our own deaths do: paid once at most, and at the end both sides say the same. */
import { rmSync } from 'node:fs'
import { workCall, workCalls, type Worker } from '../../../../functions/core/io/outside/work'
import type { Store } from '../../../../functions/core/io/store/contract'
import { billNoOf } from '../../../../functions/core/io/payout/wechat/bills'
import { takeNotification } from '../../../../functions/core/io/payout/wechat/notification'
import { HOUR, MINUTE } from '../../../../functions/core/pure/time'
import { seededRandom, TEST_NOW, type TestServices } from '../../../harness/context'
import { WECHAT_MISCHIEFS, type Payee } from '../../../harness/pay/wechat-pay-server'
import { bundleChild, runChild } from '../events/children'
import { callsOf, ordersOf } from './orders'
import { openWechatParts, PATIENCE_MS, type WechatParts } from './wechat-parts'

const paidOnce = ({ server }: WechatParts): void => {
  const ids = server.moved.map(({ billNo }) => billNo)
  expect(new Set(ids).size).toBe(ids.length)
}

const bothSidesSayTheSame = async (parts: WechatParts): Promise<void> => {
  await parts.workToTheEnd()
  expect((await callsOf(parts.services)).filter(({ doc }) => doc.next !== null)).toEqual([])
  paidOnce(parts)
  expect(await parts.compared()).toEqual({ differences: [], equal: parts.server.moved.length })
}

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

it.each([1, 2, 3, 4, 5].flatMap((at) => [true, false].map((landed) => [at, landed] as const)))(
  'a worker that dies at its commit %i (landed: %s) leaves an order that ends with one payment',
  async (atCommit, landed) => {
    const parts = await openWechatParts()
    const { callId, orderId } = await parts.order({})
    const broken = { ...parts.services, store: dying(parts.services.store, atCommit, landed) }
    parts.meet('lostReply')
    for (let runs = 0; runs < 3; runs += 1) {
      await workCall(broken, parts.serviceOf(broken as TestServices), callId).catch(() => undefined)
      parts.services.time.now += HOUR
    }
    await bothSidesSayTheSame(parts)
    expect(parts.server.moved.map(({ billNo, fen }) => [billNo, fen])).toEqual([[billNoOf(orderId), 1200]])
    await parts.close()
  },
)

it.each([1, 2, 3, 4, 5, 6])(
  'random history %i',
  async (seed) => {
    const parts = await openWechatParts({ seed })
    const random = seededRandom(`payout ${seed}`)
    const draw = (n: number): number => ((random(2)[0] ?? 0) * 256 + (random(1)[0] ?? 0)) % n
    const drawn = <T>(list: readonly T[], otherwise: T): T => list[draw(list.length)] ?? otherwise
    parts.server.mischief = () => (draw(3) === 0 ? 'none' : drawn(WECHAT_MISCHIEFS, 'none'))
    const payees: readonly Payee[] = ['confirms', 'confirms', 'never', { fails: 'REAL_NAME_CHECK_FAIL' }]
    parts.server.payee = (openid) => payees[Number(openid.slice(1)) % payees.length] ?? 'confirms'
    parts.server.balance = 4_000_000
    const other = await parts.services.beside()
    for (let round = 0; round < 6; round += 1) {
      for (let i = 0; i < 3; i += 1)
        await parts.order({
          amount: 1 + draw(500_000),
          payee: { kind: 'wechat', openid: `o${draw(8)}`, name: '林小雨' },
        })
      const workers = [parts.services, other].map((services) =>
        draw(3) === 0 ? { ...services, store: dying(services.store, 1 + draw(9), draw(2) === 0) } : services,
      )
      await Promise.all(
        workers.map((worker) => workCalls(worker as Worker, parts.serviceOf(worker)).catch(() => undefined)),
      )
      for (const billNo of parts.server.bills.keys()) {
        if (draw(3) > 0) continue
        const { headers, body } = parts.server.notification(billNo)
        const named = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
        const notice = { header: (name: string) => named.get(name), body }
        const take = () => takeNotification(parts.services, parts.service, parts.server.configuration, notice)
        await Promise.all([take(), take()])
      }
      paidOnce(parts)
      parts.services.time.now += drawn([1_000, 30_000, 200_000, MINUTE * 40, HOUR * 5], HOUR)
    }
    await bothSidesSayTheSame(parts)
    await parts.close()
  },
  60_000,
)

describe('processes', () => {
  let bundle: string
  beforeAll(async () => {
    bundle = await bundleChild(__dirname)
  })
  afterAll(() => rmSync(bundle, { force: true }))

  it('killed again and again, with a network that loses and doubles: no difference at the end', async () => {
    const parts = await openWechatParts()
    const { services, server } = parts
    const random = seededRandom('kills')
    server.mischief = () => WECHAT_MISCHIEFS[(random(1)[0] ?? 0) % (2 * WECHAT_MISCHIEFS.length)] ?? 'none'
    const committed: string[] = []
    for (let round = 0; round < 6; round += 1) {
      services.time.now = TEST_NOW + round * HOUR
      const words = [
        services.directory,
        String(services.time.now),
        JSON.stringify(server.configuration),
        String(PATIENCE_MS),
      ]
      const ended = await Promise.all(
        [0, 1].map((i) =>
          runChild(bundle, words, { commits: 3 + ((round + i) % 4), ms: (round * 7 + i * 13) % 60 }),
        ),
      )
      expect(ended.map(({ errors, signal }) => [errors, signal])).toEqual(Array(2).fill(['', 'SIGKILL']))
      for (const { lines } of ended) committed.push(...lines.map((line) => line.slice('committed '.length)))
    }
    services.time.now = TEST_NOW + 7 * HOUR
    await bothSidesSayTheSame(parts)
    const ids = new Set((await ordersOf(services)).map(({ id }) => id))
    expect(committed.length).toBeGreaterThan(36)
    expect(committed.filter((id) => !ids.has(id))).toEqual([])
    expect(server.refused).toEqual([])
    await parts.close()
  }, 120_000)
})
