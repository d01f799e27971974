/**
 * Twenty windows of one hall that call, serve and finish two thousand numbers as fast as they can, against the real server; beside a ceiling
 * that writes the same rows and bytes. Each call's number is noted: none may come twice, and what the database has is in order.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join, resolve } from 'node:path'
import Database from 'libsql'
import { allCollections } from '../functions/all-collections'
import { openInstance } from '../functions/core/io/entry/instance'
import { findOrCreateAccount } from '../functions/core/io/identity/account'
import { accounts } from '../functions/core/io/identity/collections'
import { startSession } from '../functions/core/io/identity/session'
import { reader } from '../functions/core/io/store/reader'
import { transact } from '../functions/core/io/store/transact'
import { dayOf } from '../functions/core/pure/time'
import { halls, matters } from '../functions/halls/collections'
import { placeKey, placeOf } from '../functions/queue/rules/lines'
import { givePlace } from '../functions/queue/work/give'
import { beginTicket } from '../functions/queue/work/ticket'
import { machine, startServer } from './booking-rush'
import { load, percentile, type Call } from './load'
import { hallDoc, MATTER, matterDoc } from './prepare'
import { bundle, serve } from './servers'

const HALL = 'bench-hall'
const WINDOWS = 20

const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** A hall, its officer, and everybody who waits. */
const prepare = async (dataDir: string, count: number): Promise<string> => {
  const { services, close } = await openInstance({
    functions: {},
    collections: allCollections,
    environment: { DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
  })
  try {
    await transact(services, (tx) => {
      tx.insert(halls, HALL, { ...hallDoc, windows: WINDOWS })
      tx.insert(matters, MATTER, matterDoc)
      return Promise.resolve()
    })
    const officer = await findOrCreateAccount(services, 'bench-officer')
    await transact(services, async (tx) => {
      const doc = await tx.get(accounts, officer.id)
      if (doc) tx.replace(accounts, officer.id, { ...doc, grants: [{ role: 'officer', halls: [HALL] }] })
    })
    const at = { hallId: HALL, day: dayOf(services.clock()) }
    const line = { matter: MATTER, kind: 'plain', band: 540, came: 'walkIn' } as const
    for (let i = 0; i < count; i += 1) {
      const { place, printed } = await givePlace(services, at, { line, letter: 'A' })
      await transact(services, (tx) => {
        const nobody = { accountId: null, taxpayerId: null, appointmentId: null }
        const id = tx.id('tk')
        beginTicket(tx, { id, ...at, ...line, place: placeKey(place), number: printed, ...nobody })
        return Promise.resolve()
      })
    }
    const doc = await reader(services.store).get(accounts, officer.id)
    if (!doc) throw new Error('no officer')
    return (await startSession(services, { id: officer.id, doc }, services.clock())).token
  } finally {
    await close()
  }
}

interface Answer {
  readonly status: number
  readonly body: { readonly ticket?: { readonly id: string; readonly number: string } | null }
}

/** One connection a window. */
const caller = (url: string, token: string, name: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let calls = 0
  return (procedure: string, input: object): Promise<Answer> =>
    new Promise((give, fail) => {
      const body = JSON.stringify({ hallId: HALL, ...input })
      calls += 1
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        authorization: `Bearer ${token}`,
        'idempotency-key': `bench-${name}-${String(calls).padStart(9, '0')}`,
      }
      const sent = request(
        `${url}/api/queue/${procedure}`,
        { method: 'POST', agent, headers },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (part: string) => (text += part))
          response.on('end', () =>
            give({ status: response.statusCode ?? 0, body: JSON.parse(text) as Answer['body'] }),
          )
        },
      )
      sent.on('error', fail)
      sent.end(body)
    })
}

interface Rush {
  readonly called: readonly string[]
  readonly times: readonly number[]
  readonly seconds: number
  readonly refused: number
}

