/** The built artefacts themselves, each in a fresh process, as a cloud would load them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deployment } from '../../functions/deployment'
import { builtFolder, buildFunctions } from '../harness/built'
import { demonstrationIn } from './demonstration'

const root = process.cwd()
const names = deployment.map(({ name }) => name)
const built = builtFolder
const fileOf = (name: string): string => join(built, name, 'index.js')

let dir = ''
beforeAll(() => {
  buildFunctions()
  dir = mkdtempSync(join(tmpdir(), 'built-'))
}, 60_000)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const SCRIPT = `
const began = performance.now()
const { main, handler } = require(process.argv[1])
const loaded = performance.now() - began
const client = { environment: JSON.stringify({ WX_OPENID: 'o-1', TCB_SOURCE: 'wx_client' }) }
const http = (path) => ({ rawPath: path, headers: { 'content-type': 'application/json' }, body: '{}', requestContext: { http: { method: 'POST', sourceIp: '1.2.3.4' } } })
const run = async () => {
  const { calls } = JSON.parse(process.argv[2])
  const replies = []
  for (const { event, path } of calls) replies.push(path ? await handler(http(path)) : await main(event, client))
  process.stdout.write(JSON.stringify({ loaded, exports: Object.keys(require(process.argv[1])), replies }))
}
run().catch((error) => { process.stderr.write(String(error.message)); process.exitCode = 1 })
`
interface Outcome {
  readonly loaded: number
  readonly exports: readonly string[]
  readonly replies: readonly Readonly<Record<string, unknown>>[]
}
const run = (name: string, calls: readonly unknown[], environment: Record<string, string> = {}) => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['-e', SCRIPT, fileOf(name), JSON.stringify({ calls })],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: join(dir, name), LOG_LEVEL: 'silent', METRICS: 'off', ...environment },
    },
  )
  return { status, stderr, outcome: (status === 0 ? JSON.parse(stdout) : undefined) as Outcome | undefined }
}

describe.each(names)('the built function %s', (name) => {
  it('exports main and handler', () => {
    const { outcome, stderr } = run(name, [])
    expect(stderr).toBe('')
    expect([...(outcome?.exports ?? [])].sort()).toEqual(['handler', 'main'])
    expect(outcome?.loaded).toBeLessThan(2_000)
  })
  it('names what must be installed beside it, at our version', () => {
    const described = JSON.parse(readFileSync(join(built, name, 'package.json'), 'utf8')) as {
      dependencies: unknown
    }
    const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    expect(described.dependencies).toEqual({ libsql: own.dependencies.libsql })
  })
  it('holds nothing of the demonstration', () => {
    const files = readdirSync(join(built, name))
    expect(files).toContain('index.js')
    expect(files.flatMap((file) => demonstrationIn(readFileSync(join(built, name, file), 'utf8')))).toEqual(
      [],
    )
  })
})

describe('a built function', () => {
  it('answers the mini-program and HTTP over a database file of its own', () => {
    const { outcome, stderr } = run('accounts', [
      { event: { procedure: 'me', input: {} } },
      {
        event: {
          procedure: 'bind',
          input: { kind: 'person', name: '王小明', number: '110105194912310021' },
          headers: { 'Idempotency-Key': 'abcdefgh' },
        },
      },
      { path: '/api/accounts/me' },
    ])
    expect(stderr).toBe('')
    expect(outcome?.replies).toMatchObject([
      { status: 200, body: { taxpayers: [] } },
      { status: 200, body: { taxpayer: { standing: 'claimed' } } },
      { statusCode: 401 },
    ])
    expect(existsSync(join(dir, 'accounts/shuibang.db'))).toBe(true)
  })
  it('knows an error of its store by its class, though store and entry are in different files', () => {
    const { outcome } = run('accounts', [
      { event: { procedure: 'accessLog', input: { after: 'made-up', limit: 5 } } },
    ])
    expect(outcome?.replies).toMatchObject([{ status: 400, body: { code: 'INVALID_INPUT' } }])
  })
  it('fails at its first call with every problem of its environment', () => {
    const { status, stderr } = run('appointments', [{ event: { procedure: 'halls' } }], {
      STORE: 'oracle',
      RATE_LIMIT: 'x',
    })
    expect(status).toBe(1)
    expect(stderr).toMatch(/STORE[\s\S]*RATE_LIMIT/)
  })
})
