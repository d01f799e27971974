import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entry } from '../../functions/core/io/entry/entry'
import type { Envelope } from '../../functions/core/io/entry/envelope'
import { byClock, startSchedule, type Ticking } from '../../platform/server/schedule'
import { startServer } from '../../platform/server/server'
import { timers } from '../../platform/server/functions'
import { startRunning } from './running'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'life-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const quiet = { LOG_LEVEL: 'silent' }

describe('starting and stopping', () => {
  it('keeps its data', async () => {
    const first = await startServer({ port: 0, dataDir: dir, environment: quiet, schedules: false })
    const before = await first.services.vault.keyOf('someone')
    const sealed = before.seal('a|b|c', 'kept')
    await first.close()
    const second = await startServer({ port: 0, dataDir: dir, environment: quiet, schedules: false })
    expect((await second.services.vault.keyOf('someone')).open('a|b|c', sealed)).toBe('kept')
    await second.close()
  })

  it('finishes calls that are under way', async () => {
    const running = await startRunning()
    const calls = Array.from({ length: 10 }, () => running.post('/api/accounts/signIn', { code: 'code-o-1' }))
    await running.post('/api/appointments/halls', {})
    const closed = running.close()
    const statuses = await Promise.all(
      calls.map((call) =>
        call.then(
          (answer) => answer.status,
          () => 'cut',
        ),
      ),
    )
    await closed
    expect(statuses).toEqual(Array(10).fill(200))
  })

  it('gives the folder free when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    await expect(startServer({ port, dataDir: dir, environment: quiet })).rejects.toThrow('EADDRINUSE')
    other.close()
    await (await startServer({ port: 0, dataDir: dir, environment: quiet, schedules: false })).close()
  })

  it('tells every problem of its configuration at once', async () => {
    await expect(
      startServer({ port: 0, dataDir: dir, environment: { LOG_LEVEL: 'loud', RATE_LIMIT: 'x' } }),
    ).rejects.toThrow(/LOG_LEVEL[\s\S]*RATE_LIMIT/)
  })

  it('seeds and serves what a demonstration brings', async () => {
    let seeded = 0
    const running = await startRunning({ demo: { functions: {}, seed: async () => void (seeded += 1) } })
    expect(seeded).toBe(1)
    await running.close()
  })
})

describe('schedules', () => {
  /** An entry that answers when it is told to. */
  const recorder = () => {
    const calls: Envelope[] = []
    const answers: (() => void)[] = []
    const entry: Entry = {
      procedures: new Map(),
      refuse: () => Promise.reject(new Error('unused')),
      handle: async (envelope) => {
        calls.push(envelope)
        await new Promise<void>((resolve) => answers.push(resolve))
        return { status: 200, headers: {}, body: {} }
      },
    }
    return { entry, calls, answer: () => answers.shift()?.() }
  }
  /** Crons that come due by hand. */
  const handTicking = () => {
    const due = new Map<string, () => Promise<void>>()
    const stopped: string[] = []
    const ticking: Ticking = (cron, run) => {
      due.set(cron, run)
      return { stop: () => void stopped.push(cron) }
    }
    return { ticking, stopped, tick: (cron: string) => due.get(cron)?.() ?? Promise.reject(new Error(cron)) }
  }
  const EACH_MINUTE = '0 * * * * * *'

  it('call the entry as a timer, never twice at once, and stop when told', async () => {
    const { entry, calls, answer } = recorder()
    const hand = handTicking()
    const timers = { timers: [{ procedure: 'dispatch', cron: EACH_MINUTE }] }
    const schedule = startSchedule(entry, timers, hand.ticking)
    const first = hand.tick(EACH_MINUTE)
    await hand.tick(EACH_MINUTE)
    expect(calls).toEqual([
      { procedure: 'timers/dispatch', input: {}, headers: {}, source: { timer: 'dispatch' } },
    ])
    answer()
    await first
    const second = hand.tick(EACH_MINUTE)
    expect(calls).toHaveLength(2)
    let over = false
    const stopping = schedule.stop().then(() => (over = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect([over, hand.stopped]).toEqual([false, [EACH_MINUTE]])
    answer()
    await Promise.all([stopping, second])
    await hand.tick(EACH_MINUTE)
    expect(calls).toHaveLength(2)
  })
  it('come due by the clock', async () => {
    const came = await new Promise<boolean>((resolve) => {
      const job = byClock('* * * * * * *', async () => {
        job.stop()
        resolve(true)
      })
    })
    expect(came).toBe(true)
  }, 60_000)
  it('of every function name jobs that exist, in crons that can be read', async () => {
    const running = await startRunning()
    for (const [name, list] of Object.entries(timers)) {
      for (const { procedure } of list) {
        const reply = await running.server.handle({
          procedure: `${name}/${procedure}`,
          input: {},
          headers: {},
          source: { timer: procedure },
        })
        expect([procedure, reply.status]).toEqual([procedure, 200])
      }
    }
    await running.close()
    await startSchedule(recorder().entry, timers).stop()
  })
})

describe('what npm start runs', () => {
  it('stops on SIGTERM after answering, and exits with 0', async () => {
    writeFileSync(join(dir, 'index.html'), '<!doctype html>')
    const env = { ...process.env, PORT: '0', DATA_DIR: join(dir, 'data'), WEB_ROOT: dir, LOG_LEVEL: 'silent' }
    const child = spawn(process.execPath, ['scripts/run.mjs', 'platform/main.ts'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)))
    try {
      const url = await new Promise<string>((resolve) =>
        child.stdout.on('data', (chunk: Buffer) => {
          const found = /http:\/\/[\d.]+:\d+/.exec(chunk.toString())?.[0]
          if (found) resolve(found)
        }),
      )
      expect((await fetch(`${url}/health`)).status).toBe(200)
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
    } finally {
      child.kill('SIGTERM')
    }
  }, 60_000)
})
