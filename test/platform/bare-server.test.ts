/** The server of a private cloud, as built: it starts on an empty folder, and offers nothing of the demonstration. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demonstrationIn, traceCount } from './demonstration'

const root = process.cwd()
// Inside the project, so that what stays outside the bundle is found.
const built = join(root, '.cache/bare-server-test')
const BUILD = `
const [entry, outfile] = process.argv.slice(1)
require('esbuild').build({
  entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', legalComments: 'none', logLevel: 'error', external: ['libsql', 'swagger-ui-dist'],
}).catch(() => { process.exitCode = 1 })
`
const bundle = (entry: string, name: string): string => {
  const file = join(built, name)
  const { status, stderr } = spawnSync(process.execPath, ['-e', BUILD, join(root, entry), file], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return file
}

let bare = ''
let dir = ''
let child: ChildProcess | undefined
let url = ''
let said = ''
beforeAll(async () => {
  bare = bundle('platform/server/main.ts', 'main.js')
  dir = mkdtempSync(join(tmpdir(), 'bare-'))
  const started = spawn(process.execPath, [bare], { cwd: root, env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(dir, 'data'), WEB_ROOT: join(dir, 'none'), LOG_LEVEL: 'error' } })
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
  rmSync(dir, { recursive: true, force: true })
})

const post = async (path: string, input: unknown = {}): Promise<{ readonly status: number; readonly body: unknown }> => {
  const response = await fetch(`${url}/api/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) })
  return { status: response.status, body: await response.json() }
}

describe('the bare server', () => {
  it('is healthy, and no demonstration', async () => {
    const response = await fetch(`${url}/health`)
    expect([response.status, await response.json()]).toMatchObject([200, { status: 'ok', demonstration: false, store: { durable: true } }])
  })
  it('has nobody to be, and no hall that nobody brought', async () => {
    expect(await post('accounts/people')).toMatchObject({ status: 404, body: { code: 'NO_PROCEDURE' } })
    expect(await post('accounts/signInAs')).toMatchObject({ status: 404, body: { code: 'NO_PROCEDURE' } })
    expect(await post('appointments/halls')).toEqual({ status: 200, body: { halls: [] } })
  })
  it('says that nobody can sign in while WeChat’s credentials are missing', async () => {
    expect(await post('accounts/signIn', { code: 'abc' })).toMatchObject({ status: 401, body: { code: 'SIGN_IN_FAILED' } })
    expect(said).toContain('WECHAT_APPID and WECHAT_SECRET are not set')
  })
  it('describes itself at the version of the project', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    const described = (await (await fetch(`${url}/api/openapi.json`)).json()) as { info: unknown; paths: Record<string, unknown> }
    expect(described.info).toMatchObject({ version })
    expect(Object.keys(described.paths)).toContain('/appointments/book')
    expect(Object.keys(described.paths)).not.toContain('/accounts/signInAs')
  })
  it('carries nothing of the demonstration, where the one with it carries everything', () => {
    expect(demonstrationIn(readFileSync(bare, 'utf8'))).toEqual([])
    expect(demonstrationIn(readFileSync(bundle('platform/main.ts', 'with-demonstration.js'), 'utf8'))).toHaveLength(traceCount)
  })
})
