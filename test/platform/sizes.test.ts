/** What each function weighs when it starts: by what a fresh process has loaded when its first read is answered. */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { FIRST_READS, type FirstRead } from '../../bench/cold-start/reads'
import { newKeyringText } from '../../functions/core/io/security/keyring'
import { builtFolder, buildFunctions, type BuiltFile, type BuiltFunction } from '../harness/built'

const BUDGET = 250_000
const SDK_BUDGET = 300_000
const names = Object.keys(FIRST_READS)
const readOf = (name: string): FirstRead => FIRST_READS[name] ?? { procedure: 'none', status: 200 }
/** Servers that are not there. */
const STORES = {
  sqlite: {},
  postgres: {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    FILES: 's3',
    S3_ENDPOINT: 'http://127.0.0.1:1',
    S3_REGION: 'none',
    S3_BUCKET: 'none',
    S3_ACCESS_KEY_ID: 'none',
    S3_SECRET_ACCESS_KEY: 'none',
  },
  cloudbase: {
    TCB_ENV: 'none',
    TCB_SERVICE_URL: 'http://127.0.0.1:1/admin',
    TENCENTCLOUD: 'true',
    TENCENTCLOUD_SECRETID: 'none',
    TENCENTCLOUD_SECRETKEY: 'none',
  },
}
const stores = Object.keys(STORES) as (keyof typeof STORES)[]

const root = process.cwd()
const keys = newKeyringText()
const built = builtFolder
const child = join(root, 'bench/cold-start/first-read.js')

interface Report {
  readonly status: number
  readonly error?: string
  readonly loaded: readonly string[]
}

let dir = ''
let sizes: readonly BuiltFunction[] = []
const reports = new Map<string, Promise<Report>>()

/** One start in a process of its own, with a data folder of its own. */
const start = (
  what: string,
  folder: string,
  procedure: string,
  environment: Record<string, string> = {},
): void => {
  const place = join(dir, String(reports.size))
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: place,
    LOG_LEVEL: 'silent',
    METRICS: 'off',
    SHUIBANG_KEYS: keys,
    ...environment,
  }
  const report = new Promise<Report>((resolve, reject) => {
    execFile(process.execPath, [child, folder, procedure, `${place}.json`], { env }, (_, __, stderr) => {
      if (stderr === '') resolve(JSON.parse(readFileSync(`${place}.json`, 'utf8')) as Report)
      else reject(new Error(stderr))
    })
  })
  reports.set(what, report)
}
const reportOf = async (what: string): Promise<Report> => {
  const report = await reports.get(what)
  if (!report) throw new Error(`nothing was started for ${what}`)
  return report
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sizes-'))
  sizes = buildFunctions()
  cpSync(join(built, 'accounts'), join(dir, 'alone'), { recursive: true })
  // All at once: most of their time is waiting for servers that are not there.
  for (const store of stores) {
    for (const name of names)
      start(`${name} ${store}`, join(built, name), readOf(name).procedure, { STORE: store, ...STORES[store] })
    if (store !== 'sqlite')
      start(`alone ${store}`, join(dir, 'alone'), readOf('accounts').procedure, {
        STORE: store,
        ...STORES[store],
      })
  }
  for (const name of names) start(name, join(built, name), 'none')
  await Promise.allSettled(reports.values())
}, 60_000)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const ofFunction = (loaded: readonly string[], folder: string): readonly string[] =>
  loaded
    .filter((file) => dirname(file) === folder)
    .map((file) => basename(file))
    .sort()
const isClient = (file: string): boolean => file.startsWith('sdk-')
/** Engines, and what writes papers and sheets. */
const isLazy = (file: string): boolean => /^(store|files|sdk|lib|papers|sheets)-/.test(file)

/** `zod`, `functions/core/io/store`. */
const packageOf = (module: string): string =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ??
  module
    .split('/')
    .slice(0, 4)
    .join('/')
    .replace(/\/[^/]+\.ts$/, '')
