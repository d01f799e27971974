/**
 * A rush for appointments against the real server, beside a ceiling that has the same machine, generator, pragmas, rows
 * and bytes. Phase 1, throughput: one taxpayer and one seat a call, 1, 16 and 64 clients, rounds interleaved with the
 * ceiling, medians. Phase 2, scarcity: ten taxpayers a seat. Bookings are recounted from the file after SIGKILL.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { load, type Call, type LoadResult } from './load'
import { prepare, type Prepared, type Seat } from './prepare'
import { recount, type Recount } from './recount'
import { settleLater } from './settle'
import { bundle, median, serve, type Server } from './servers'

const CLIENTS = [1, 16, 64] as const

interface Size {
  readonly rounds: number
  readonly calls: Readonly<Record<(typeof CLIENTS)[number], number>>
  /** Seats of the second phase; ten taxpayers ask for each. */
  readonly scarce: number
}
const FULL: Size = { rounds: 5, calls: { 1: 400, 16: 2000, 64: 4000 }, scarce: 400 }
const QUICK: Size = { rounds: 1, calls: { 1: 100, 16: 600, 64: 1200 }, scarce: 80 }
export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const bookingCall = (token: string, { hallId, matter, day, start }: Seat, key: string): Call => ({
  path: '/api/appointments/book',
  headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
  body: JSON.stringify({ hallId, matter, day, start }),
})

/** Deals out taxpayers and seats, each once. */
const dealer = ({ tokens, seats, scarce }: Prepared) => {
  let person = 0
  let place = 0
  const call = (seat: Seat): Call => {
    const token = tokens[person]
    if (token === undefined) throw new Error('no taxpayer is left')
    person += 1
    return bookingCall(token, seat, `rush-${person.toString().padStart(9, '0')}`)
  }
  const nextSeats = (count: number): readonly Seat[] => {
    const chosen = seats.slice(place, place + count)
    place += count
    if (chosen.length < count) throw new Error('no seat is left')
    return chosen
  }
  return {
    oneSeatEach: (count: number): Call[] => nextSeats(count).map(call),
    tenForASeat: (): Call[] =>
      Array.from({ length: scarce.length * 10 }, (_, at) => call(scarce[at % scarce.length] as Seat)),
  }
}

interface Figures {
  readonly ours: LoadResult[]
  readonly ceiling: LoadResult[]
}

const medians = (results: readonly LoadResult[]) => ({
  clients: results[0]?.clients ?? 0,
  perSecond: median(results.map(({ perSecond }) => perSecond)),
  p50: median(results.map(({ p50 }) => p50)),
  p95: median(results.map(({ p95 }) => p95)),
  p99: median(results.map(({ p99 }) => p99)),
})

const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0)

const totals = ({
  rounds,
  calls,
  scarce,
}: Size): { readonly taxpayers: number; readonly seats: number; readonly scarce: number } => {
  const throughput = rounds * sum(Object.values(calls))
  return { taxpayers: throughput + scarce * 10, seats: throughput, scarce }
}

/** A few hundred bookings on a throw-away folder, for the bytes that the ceiling must write. */
const bytesOfABooking = async (serverFile: string, root: string): Promise<readonly number[]> => {
  const dataDir = join(root, 'bytes')
  const deal = dealer(await prepare(dataDir, { taxpayers: 300, seats: 300, scarce: 0 }))
  const server = await startServer(serverFile, dataDir)
  await load(server.url, 16, deal.oneSeatEach(300))
  await server.kill()
  return recount(join(dataDir, 'shuibang.db')).bytes
}

export const startServer = (file: string, dataDir: string): Promise<Server> =>
  serve(file, [], {
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    RATE_LIMIT: 'off',
    WEB_ROOT: join(dataDir, 'no-page'),
  })

const rush = async (
  size: Size,
  deal: ReturnType<typeof dealer>,
  ours: Server,
  ceiling: Server,
): Promise<Map<number, Figures>> => {
  const figures = new Map<number, Figures>(CLIENTS.map((clients) => [clients, { ours: [], ceiling: [] }]))
  for (let round = 1; round <= size.rounds; round += 1) {
    for (const clients of CLIENTS) {
      const calls = deal.oneSeatEach(size.calls[clients])
      const peer = await load(ceiling.url, clients, calls)
      const own = await load(ours.url, clients, calls)
      figures.get(clients)?.ceiling.push(peer)
      figures.get(clients)?.ours.push(own)
      say(
        `round ${round}, ${clients} clients: ${own.perSecond}/s (p99 ${own.p99} ms, ${own.failed + own.refused} not accepted); ceiling ${peer.perSecond}/s`,
      )
    }
  }
  return figures
}

const lossOf = (acknowledged: number, counted: Recount): number => acknowledged - counted.bookings

export const bookingRush = async ({
  quick,
}: {
  readonly quick: boolean
}): Promise<Record<string, unknown>> => {
  const size = quick ? QUICK : FULL
  const root = mkdtempSync(resolve('.cache', 'rush-'))
  try {
    const [serverFile, ceilingFile] = await Promise.all([
      bundle('platform/server/main.ts', 'server'),
      bundle('bench/ceiling.ts', 'ceiling'),
    ])
    const bytes = await bytesOfABooking(serverFile, root)
    const dataDir = join(root, 'data')
    say(
      `preparing ${totals(size).taxpayers} taxpayers and ${totals(size).seats} seats; a booking writes ${bytes.join(' + ')} bytes`,
    )
    const deal = dealer(await prepare(dataDir, totals(size)))
    const ours = await startServer(serverFile, dataDir)
    const ceiling = await serve(ceilingFile, [join(root, 'ceiling.db'), ...bytes.map(String)])
    const figures = await rush(size, deal, ours, ceiling)
    const scarcity = await load(ours.url, 64, deal.tenForASeat())
    say(
      `scarcity, 64 clients, ${size.scarce * 10} calls for ${size.scarce} seats: ${scarcity.accepted} booked, ${scarcity.refused} refused, ${scarcity.failed} failed, p99 ${scarcity.p99} ms`,
    )
    await Promise.all([ours.kill(), ceiling.kill()])
    const counted = recount(join(dataDir, 'shuibang.db'))
    await settleLater(dataDir)
    const settled = recount(join(dataDir, 'shuibang.db'), { settled: true })
    const acknowledged =
      sum([...figures.values()].flatMap(({ ours: results }) => results.map(({ accepted }) => accepted))) +
      scarcity.accepted
    const runs = CLIENTS.map((clients) => medians(figures.get(clients)?.ours ?? []))
    const ceilings = CLIENTS.map((clients) => medians(figures.get(clients)?.ceiling ?? []))
    const [most, highest] = [runs[runs.length - 1], ceilings[ceilings.length - 1]]
    return {
      bench: 'booking-rush',
      machine: machine(),
      quick,
      rounds: size.rounds,
      runs,
      ceilingRuns: ceilings,
      scarcity: {
        calls: size.scarce * 10,
        seats: size.scarce,
        accepted: scarcity.accepted,
        refused: scarcity.refused,
        failed: scarcity.failed,
        p99: scarcity.p99,
      },
      acknowledged,
      counted: counted.bookings,
      lost: lossOf(acknowledged, counted),
      doubleBookings: counted.doubleBookings,
      brokenSlots: counted.brokenSlots,
      brokenOnceSettled: settled.brokenSlots + Math.abs(settled.bookings - counted.bookings),
      ceilingPerSecond: highest?.perSecond ?? 0,
      ratio: Math.round(((most?.perSecond ?? 0) / (highest?.perSecond || 1)) * 1000) / 1000,
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
