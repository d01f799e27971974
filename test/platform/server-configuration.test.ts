/** The server’s own part of the environment, and one list of everything that is wrong with a start. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigurationError, readConfiguration } from '../../functions/core/io/entry/configuration'
import { openProblems } from '../../functions/core/io/entry/problems'
import { newKeyringText } from '../../functions/core/io/security/keyring'
import { readServerConfiguration } from '../../platform/server/environment'
import { runServer } from '../../platform/server/run'
import { productionWarnings } from '../../platform/server/warnings'

type Environment = Record<string, string>
const read = (environment: Environment) => {
  const problems = openProblems()
  const configuration = readServerConfiguration(environment, problems)
  problems.end()
  return configuration
}
const namesOf = (error: unknown): readonly string[] => {
  if (error instanceof ConfigurationError) return error.problems.map((problem) => problem.split(':')[0] ?? '')
  throw error
}
const problemsOf = (environment: Environment): readonly string[] => {
  try {
    read(environment)
    return []
  } catch (error) {
    return namesOf(error)
  }
}

describe('the server’s own environment', () => {
  it.each([
    [{}, 8787],
    [{ PORT: '0' }, 0],
    [{ PORT: '' }, 8787],
  ] as const)('%j → port %i', (environment, port) => {
    expect(read(environment).port).toBe(port)
  })
  it.each(['x', '-1', '70000', '1.5'])('PORT=%s is refused', (PORT) => {
    expect(problemsOf({ PORT })).toEqual(['PORT'])
  })
  it('closes CORS and trusts no proxy unless told', () => {
    expect(read({})).toMatchObject({
      origins: [],
      trustProxy: false,
      host: '127.0.0.1',
      shutdownDelayMs: 0,
      telemetry: undefined,
    })
    expect(read({ ALLOW_ORIGINS: 'https://a.cn, https://b.cn', TRUST_PROXY: 'on' })).toMatchObject({
      origins: ['https://a.cn', 'https://b.cn'],
      trustProxy: true,
    })
  })
  it('tells every problem at once', () => {
    const wrong = {
      PORT: 'x',
      HOST: 'a b',
      ALLOW_ORIGINS: 'https://a.cn,b.cn/path',
      SHUTDOWN_DELAY_MS: '-1',
      TRUST_PROXY: 'yes',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'collector',
    }
    expect(problemsOf(wrong)).toEqual([
      'PORT',
      'HOST',
      'ALLOW_ORIGINS',
      'SHUTDOWN_DELAY_MS',
      'TRUST_PROXY',
      'OTEL_EXPORTER_OTLP_ENDPOINT',
    ])
  })
})

describe('a start', () => {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'start-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))
  const failure = (environment: Environment): Promise<unknown> =>
    runServer({
      environment: { DATA_DIR: join(dir, 'data'), LOG_LEVEL: 'silent', PORT: '0', ...environment },
      say: () => undefined,
    }).then(
      () => undefined,
      (error: unknown) => error,
    )

  it('tells what is wrong with the server, the functions, the keys and the database in one list', async () => {
    mkdirSync(join(dir, 'data'))
    writeFileSync(join(dir, 'data/keys.json'), newKeyringText())
    chmodSync(join(dir, 'data/keys.json'), 0o644)
    writeFileSync(join(dir, 'data/shuibang.db'), 'not a database'.repeat(100))
    const error = await failure({
      PORT: 'x',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c',
      OTEL_TRACES_SAMPLER: 'x',
      RATE_LIMIT: 'x',
      WECHAT_SECRET: 'hush',
    })
    expect(namesOf(error).slice(0, 4)).toEqual([
      'PORT',
      'OTEL_TRACES_SAMPLER',
      'RATE_LIMIT',
      'WECHAT_APPID and WECHAT_SECRET',
    ])
    expect(String(error)).toMatch(/chmod 600[\s\S]*not a database/)
    expect(String(error)).not.toContain('hush')
  })
  it('tells of a folder for uploads that cannot be made, beside everything else', async () => {
    mkdirSync(join(dir, 'data'))
    writeFileSync(join(dir, 'data/files'), 'in the way')
    writeFileSync(join(dir, 'data/shuibang.db'), 'not a database'.repeat(100))
    writeFileSync(join(dir, 'data/keys.json'), newKeyringText(), { mode: 0o600 })
    expect(String(await failure({}))).toMatch(/not a database[\s\S]*(EEXIST|ENOTDIR)/)
  })
  it('makes nothing while something is wrong', async () => {
    expect(namesOf(await failure({ PORT: 'x' }))).toEqual(['PORT'])
    expect(existsSync(join(dir, 'data')) ? readdirSync(join(dir, 'data')) : []).toEqual([])
  })
  it('on a shared database wants keys that were given, not made', async () => {
    const error = await failure({
      DEMONSTRATION: 'off',
      STORE: 'postgres',
      DATABASE_URL: 'postgres://serving:pass-word@127.0.0.1:1/tax',
    })
    expect(String(error)).toContain('SHUIBANG_KEYS: not given')
    expect(String(error)).not.toContain('pass-word')
    expect(existsSync(join(dir, 'data'))).toBe(false)
  }, 15_000)
})

it('no message holds the password of an address', () => {
  const problems = openProblems()
  problems.note(new Error('cannot reach postgres://serving:p:a@ss@db.example.cn:5432/tax now'))
  expect(() => problems.end()).toThrow('cannot reach postgres://serving:…@db.example.cn:5432/tax now')
})

describe('warnings of production', () => {
  const warningsOf = (environment: Environment): readonly string[] => {
    const all = {
      DEMONSTRATION: 'off',
      WECHAT_APPID: 'a',
      WECHAT_SECRET: 's',
      TRUST_PROXY: 'on',
      ...environment,
    }
    return productionWarnings(all, readConfiguration(all))
  }
  it('has none for a deployment that is set up', () => {
    expect(warningsOf({})).toEqual([])
    expect(
      warningsOf({
        STORE: 'postgres',
        DATABASE_URL: 'postgres://a:b@db/tax?sslmode=verify-full',
        FILES: 's3',
        S3_ENDPOINT: 'https://s3',
        S3_REGION: 'r',
        S3_BUCKET: 'b',
        S3_ACCESS_KEY_ID: 'k',
        S3_SECRET_ACCESS_KEY: 's',
      }),
    ).toEqual([])
  })
  it('are not for demonstrations', () => {
    expect(productionWarnings({}, readConfiguration({}))).toEqual([])
  })
  it.each([
    [{ WECHAT_APPID: '', WECHAT_SECRET: '' }, 'WECHAT_APPID'],
    [{ TRUST_PROXY: '' }, 'TRUST_PROXY'],
    [{ RATE_LIMIT: 'off' }, 'RATE_LIMIT'],
    [{ LOG_LEVEL: 'warn' }, 'LOG_LEVEL'],
    [{ WECHAT_BASE_URL: 'http://wechat.example.cn' }, 'WECHAT_BASE_URL'],
  ] as const)('%j', (environment, word) => {
    expect(warningsOf(environment as Environment)).toEqual([expect.stringContaining(word)])
  })
  it('of a database that is spoken to in the clear, and of files that one machine keeps', () => {
    const warnings = warningsOf({ STORE: 'postgres', DATABASE_URL: 'postgres://a:pass-word@db/tax' })
    expect(warnings).toEqual([expect.stringContaining('sslmode'), expect.stringContaining('FILES')])
    expect(warnings.join()).not.toContain('pass-word')
  })
})
