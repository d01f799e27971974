/** A small function that shows every way through the entry, on a real database file. */
import { implement } from '@orpc/server'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import type { Context, Services } from '../../../../functions/core/io/context'
import { createEntry, type Entry, type EntryOptions } from '../../../../functions/core/io/entry/entry'
import type { Envelope, Reply } from '../../../../functions/core/io/entry/envelope'
import type { FunctionModule } from '../../../../functions/core/io/entry/procedures'
import type { Caller } from '../../../../functions/core/io/identity/roles'
import type { Log } from '../../../../functions/core/io/log/log'
import { procedure } from '../../../../functions/core/io/procedure'
import { dataKeys } from '../../../../functions/core/io/security/collections'
import { openKeyring } from '../../../../functions/core/io/security/keyring'
import { openVault } from '../../../../functions/core/io/security/vault'
import { defineCollection } from '../../../../functions/core/io/store/collection'
import { openSqliteStore } from '../../../../functions/core/io/store/sqlite'
import '../../../../functions/appointments/data/errors'
import { AppError, isErrorCode } from '../../../../functions/core/pure/errors'

type Note = { readonly v: 1; readonly text: string }
export const notes = defineCollection<Note>({
  name: 'notes',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'test' },
})

const slot = z.object({ hall: z.string() })
export const contract = {
  echo: procedure({
    summary: 'Reads',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
    raises: ['NOT_FOUND', 'SLOT_FULL'],
    data: { SLOT_FULL: z.object({ nearest: z.array(slot) }) },
  })
    .input(
      z.object({
        text: z.string().min(2).max(20),
        times: z.int().min(1).max(3).default(1),
        fail: z.string().optional(),
      }),
    )
    .output(
      z.object({
        text: z.string(),
        language: z.string(),
        caller: z.string(),
        address: z.string(),
        key: z.string(),
      }),
    ),
  write: procedure({
    summary: 'Writes',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['SLOT_FULL'],
    data: { SLOT_FULL: z.object({ nearest: z.array(slot) }) },
  })
    .input(
      z.object({
        text: z.string(),
        how: z.enum(['once', 'twice', 'wrapped', 'early', 'bad']).default('once'),
      }),
    )
    .output(z.object({ id: z.string(), text: z.string(), runs: z.int() })),
  open: procedure({ summary: 'Writes for anyone', allow: ['anyone'], scope: 'public', effect: 'mutate' })
    .input(z.object({}))
    .output(z.object({ secret: z.string() })),
  claim: procedure({
    summary: 'Writes for whoever knows the secret',
    allow: ['anyone'],
    scope: 'public',
    effect: 'mutate',
    provenBy: ['secret'],
  })
    .input(z.object({ secret: z.string().optional(), text: z.string().default('') }))
    .output(z.object({ given: z.string() })),
  officer: procedure({ summary: 'For officers', allow: ['officer'], scope: 'hall', effect: 'read' })
    .input(z.object({}))
    .output(z.object({ ok: z.literal(true) })),
  review: procedure({
    summary: 'For whoever reviews',
    allow: ['officer', 'supervisor'],
    duty: 'review',
    scope: 'hall',
    effect: 'read',
  })
    .input(z.object({}))
    .output(z.object({ ok: z.literal(true) })),
  job: procedure({ summary: 'A job', allow: ['timer'], scope: 'public', effect: 'job' })
    .input(z.object({}))
    .output(z.object({ by: z.string() })),
}

const os = implement(contract).$context<Context>()
const nameOf = (caller: Caller): string => (caller.kind === 'account' ? caller.accountId : caller.kind)

/** How often each handler was run, and a switch for what must be refused on a repeat. */
export const seen = { writes: 0, gone: false }

