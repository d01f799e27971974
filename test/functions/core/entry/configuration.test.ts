import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ConfigurationError, readConfiguration } from '../../../../functions/core/io/entry/configuration'
import { openInstance } from '../../../../functions/core/io/entry/instance'
import { probe } from './probe'

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfiguration(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
}

describe('configuration', () => {
  it('works without any', () => {
    expect(readConfiguration({})).toEqual({
      store: { engine: 'sqlite', path: resolve('data/shuibang.db') },
      files: { engine: 'disk', directory: resolve('data/files') },
      dataDir: resolve('data'),
      logLevel: 'info',
      callsPerMinute: 1_200,
      metricLines: true,
      settings: {
        demonstration: true,
        wechat: { baseUrl: 'https://api.weixin.qq.com', appId: '', secret: '' },
        minVersion: '0.0.0',
        payout: { channel: 'ledger' },
        invoices: { name: 'registry' },
        lottery: { chain: null, relays: [], notary: { kind: 'derived' } },
        delivery: { wechat: null, sms: null, email: null },
      },
    })
  })
  it('takes what is given', () => {
    const environment = {
      STORE: 'sqlite',
      DATA_DIR: '/d',
      LOG_LEVEL: 'silent',
      RATE_LIMIT: '1000000',
      DEMONSTRATION: 'off',
      MIN_VERSION: '1.2.3',
      WECHAT_BASE_URL: 'http://127.0.0.1:1',
      WECHAT_APPID: 'a',
      WECHAT_SECRET: 's',
    }
    expect(readConfiguration(environment)).toMatchObject({
      dataDir: '/d',
      logLevel: 'silent',
      callsPerMinute: 1e6,
      settings: {
        demonstration: false,
        minVersion: '1.2.3',
        wechat: { baseUrl: 'http://127.0.0.1:1', appId: 'a', secret: 's' },
      },
    })
    expect(readConfiguration({ RATE_LIMIT: 'off' }).callsPerMinute).toBe(Infinity)
  })
  it('gives an instance one connection to PostgreSQL unless told', () => {
    const postgres = { STORE: 'postgres', DATABASE_URL: 'postgres://serving@db/tax' }
    expect(readConfiguration(postgres).store).toEqual({
      engine: 'postgres',
      url: postgres.DATABASE_URL,
      connections: 1,
    })
    expect(readConfiguration({ ...postgres, DATABASE_CONNECTIONS: '8' }).store).toMatchObject({
      connections: 8,
    })
  })
  it.each([
    'postgres://serving:se#cret@db/tax',
    'postgres://serving:12#cret@db/tax',
    'postgres://serving:se/cret@db/tax',
    'postgres://serving:secret@db1:5432,db2:5432/tax',
  ])('an address of PostgreSQL that cannot be read is told without what it holds: %s', (DATABASE_URL) => {
    expect(problemsOf({ STORE: 'postgres', DATABASE_URL })).toEqual([
      expect.stringMatching(/^DATABASE_URL: cannot be read; (?!.*cret)/),
    ])
  })
  it('tells every problem at once, and no secret', () => {
    const problems = problemsOf({
      STORE: 'oracle',
      LOG_LEVEL: 'loud',
      RATE_LIMIT: '-1',
      DEMONSTRATION: 'maybe',
      MIN_VERSION: '1',
      WECHAT_BASE_URL: 'ftp://x',
      WECHAT_SECRET: 'hush',
    })
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'STORE',
      'LOG_LEVEL',
      'RATE_LIMIT',
      'DEMONSTRATION',
      'MIN_VERSION',
      'WECHAT_BASE_URL',
      'WECHAT_APPID and WECHAT_SECRET',
    ])
    expect(problems.join()).not.toContain('hush')
  })
  it.each(['0', '1.5', 'many', 'NaN', '1e12'])('RATE_LIMIT=%s is refused', (RATE_LIMIT) => {
    expect(problemsOf({ RATE_LIMIT })).toHaveLength(1)
  })
})

describe('an instance', () => {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'instance-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))
  const open = () =>
    openInstance({ functions: { probe }, environment: { DATA_DIR: dir, LOG_LEVEL: 'silent' } })

  it('opens a new folder, and the same one again', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { entry, close } = await open()
      expect(
        await entry.handle({ procedure: 'probe/echo', input: { text: 'ab' }, headers: {} }),
      ).toMatchObject({ status: 200 })
      await close()
    }
  })
  it('does not start on data whose keys are missing', async () => {
    await (await open()).close()
    rmSync(join(dir, 'keys.json'))
    await expect(open()).rejects.toThrow('no keys.json')
  })
  it('makes no keys on a shared database where it is one of many, a demonstration or not', async () => {
    // an address that is none: nothing is connected to
    const environment = { DATA_DIR: dir, LOG_LEVEL: 'silent', STORE: 'postgres', DATABASE_URL: 'none' }
    const start = (oneOfMany: boolean) =>
      openInstance({ functions: { probe }, environment, oneOfMany }).then(
        () => '',
        (error: ConfigurationError) => error.problems.join(),
      )
    expect(await start(true)).toContain('SHUIBANG_KEYS: not given')
    expect(await start(false)).toMatch(/^DATABASE_URL: [^,]*$/)
    expect(existsSync(join(dir, 'keys.json'))).toBe(false)
  })
  it('tells what is wrong with keys and database together', async () => {
    writeFileSync(join(dir, 'keys.json'), 'not json', { mode: 0o600 })
    writeFileSync(join(dir, 'shuibang.db'), 'not a database'.repeat(100))
    const problems = await open().then(
      () => [],
      (error: ConfigurationError) => error.problems,
    )
    expect(problems).toHaveLength(2)
  })
})