const byPackage = (files: readonly BuiltFile[]): [string, number][] => {
  const sums = new Map<string, number>()
  for (const { inputs } of files)
    for (const [module, bytes] of Object.entries(inputs))
      sums.set(packageOf(module), (sums.get(packageOf(module)) ?? 0) + bytes)
  return [...sums].sort(([, a], [, b]) => b - a)
}
const filesOf = (name: string): readonly BuiltFile[] => sizes.find((one) => one.name === name)?.files ?? []

/** Empty when it fits; else every package with its share, so that what grew is seen at once. */
const overBudget = (name: string, loaded: readonly string[], budget = BUDGET): string => {
  const counted = filesOf(name).filter(({ file }) => loaded.includes(file) && !isClient(file))
  const bytes = counted.reduce((sum, file) => sum + file.bytes, 0)
  if (bytes <= budget) return ''
  return [
    `${name} loads ${bytes} bytes of ${budget}:`,
    ...byPackage(counted).map(([of, share]) => `${String(share).padStart(8)} ${of}`),
  ].join('\n')
}

describe.each(names)('the function %s', (name) => {
  const folder = join(built, name)

  it.each(stores)('loads at most 250 kB beside the client of %s, and no other engine', async (store) => {
    const report = await reportOf(`${name} ${store}`)
    const loaded = ofFunction(report.loaded, folder)
    expect(report.status === readOf(name).status).toBe(store === 'sqlite')
    expect(loaded).toContain('index.js')
    expect(loaded.filter(isLazy).filter((file) => !file.startsWith(`store-${store}`))).toEqual(
      store === 'sqlite' ? ['files-disk.js'] : [`sdk-${store}.js`],
    )
    expect(report.loaded.some((file) => file.includes('libsql'))).toBe(store === 'sqlite')
    expect(overBudget(name, loaded)).toBe('')
  })

  it('loads no engine, writes no paper and opens nothing before its first call', async () => {
    const { loaded } = await reportOf(name)
    expect(ofFunction(loaded, folder).filter(isLazy)).toEqual([])
    expect(loaded.filter((file) => file.includes('node_modules'))).toEqual([])
  })

  it('tells each file with its bytes', () => {
    for (const { file, bytes } of filesOf(name)) expect(statSync(join(folder, file)).size).toBe(bytes)
    // one byte less than all of it is told with the share of each package
    const all = filesOf(name).filter(({ file }) => !isClient(file))
    const bytes = all.reduce((sum, file) => sum + file.bytes, 0)
    expect(
      overBudget(
        name,
        all.map(({ file }) => file),
        bytes,
      ),
    ).toBe('')
    expect(
      overBudget(
        name,
        all.map(({ file }) => file),
        bytes - 1,
      ),
    ).toMatch(/ zod$/m)
  })
})

describe('a function in a cloud', () => {
  it.each(['postgres', 'cloudbase'] as const)('needs nothing beside its folder to ask %s', async (store) => {
    const alone = join(dir, 'alone')
    const { loaded, error = '' } = await reportOf(`alone ${store}`)
    expect(error).not.toMatch(/cannot find/i)
    expect(loaded).toContain(join(alone, `sdk-${store}.js`))
    expect(loaded.filter((file) => file !== child && dirname(file) !== alone)).toEqual([])
  })

  it('carries of the SDK of CloudBase only what reaches database and storage', () => {
    const sdk = filesOf('accounts').filter(({ file }) => file === 'sdk-cloudbase.js')
    expect(
      byPackage(sdk)
        .filter(([, bytes]) => bytes > 500)
        .map(([name]) => name)
        .sort(),
    ).toEqual([
      '@cloudbase/database',
      '@cloudbase/node-sdk',
      '@cloudbase/signature-nodejs',
      'agentkeepalive',
      'bson',
      'clone',
      'ms',
      'retry',
      'sax',
      'xml2js',
    ])
    expect(sdk[0]?.bytes).toBeLessThan(SDK_BUDGET)
  })

  it('carries no language of zod, and nothing of its JSON Schema', () => {
    const modules = filesOf('accounts').flatMap(({ inputs }) => Object.entries(inputs))
    expect(
      modules.filter(([module]) => module.includes('zod/v4/locales/')).filter(([, bytes]) => bytes > 0),
    ).toEqual([])
    expect(modules.filter(([module, bytes]) => module.includes('json-schema') && bytes > 500)).toEqual([])
  })
})
