import { join } from 'node:path'
import { connectLibsql } from '../../../functions/core/io/store/sqlite/connection'
import { createReadiness, type ReadinessOptions } from '../../../platform/server/readiness'
import { startRunning } from '../running'

const durable = { engine: 'x', durable: true, detail: {} }
const warned: string[] = []
const log = {
  info: () => undefined,
  error: () => undefined,
  warn: (_: unknown, message: string) => void warned.push(message),
}
const readiness = (options: Partial<ReadinessOptions> = {}) =>
  createReadiness({ health: async () => durable, schema: async () => [], log, ...options })
beforeEach(() => void warned.splice(0))

describe('an instance is ready', () => {
  it('when its store answers, is durable and as declared', async () => {
    expect(await readiness().reason()).toBeUndefined()
  })
  it('not when the store takes too long, and again when it answers in time', async () => {
    let ms = 200
    const slow = readiness({
      withinMs: 20,
      health: () => new Promise((resolve) => setTimeout(resolve, ms, durable)),
    })
    expect(await slow.reason()).toBe('storeSlow')
    ms = 0
    expect(await slow.reason()).toBeUndefined()
  })
  it('not when the store fails, which the log tells once', async () => {
    const failing = readiness({ health: () => Promise.reject(new Error('gone')) })
    expect([await failing.reason(), await failing.reason()]).toEqual(['storeFailed', 'storeFailed'])
    expect(warned).toEqual(['the store does not answer'])
  })
  it('not when commits would not last', async () => {
    expect(await readiness({ health: async () => ({ ...durable, durable: false }) }).reason()).toBe(
      'notDurable',
    )
  })
  it('not while the schema is otherwise, and asks for it no more once it is right', async () => {
    let [asked, problems] = [0, ['missing: table c_slots']]
    const one = readiness({
      schema: async () => {
        asked += 1
        return problems
      },
    })
    expect([await one.reason(), await one.reason()]).toEqual(['schema', 'schema'])
    expect(warned).toEqual(['the database is not as this version declares it'])
    problems = []
    expect([await one.reason(), await one.reason()]).toEqual([undefined, undefined])
    expect(asked).toBe(3)
  })
  it('not any more once it is stopping, whatever the store says', async () => {
    const one = readiness()
    const underWay = one.reason()
    one.stop()
    expect([await underWay, await one.reason()]).toEqual(['stopping', 'stopping'])
  })
  it('asks the store once, however many ask it', async () => {
    let asked = 0
    const one = readiness({
      health: async () => {
        asked += 1
        return durable
      },
    })
    await Promise.all(Array.from({ length: 20 }, () => one.reason()))
    expect(asked).toBe(1)
  })
})

describe('/ready', () => {
  it('tells a lost index, until it is there again', async () => {
    const running = await startRunning()
    const change = (sql: string): void => {
      const connection = connectLibsql(join(running.dir, 'data/shuibang.db'))
      connection.exec(sql)
      connection.close()
    }
    const connection = connectLibsql(join(running.dir, 'data/shuibang.db'))
    const sql = String(
      connection
        .prepare("SELECT sql FROM sqlite_master WHERE name = 'i_slots_expiry_expiresAt'")
        .get([])?.[0],
    )
    connection.close()
    change('DROP INDEX i_slots_expiry_expiresAt')
    expect(await running.send('/ready', {})).toMatchObject({
      status: 503,
      body: { status: 'notReady', reason: 'schema' },
    })
    expect((await running.send('/health', {})).status).toBe(200)
    change(sql)
    expect(await running.send('/ready', {})).toMatchObject({ status: 200, body: { status: 'ready' } })
    expect(await running.send('/ready', { method: 'POST' })).toMatchObject({ status: 405 })
    await running.close()
  })
})
