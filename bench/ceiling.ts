/**
 * The ceiling of one machine: node:http, JSON.parse and as many durable rows and bytes a request as one booking writes,
 * with the same pragmas and a group commit. It imports nothing of ours: no checks, no rules, no sessions.
 *
 * Usage: node ceiling.js <database file> <bytes of row 1> <bytes of row 2> …; prints its port.
 */
import { createServer, type ServerResponse } from 'node:http'
import Database from 'libsql'

const [file = 'ceiling.db', ...sizes] = process.argv.slice(2)
const rows = sizes.map((bytes) => 'x'.repeat(Number(bytes)))

const db = new Database(file)
// As functions/core/io/store/sqlite/pragmas.ts has them; written out, since nothing of ours is imported here.
db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA fullfsync=1; PRAGMA checkpoint_fullfsync=1')
db.exec('PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864')
rows.forEach((_, at) =>
  db.exec(
    `CREATE TABLE IF NOT EXISTS t${at} (id TEXT PRIMARY KEY, doc TEXT NOT NULL, version TEXT NOT NULL)`,
  ),
)
const inserts = rows.map((_, at) => db.prepare(`INSERT INTO t${at} (id, doc, version) VALUES (?, ?, ?)`))

interface Waiting {
  readonly id: string
  readonly response: ServerResponse
}
let waiting: Waiting[] = []

const flush = (): void => {
  const group = waiting
  waiting = []
  db.exec('BEGIN IMMEDIATE')
  for (const { id } of group) inserts.forEach((insert, at) => insert.run([id, rows[at] ?? '', id]))
  db.exec('COMMIT')
  for (const { id, response } of group) {
    const body = JSON.stringify({ id })
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body)
  }
}

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    JSON.parse(Buffer.concat(parts).toString('utf8'))
    waiting.push({ id: String(request.headers['idempotency-key']), response })
    if (waiting.length === 1) setImmediate(flush)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') process.stdout.write(`${address.port}\n`)
})
