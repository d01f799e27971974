/**
 * One load generator for every server: keep-alive connections that each send the next prepared call as soon as the last
 * was answered. Bare sockets and prebuilt requests, since generator and server share two cores and a heavier client
 * (autocannon rebuilds each request) would measure itself.
 */
import { connect } from 'node:net'

export interface Call {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface LoadResult {
  readonly clients: number
  /** Calls answered 200 per second of wall time. */
  readonly perSecond: number
  /** Milliseconds from the first byte sent to the last byte received. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly accepted: number
  /** Answered 409: refused by a rule. */
  readonly refused: number
  /** Anything else, a dropped connection included. */
  readonly failed: number
}

/** The value below which `share` of the sorted samples lie. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? 0

const rounded = (value: number): number => Math.round(value * 100) / 100

const requestBytes = (host: string, call: Call): Buffer => {
  const headers = {
    host,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(call.body)),
    ...call.headers,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`POST ${call.path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${call.body}`)
}

/** Status and total length of the response at the start of `bytes`, or undefined while its head is incomplete. */
const responseHead = (bytes: Buffer): { readonly status: number; readonly length: number } | undefined => {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error('the response has no content-length')
  return { status: Number(head.slice(9, 12)), length: end + 4 + Number(length) }
}

/** Sends every call once, shared among `clients` connections, and resolves when all are answered. */
export const load = async (url: string, clients: number, calls: readonly Call[]): Promise<LoadResult> => {
  const { hostname, port, host } = new URL(url)
  const requests = calls.map((call) => requestBytes(host, call))
  const times: number[] = []
  const statuses = new Map<number, number>()
  let next = 0

  const client = (): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true })
      let received = Buffer.alloc(0)
      let sentAt = 0
      const send = (): void => {
        const request = requests[next]
        if (!request) {
          socket.end()
          return
        }
        next += 1
        sentAt = performance.now()
        socket.write(request)
      }
      socket.on('connect', send)
      socket.on('data', (part) => {
        received = received.length === 0 ? part : Buffer.concat([received, part])
        const head = responseHead(received)
        if (!head || received.length < head.length) return
        times.push(performance.now() - sentAt)
        statuses.set(head.status, (statuses.get(head.status) ?? 0) + 1)
        received = received.subarray(head.length)
        send()
      })
      socket.on('error', () => undefined)
      socket.on('close', () => resolve())
    })

  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  const seconds = (performance.now() - began) / 1000

  const sorted = times.slice().sort((a, b) => a - b)
  const accepted = statuses.get(200) ?? 0
  const refused = statuses.get(409) ?? 0
  return {
    clients,
    perSecond: rounded(accepted / seconds),
    p50: rounded(percentile(sorted, 0.5)),
    p95: rounded(percentile(sorted, 0.95)),
    p99: rounded(percentile(sorted, 0.99)),
    accepted,
    refused,
    failed: calls.length - accepted - refused,
  }
}