const rush = async (url: string, token: string): Promise<Rush> => {
  const [called, times]: [string[], number[]] = [[], []]
  let refused = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: WINDOWS }, async (_, at) => {
      const window = String(at + 1)
      const call = caller(url, token, `window-${window}`)
      await call('setWindow', { window, state: 'open' })
      for (;;) {
        const from = performance.now()
        const { status, body } = await call('callNext', { window })
        times.push(performance.now() - from)
        if (status !== 200) {
          refused += 1
          continue
        }
        if (!body.ticket) return
        called.push(body.ticket.number)
        await call('serve', { window, ticketId: body.ticket.id })
        await call('finish', { window, ticketId: body.ticket.id })
      }
    }),
  )
  return { called, times: times.sort((a, b) => a - b), seconds: (performance.now() - began) / 1000, refused }
}

interface Row {
  readonly doc: string
}
/** What the database has, after SIGKILL: every number called once, and by the order of claims one after the other. */
const recount = (file: string) => {
  const db = new Database(file)
  try {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all([]) as {
      name: string
    }[]
    const table = (name: string) =>
      tables.find((one) => one.name === name || one.name.endsWith(`_${name}`))?.name ?? ''
    const docs = <T>(name: string): T[] =>
      (db.prepare(`SELECT doc FROM "${table(name)}"`).all([]) as Row[]).map(({ doc }) => JSON.parse(doc) as T)
    const steps = docs<{ kind: string; place: string; turn?: number }>('queueSteps')
    const calls = steps
      .filter(({ kind }) => kind === 'called')
      .sort((one, other) => (one.turn ?? 0) - (other.turn ?? 0))
      .map(({ place }) => placeOf(place).number)
    const outOfOrder = calls.filter((number, at) => number !== at + 1).length
    const tickets = docs<{ state: string }>('queueTickets')
    const bytes = ['queueTickets', 'queueSteps', 'receipts'].map((name) => {
      const all = docs<object>(name)
      return Math.round(
        all.reduce((sum, doc) => sum + JSON.stringify(doc).length, 0) / Math.max(1, all.length),
      )
    })
    return {
      calls: calls.length,
      twice: calls.length - new Set(calls).size,
      outOfOrder,
      done: tickets.filter(({ state }) => state === 'done').length,
      bytes,
    }
  } finally {
    db.close()
  }
}

export const callNext = async ({ quick }: { readonly quick: boolean }): Promise<Record<string, unknown>> => {
  const tickets = quick ? 300 : 2_000
  const root = mkdtempSync(resolve('.cache', 'call-next-'))
  try {
    const [serverFile, ceilingFile] = await Promise.all([
      bundle('platform/server/main.ts', 'server'),
      bundle('bench/ceiling.ts', 'ceiling'),
    ])
    const dataDir = join(root, 'data')
    const token = await prepare(dataDir, tickets)
    say(`${tickets} numbers wait`)
    const server = await startServer(serverFile, dataDir)
    const { called, times, seconds, refused } = await rush(server.url, token)
    await server.kill()
    const counted = recount(join(dataDir, 'shuibang.db'))
    const ceiling = await serve(ceilingFile, [join(root, 'ceiling.db'), ...counted.bytes.map(String)])
    // A number is three requests: called, served, finished.
    const calls = Array.from({ length: tickets * 3 }, (_, at): Call => ({
      path: '/',
      headers: { 'idempotency-key': `ceiling-${at}` },
      body: '{"hallId":"bench-hall"}',
    }))
    const peer = await load(ceiling.url, WINDOWS, calls)
    await ceiling.kill()
    const perSecond = Math.round(called.length / seconds)
    const ceilingPerSecond = Math.round(peer.perSecond / 3)
    return {
      bench: 'call-next',
      machine: machine(),
      quick,
      windows: WINDOWS,
      tickets,
      perSecond,
      requestsPerSecond: perSecond * 3,
      p50: Math.round(percentile(times, 0.5) * 10) / 10,
      p99: Math.round(percentile(times, 0.99) * 10) / 10,
      duplicates: called.length - new Set(called).size + counted.twice,
      outOfOrder: counted.outOfOrder,
      refused,
      answered: called.length,
      counted: counted.calls,
      done: counted.done,
      ceilingPerSecond,
      ratio: Math.round((perSecond / ceilingPerSecond) * 1000) / 1000,
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
