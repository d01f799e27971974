/** A deployment's database, with halls open for booking, and what people do on it over HTTP. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allCollections } from '../../../functions/all-collections'
import { openInstance, type Instance } from '../../../functions/core/io/entry/instance'
import { newKeyringText } from '../../../functions/core/io/security/keyring'
import { openPostgresAdmin } from '../../../functions/core/io/store/postgres/admin'
import { idCheckCharacter } from '../../../functions/core/pure/check-digits'
import { demo } from '../../../platform/demo'
import { startPostgres, type PostgresServer } from '../../harness/postgres/server'
import { startWechat } from '../running'
import type { Answer, ServerProcess } from './processes'

export interface Deployment {
  /** For every server process; `DATA_DIR` is each one's own where the database is PostgreSQL. */
  environment(name: string): Readonly<Record<string, string>>
  /** The database itself, past any server. */
  readonly instance: Instance
  readonly postgres?: PostgresServer
  close(): Promise<void>
}

const as = (postgres: PostgresServer, role: string): string =>
  postgres.url('shuibang').replace('//postgres@', `//${role}@`)

/** As docs/deploy-private-cloud.md says: one role that makes tables, one that serves. */
const makeRoles = async (postgres: PostgresServer): Promise<void> => {
  const [server = '', database = ''] = readFileSync('docs/private-cloud/roles.sql', 'utf8')
    .replace(/^--.*$/gm, '')
    .split('\\connect shuibang')
  const statements = (text: string): string[] =>
    text
      .split(';')
      .map((one) => one.trim())
      .filter(Boolean)
  for (const one of statements(server)) await postgres.ask(one)
  for (const one of statements(database)) await postgres.ask(one, 'shuibang')
}

export const startDeployment = async (engine: 'sqlite' | 'postgres'): Promise<Deployment> => {
  const dir = mkdtempSync(join(tmpdir(), 'private-cloud-'))
  const wechat = await startWechat()
  const postgres = engine === 'postgres' ? await startPostgres() : undefined
  if (postgres) await makeRoles(postgres)
  const url = postgres && as(postgres, 'shuibang_serving')
  const shared = {
    SHUIBANG_KEYS: newKeyringText(),
    WECHAT_BASE_URL: wechat.url,
    WECHAT_APPID: 'wx1',
    WECHAT_SECRET: 's',
    WEB_ROOT: join(dir, 'none'),
    ...(url === undefined ? {} : { STORE: 'postgres', DATABASE_URL: url }),
  }
  if (postgres) {
    const admin = await openPostgresAdmin({
      configuration: { url: as(postgres, 'shuibang_owner'), connections: 1 },
      collections: allCollections,
    })
    await admin.apply()
    await admin.close()
  }
  const environment = (name: string) => ({ ...shared, DATA_DIR: join(dir, postgres ? name : 'data') })
  const instance = await openInstance({
    functions: {},
    collections: allCollections,
    environment: { ...environment('prepare'), LOG_LEVEL: 'silent' },
  })
  await demo.seed(instance.services)
  return {
    environment,
    instance,
    postgres,
    close: async () => {
      await instance.close()
      await postgres?.stop()
      wechat.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

type Headers = Readonly<Record<string, string>>

/** A resident number that nobody has, the same for the same person. */
const numberOf = (person: number): string => {
  const digits = `99010219${String(700101 + (person % 28)).padStart(6, '0')}${String(person % 1000).padStart(3, '0')}`
  return `${digits}${idCheckCharacter(digits)}`
}

export const signIn = async (server: ServerProcess, person: number): Promise<Headers> => {
  const { body } = await server.post('/api/accounts/signIn', { code: `code-person-${person}` })
  const headers = { authorization: `Bearer ${String(body.token)}` }
  const bound = await server.post(
    '/api/accounts/bind',
    { kind: 'person', name: '张三', number: numberOf(person) },
    headers,
  )
  if (bound.status !== 200) throw new Error(JSON.stringify(bound.body))
  return headers
}

export interface Seat {
  readonly hallId: string
  readonly matter: string
  readonly day: string
  readonly start: number
}

/** Every seat of the second open day of the first hall, slot by slot. */
export const freeSeats = async (server: ServerProcess): Promise<Seat[]> => {
  const [hall] = (await server.post('/api/appointments/halls', {})).body.halls as {
    id: string
    matters: string[]
  }[]
  const where = { hallId: hall?.id ?? '', matter: hall?.matters[0] ?? '' }
  const days = (await server.post('/api/appointments/days', where)).body.days as {
    day: string
    state: string
  }[]
  const day = days.filter(({ state }) => state === 'open')[1]?.day ?? ''
  const slots = (await server.post('/api/appointments/slots', { ...where, day })).body.slots as {
    start: number
    state: string
    left: { online: number }
  }[]
  return slots
    .filter(({ state }) => state === 'open')
    .flatMap(({ start, left }) => Array.from({ length: left.online }, () => ({ ...where, day, start })))
}

export const book = (server: ServerProcess, seat: Seat, headers: Headers, key: string): Promise<Answer> =>
  server.post('/api/appointments/book', seat, { ...headers, 'idempotency-key': key })

export const idOf = ({ body }: Answer): string => (body.appointment as { id: string }).id
