/** Papers out of built folders: what writes them lies there, is found there, and is loaded with the first paper alone. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import { builtFolder, buildFunctions } from '../harness/built'
import { copied, pageOf } from '../harness/papers/read'

const root = process.cwd()
/** Inside the project, so that libsql is found. */
const built = join(root, '.cache/papers-test')
const environment = (dir: string) => ({
  PATH: process.env.PATH,
  DATA_DIR: dir,
  LOG_LEVEL: 'silent',
  METRICS: 'off',
})

const node = (args: readonly string[], cwd = root): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
    env: environment(join(dir, 'data')),
  })
  if (status !== 0 || stderr !== '') throw new Error(stderr)
  return stdout
}

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'papers-'))
  node(['test/harness/papers/build-function.mjs', built])
}, 60_000)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** One function in a process of its own: which of our files are loaded before and after its paper. */
const CALL = `
const path = require('node:path')
const { main } = require(process.argv[1])
const files = () => Object.keys(require.cache).filter((file) => path.dirname(file) === process.argv[1]).map((file) => path.basename(file))
const outside = () => Object.keys(require.cache).filter((file) => /node_modules.(pdfkit|fontkit|linebreak|write-excel-file)/.test(file))
const before = files()
main({ procedure: process.argv[2], input: { place: Number(process.argv[3]) } }, { environment: JSON.stringify({ WX_OPENID: 'o-1', TCB_SOURCE: 'wx_client' }) })
  .then((reply) => process.stdout.write(JSON.stringify({ before, after: files(), outside: outside(), reply })))
`
interface Called {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly outside: readonly string[]
  readonly reply: { readonly status: number; readonly body: Readonly<Record<string, unknown>> }
}
const call = (procedure: string, place: number): Called =>
  JSON.parse(node(['-e', CALL, built, procedure, String(place)])) as Called
const isOfPapers = (file: string): boolean => /^(lib|papers|sheets)-/.test(file)
const bytesIn = (text: unknown): Uint8Array => Buffer.from(String(text), 'base64')

describe('a function that gives papers', () => {
  it('has the library, the font and its licence in its folder', () => {
    const files = readdirSync(built)
    expect(files).toEqual(
      expect.arrayContaining([
        'lib-pdf.js',
        'lib-xlsx.js',
        'papers-render.js',
        'sheets-write.js',
        'font-regular.ttf',
        'font-bold.ttf',
        'font-licence.txt',
      ]),
    )
    expect(readFileSync(join(built, 'font-licence.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE')
  })

  it('loads them with its first paper, from its folder alone', () => {
    const { before, after, outside, reply } = call('application', 0)
    expect(before.filter(isOfPapers)).toEqual([])
    expect(after.filter(isOfPapers).sort()).toEqual(['lib-pdf.js', 'papers-render.js'])
    expect(outside).toEqual([])
    expect(reply).toMatchObject({
      status: 200,
      body: { kind: 'pdf', name: '退（抵）税申请表.pdf', place: 0, parts: 1 },
    })
    expect(copied(pageOf(bytesIn(reply.body.bytes)))).toContain('退（抵）税申请表')
  })

  it('loads only what writes sheets for a sheet', () => {
    const { after, outside, reply } = call('list', 0)
    expect(after.filter(isOfPapers).sort()).toEqual(['lib-xlsx.js', 'sheets-write.js'])
    expect(outside).toEqual([])
    expect(reply).toMatchObject({ status: 200, body: { kind: 'xlsx', name: '名单.xlsx' } })
    expect(read(bytesIn(reply.body.bytes)).Sheets['名单']?.A2?.v).toBe('林小雨')
  })

  it('answers a part that there is not as not found', () => {
    expect(call('application', 1).reply).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })
})

describe('a function that gives none', () => {
  it('carries neither library nor font', () => {
    buildFunctions()
    expect(
      readdirSync(join(builtFolder, 'verify')).filter((file) => /^(lib|papers|sheets|font)-/.test(file)),
    ).toEqual([])
  })
})

describe('the servers', () => {
  interface Written {
    readonly base64: string
  }
  const paperOf = (output: string) => pageOf(bytesIn((JSON.parse(output) as Written).base64))

  it('of one machine finds them among its packages', () => {
    const outfile = join(root, '.cache/papers-test-server/main.js')
    node(['scripts/build/server.mjs', outfile, 'test/harness/papers/server.ts'])
    expect(copied(paperOf(node([outfile])))).toContain('林小雨')
  })

  it('of a private cloud finds them beside it, with nothing installed', () => {
    node(['scripts/build/private-cloud.mjs', join(dir, 'built'), 'test/harness/papers/server.ts'])
    const alone = join(dir, 'alone')
    for (const file of readdirSync(join(dir, 'built')))
      if (/^(main|lib-|font-)/.test(file)) cpSync(join(dir, 'built', file), join(alone, file))
    expect(copied(paperOf(node([join(alone, 'main.js')], alone)))).toContain('林小雨')
  })
})