const router = {
  echo: os.echo.handler(({ context, input }) => {
    if (input.fail === 'crash') throw new Error('secret detail 13912345678')
    if (input.fail === 'transact')
      return context.transact(async () => ({ text: '', language: '', caller: '', address: '', key: '' }))
    if (input.fail === 'SLOT_FULL')
      throw new AppError('SLOT_FULL', { nearest: [{ hall: 'h1', internal: 'not for the wire' }] })
    if (input.fail === 'badData') throw new AppError('SLOT_FULL', { nearest: 'none' })
    if (input.fail === 'unloaded') throw new AppError('ALREADY_VERIFIED')
    if (input.fail === 'cursor') throw new AppError('INVALID_INPUT', { fields: ['after'] })
    if (input.fail !== undefined && isErrorCode(input.fail)) throw new AppError(input.fail)
    const text = input.text.repeat(input.times)
    const wide = {
      text,
      language: context.language,
      caller: nameOf(context.caller),
      address: context.device.address,
      key: context.key,
      leak: 'not in the contract',
    }
    return wide
  }),
  write: os.write.handler(async ({ context, input }) => {
    seen.writes += 1
    if (input.how === 'early' && seen.gone) throw new AppError('SLOT_FULL', { nearest: [] })
    const work = () =>
      context.transact(async (tx) => {
        const id = tx.id('no')
        tx.insert(notes, id, { v: 1, text: input.text })
        return { id, text: input.text, runs: input.how === 'bad' ? 0.5 : seen.writes }
      })
    if (input.how === 'wrapped')
      return {
        text: input.text,
        runs: seen.writes,
        id: await context.transact(async (tx) => {
          const id = tx.id('no')
          tx.insert(notes, id, { v: 1, text: input.text })
          return id
        }),
      }
    const first = await work()
    return input.how === 'twice' ? work() : first
  }),
  open: os.open.handler(({ context }) =>
    context.transact(async (tx) => ({ secret: Buffer.from(tx.random(8)).toString('hex') })),
  ),
  claim: os.claim.handler(({ context }) =>
    context.transact(async (tx) => ({ given: Buffer.from(tx.random(8)).toString('hex') })),
  ),
  officer: os.officer.handler(() => ({ ok: true as const })),
  review: os.review.handler(() => ({ ok: true as const })),
  job: os.job.handler(({ context }) => ({
    by: context.caller.kind === 'timer' ? context.caller.name : 'nobody',
  })),
}
export const probe: FunctionModule = { contract, router }

export interface Line {
  readonly level: 'info' | 'warn' | 'error'
  readonly fields: Readonly<Record<string, unknown>>
  readonly message: string
}

export interface Bench {
  readonly entry: Entry
  readonly services: Services
  readonly lines: Line[]
  readonly clock: { now: number }
  call(procedure: string, input?: unknown, more?: Partial<Envelope>): Promise<Reply>
  close(): Promise<void>
}

/** Tests name their caller by a header; the real identity has its own tests. */
const byHeader = async ({ headers }: Envelope): Promise<Caller> => {
  const who = headers['x-test-caller']
  if (who === undefined) return { kind: 'anonymous' }
  if (isErrorCode(who)) throw new AppError(who)
  const [accountId = '', role] = who.split(':')
  return {
    kind: 'account',
    accountId,
    grants: role === 'officer' ? [{ role: 'officer', halls: ['h1'] }] : [],
  }
}

export const openBench = async (options: Partial<EntryOptions> = {}): Promise<Bench> => {
  const dir = mkdtempSync(join(tmpdir(), 'entry-'))
  const clock = { now: Date.parse('2026-11-24T02:00:00Z') }
  const lines: Line[] = []
  const note =
    (level: Line['level']) =>
    (fields: Readonly<Record<string, unknown>>, message: string): void =>
      void lines.push({ level, fields, message })
  const log: Log = { info: note('info'), warn: note('warn'), error: note('error') }
  const store = await openSqliteStore({ path: join(dir, 'test.db'), collections: [dataKeys, notes] })
  const keyring = openKeyring({ dir: join(dir, 'keys') })
  const time = (): number => clock.now
  const vault = openVault({ store, keyring, random: randomBytes, clock: time })
  const absent = (): never => {
    throw new Error('no files here')
  }
  const services: Services = {
    store,
    vault,
    log,
    clock: time,
    random: randomBytes,
    files: {
      ticket: absent,
      accept: absent,
      confirm: absent,
      read: absent,
      readAttached: absent,
      readPublic: absent,
      openUpload: absent,
      putPart: absent,
      uploadState: absent,
      finishUpload: absent,
      remove: absent,
    },
    settings: {
      demonstration: true,
      wechat: { baseUrl: 'http://127.0.0.1:9', appId: '', secret: '' },
      minVersion: '1.2.0',
      payout: { channel: 'ledger' },
      invoices: { name: 'registry' },
      lottery: { chain: null, relays: [] },
      delivery: { wechat: null, sms: null, email: null },
    },
  }
  const entry = createEntry({ functions: { probe }, services, identify: byHeader, strict: true, ...options })
  seen.writes = 0
  seen.gone = false
  return {
    entry,
    services,
    lines,
    clock,
    call: (name, input = {}, more = {}) => entry.handle({ procedure: name, input, headers: {}, ...more }),
    close: async () => {
      await store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
