/** What a private cloud runs, as built: it starts on an empty folder, and offers nothing of the demonstration. */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { demonstrationIn, traceCount } from './demonstration'

const root = process.cwd()
// Inside the project, so that what stays outside the bundles is found; a folder of its own, for others may read dist/ now.
const built = join(root, '.cache/bare-server-test/private-cloud')

let dir = ''
let child: ChildProcess | undefined
let url = ''
let said = ''
/** The server with its demonstration, as text. */
let demonstration = ''

interface Ended {
  readonly status: number
  readonly said: string
}
const node = (
  words: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Ended> =>
  new Promise((resolve) => {
    const ran = execFile(process.execPath, words, options, (_, stdout, stderr) =>
      resolve({ status: ran.exitCode ?? -1, said: stdout + stderr }),
    )
  })

beforeAll(async () => {
  const [made, bundled] = await Promise.all([
    node(['scripts/build/private-cloud.mjs', built], { cwd: root }),
    build({
      entryPoints: [join(root, 'platform/main.ts')],
      write: false,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error',
      external: ['libsql', '@chainsafe/hashtree', 'swagger-ui-dist', 'pg-native'],
    }),
  ])
  if (made.status !== 0) throw new Error(made.said)
  demonstration = bundled.outputFiles[0]?.text ?? ''
  dir = mkdtempSync(join(tmpdir(), 'bare-'))
  const started = spawn(process.execPath, [join(built, 'main.js')], {
    cwd: dir,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATA_DIR: join(dir, 'data'),
      WEB_ROOT: join(dir, 'none'),
      LOG_LEVEL: 'error',
    },
  })
  child = started
  url = await new Promise<string>((resolve, reject) => {
    const hear = (bytes: Buffer): void => {
      said += bytes.toString('utf8')
      const address = /listening on (\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    }
    started.stdout.on('data', hear)
    started.stderr.on('data', hear)
    started.once('exit', (code) => reject(new Error(`ended with ${String(code)}: ${said}`)))
  })
}, 60_000)
afterAll(async () => {
  if (child && child.exitCode === null) {
    const ended = new Promise<void>((resolve) => void child?.once('exit', () => resolve()))
    child.kill('SIGTERM')
    await ended
  }
  for (const folder of [dir, built]) rmSync(folder, { recursive: true, force: true })
})

const post = async (
  path: string,
  input: unknown = {},
): Promise<{ readonly status: number; readonly body: unknown }> => {
  const response = await fetch(`${url}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  return { status: response.status, body: await response.json() }
}
const command = (
  file: string,
  words: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<Ended> =>
  node([join(built, file), ...words], {
    cwd: dir,
    env: { PATH: process.env.PATH, DATA_DIR: join(dir, 'data'), ...environment },
  })
const ringOf = ({ said: line }: Ended) =>
  JSON.parse(Buffer.from(line, 'base64').toString()) as {
    version: number
    current: string
    keys: Record<string, string>
  }
const versionOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string
    dependencies: Record<string, string>
    scripts: Record<string, string>
  }

describe('the bare server', () => {
  it('is healthy and ready, and no demonstration', async () => {
    const response = await fetch(`${url}/health`)
    expect([response.status, await response.json()]).toMatchObject([
      200,
      { status: 'ok', demonstration: false, store: { durable: true } },
    ])
    expect((await fetch(`${url}/ready`)).status).toBe(200)
  })
  it('has nobody to be, and no hall that nobody brought', async () => {
    expect(await post('accounts/people')).toMatchObject({ status: 404, body: { code: 'NO_PROCEDURE' } })
    expect(await post('accounts/signInAs')).toMatchObject({ status: 404, body: { code: 'NO_PROCEDURE' } })
    expect(await post('appointments/halls')).toEqual({ status: 200, body: { halls: [] } })
  })
  it('says that nobody can sign in while WeChat’s credentials are missing', async () => {
    expect(await post('accounts/signIn', { code: 'abc' })).toMatchObject({
      status: 401,
      body: { code: 'SIGN_IN_FAILED' },
    })
    expect(said).toContain('warning: WECHAT_APPID and WECHAT_SECRET are not set')
  })
  it('describes itself at the version of the project', async () => {
    const { version } = versionOf(root)
    const described = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
      info: unknown
      paths: Record<string, unknown>
    }
    expect(described.info).toMatchObject({ version })
    expect(Object.keys(described.paths)).toContain('/appointments/book')
    expect(Object.keys(described.paths)).not.toContain('/accounts/signInAs')
  })
  it('loads OpenTelemetry only where it is told to', async () => {
    const probe = `
      const told = () => Object.keys(globalThis[Symbol.for('opentelemetry.js.api.1')] ?? {})
      const write = process.stdout.write.bind(process.stdout)
      process.stdout.write = (text) => (text.startsWith('listening') ? write('loaded ' + told(), () => process.exit(0)) : true)
      require(${JSON.stringify(join(built, 'main.js'))})`
    const run = (name: string, environment: Record<string, string>) =>
      node(['-e', probe], {
        cwd: dir,
        env: {
          PATH: process.env.PATH,
          PORT: '0',
          DATA_DIR: join(dir, name),
          LOG_LEVEL: 'silent',
          ...environment,
        },
      })
    const [without, loaded] = await Promise.all([
      run('without', {}),
      run('with', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }),
    ])
    expect(without.said).toMatch(/^loaded (?!.*diag)/)
    expect(loaded.said).toMatch(/^loaded .*diag/)
  })
})

describe('the folder of a private cloud', () => {
  it('brings the operator’s commands along', async () => {
    const { version, dependencies, scripts } = versionOf(built)
    const own = versionOf(root)
    expect([version, dependencies]).toEqual([
      own.version,
      Object.fromEntries(
        ['libsql', 'swagger-ui-dist', '@chainsafe/hashtree'].map((name) => [name, own.dependencies[name]]),
      ),
    ])
    expect(Object.keys(scripts)).toEqual(['start', 'admin', 'store', 'data', 'audit:verify', 'keys'])
    const [check, audit, admin, data, refused, keys] = await Promise.all([
      command('store.mjs', ['check']),
      command('audit-verify.mjs'),
      command('admin.mjs'),
      command('data.mjs'),
      command('admin.mjs', ['rotate-keys'], {
        DATA_DIR: join(dir, 'empty'),
        STORE: 'postgres',
        DATABASE_URL: 'postgres://u@127.0.0.1:1/x',
      }),
      command('keys.mjs'),
    ])
    expect(check).toEqual({ status: 0, said: expect.stringContaining('as declared') })
    expect(audit).toEqual({ status: 0, said: expect.stringContaining('The audit is sound') })
    expect(admin.said).toContain('npm run admin -- <command>')
    expect(data.said).toContain('npm run data -- <command>')
    expect(refused).toEqual({ status: 1, said: expect.stringContaining('SHUIBANG_KEYS: not given') })
    expect(ringOf(keys)).toMatchObject({ version: 1, current: 'k1' })
  })
  it('turns the ring in two steps: a fresh key behind, then the same one in front', async () => {
    const step = (words: readonly string[], ring: Ended) =>
      command('keys.mjs', words, { SHUIBANG_KEYS: ring.said })
    const first = await command('keys.mjs')
    const second = await step(['behind'], first)
    const [third, again] = await Promise.all([step([], second), step(['behind'], second)])
    expect(
      [first, second, third].map((one) => [ringOf(one).current, Object.keys(ringOf(one).keys).length]),
    ).toEqual([
      ['k1', 1],
      ['k1', 2],
      ['k2', 2],
    ])
    expect(ringOf(third)).toEqual({ ...ringOf(second), current: 'k2' })
    expect(again).toEqual({ status: 1, said: expect.stringContaining('key k2 is behind already') })
  })
  it('carries nothing of the demonstration, where the server with it carries everything', () => {
    const files = readdirSync(built).filter((name) => /\.m?js$/.test(name))
    expect(files.filter((name) => name.endsWith('.mjs')).length).toBe(5)
    expect(files).toEqual(expect.arrayContaining(['main.js', 'lib-pdf.js', 'lib-xlsx.js']))
    for (const name of files)
      expect([name, demonstrationIn(readFileSync(join(built, name), 'utf8'))]).toEqual([name, []])
    expect(demonstrationIn(demonstration)).toHaveLength(traceCount)
  })
})
