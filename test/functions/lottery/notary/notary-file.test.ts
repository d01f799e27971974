/** The notary's signer as it is given away: one file, run by plain Node on a machine where there is nothing of ours. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { freeze } from '../../../../functions/lottery/draw/freeze'
import { isSignedBy, type Signed } from '../../../../functions/lottery/draw/notary'
import { notaryAt } from '../../../../functions/lottery/draw/signer'
import { roundFrom } from '../../../../functions/lottery/rules/draw/chain'
import type { Freeze, Unsigned } from '../../../../functions/lottery/rules/draw/documents'
import { readKeys } from '../../../../scripts/notary/keys'
import { CHAIN, newFolder, rulesOf, toFreeze } from '../draw/world'

const root = process.cwd()
const MINUTE = 60_000
const DEPLOYMENT = 'https://lottery.example.cn/api'

let file = ''
let text = ''
beforeAll(() => {
  const alone = newFolder()
  const built = spawnSync(process.execPath, ['scripts/build/notary.mjs', alone], {
    cwd: root,
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(built.stderr)
  file = path.join(alone, 'notary.mjs')
  text = readFileSync(file, 'utf8')
}, 60_000)

const run = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], {
    cwd: path.dirname(file),
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  })
  return { status, said: stdout + stderr }
}

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

const exited = (child: ChildProcess): Promise<number | string | null> =>
  new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)))

/** @returns the process, once it says where it is, and that */
const serve = async (keys: string): Promise<{ readonly child: ChildProcess; readonly baseUrl: string }> => {
  const words = ['serve', keys, '--deployment', DEPLOYMENT, '--port', '0', '--allow-test-chain']
  const child = spawn(process.execPath, [file, ...words], { env: { PATH: process.env.PATH } })
  children.push(child)
  let said = ''
  const baseUrl = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(said)))
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString('utf8')))
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString('utf8')
      const found = /signs as [0-9a-f]{64} on (http:\S+)\n/.exec(said)
      if (found?.[1] !== undefined) resolve(found[1])
    })
  })
  return { child, baseUrl }
}

const made = (): string => {
  const keys = path.join(newFolder(), 'keys')
  expect(run('init', keys).status).toBe(0)
  return keys
}

test('imports nothing but Node, and is made of nothing that its build does not watch', () => {
  const imported = [...text.matchAll(/^\s*(?:import|export)[^'"\n]*from\s*["']([^"']+)["']/gm)].map(
    ([, name]) => name ?? '',
  )
  expect(imported.length).toBeGreaterThan(0)
  expect(imported.filter((name) => !isBuiltin(name))).toEqual([])
  const asked = `import { targets } from './scripts/build/targets.mjs'; console.log(JSON.stringify(targets.notary.inputs))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', asked], {
    cwd: root,
    encoding: 'utf8',
  })
  const inputs = JSON.parse(stdout) as string[]
  const parts = [...text.matchAll(/^\/\/ (\S+\.ts)$/gm)].map(([, name]) => name ?? '')
  expect(parts).toContain('scripts/notary/judge.ts')
  const isWatched = (name: string): boolean =>
    inputs.some((input) => name === input || name.startsWith(`${input}/`))
  expect(parts.filter((name) => !isWatched(name))).toEqual([])
})

test('makes a key that she alone can read, once, and prints what is to be published', () => {
  const keys = path.join(newFolder(), 'keys')
  const { said } = run('init', keys)
  expect(said).toMatch(/^[0-9a-f]{64}\n$/)
  expect(run('key', keys)).toEqual({ status: 0, said })
  expect(said.trim()).toBe(readKeys(keys).notary.publicKey)
  for (const name of ['.', 'key', 'token']) expect(statSync(path.join(keys, name)).mode & 0o077).toBe(0)
  const before = readFileSync(path.join(keys, 'key'), 'utf8')
  expect(run('init', keys)).toEqual({ status: 2, said: `${keys} has a key already\n` })
  expect(readFileSync(path.join(keys, 'key'), 'utf8')).toBe(before)
})

test('signs by the key of its folder; killed at any time it goes on from there, and stops when told', async () => {
  const keys = made()
  const { notary, token } = readKeys(keys)
  const now = Date.now()
  const rules = rulesOf({ round: roundFrom(CHAIN.chain, now + 60 * MINUTE), fallback: null })
  const wanted = async (exclusions = 1): Promise<Unsigned<Freeze>> => {
    const { signature: _, ...document } = await freeze(
      toFreeze({ rules, now, notary, exclusions: [{ reason: 'splitting', entries: exclusions }] }),
    )
    return document
  }
  const ask = (baseUrl: string, document: Unsigned<Freeze>): Promise<Signed<Freeze>> =>
    Promise.resolve(notaryAt({ baseUrl, token, publicKey: notary.publicKey }).sign<Freeze>(document))
  const document = await wanted()
  const first = await serve(keys)
  const signed = await ask(first.baseUrl, document)
  expect(isSignedBy(notary.publicKey, signed)).toBe(true)
  first.child.kill('SIGKILL')
  expect(await exited(first.child)).toBe('SIGKILL')
  const second = await serve(keys)
  expect(await ask(second.baseUrl, document)).toEqual(signed)
  await expect(ask(second.baseUrl, await wanted(2))).rejects.toMatchObject({ code: 'notary' })
  second.child.kill('SIGTERM')
  expect(await exited(second.child)).toBe(0)
  const log = readFileSync(path.join(keys, 'signatures.log'), 'utf8')
  expect(log.match(/"did":"(signed|signed again|refused)"/g)).toHaveLength(3)
  expect(log).not.toContain(token)
})

test('keeps what its notary allows', () => {
  const keys = made()
  expect(run('allow', keys, 'test-2026.daily.2026-11-24T2300').status).toBe(0)
  expect(readFileSync(path.join(keys, 'signatures.log'), 'utf8')).toContain('"did":"allowed secrets"')
  expect(existsSync(path.join(keys, 'allowed'))).toBe(true)
})

describe('says what is wrong, and leaves with 2', () => {
  test.each([
    ['nothing asked', [], /^notary init FOLDER/],
    ['a verb that is none', ['sing', 'KEYS'], /^notary init FOLDER/],
    ['a folder without a key', ['key', '/nowhere'], /there is no \/nowhere\/key: make it by "notary init/],
    ['no deployment', ['serve', 'KEYS'], /^--deployment: an outside address is no http address/],
    ['one in the clear', ['serve', 'KEYS', '--deployment', 'http://a.cn/api'], /is not https/],
    ['no port', ['serve', 'KEYS', '--deployment', DEPLOYMENT, '--port', 'x'], /^x is no port/],
    ['relays that are none', ['serve', 'KEYS', '--deployment', DEPLOYMENT, '--relays', 'x'], /^--relays: /],
    ['an unknown option', ['key', 'KEYS', '--quick'], /Unknown option '--quick'/],
  ] as const)('%s', (_, words, expected) => {
    const keys = words.some((word) => word === 'KEYS') ? made() : ''
    const { status, said } = run(...words.map((word) => (word === 'KEYS' ? keys : word)))
    expect(said).toMatch(expected)
    expect(status).toBe(2)
  })

  test('a key that others can read', () => {
    const keys = made()
    chmodSync(path.join(keys, 'key'), 0o640)
    const { status, said } = run('key', keys)
    expect(said).toContain('can be read by others: chmod 600')
    expect(status).toBe(2)
  })

  test('a port that is taken', async () => {
    const keys = made()
    const { baseUrl } = await serve(keys)
    const { port } = new URL(baseUrl)
    const { status, said } = run('serve', made(), '--deployment', DEPLOYMENT, '--port', port)
    expect(said).toContain('EADDRINUSE')
    expect(status).toBe(2)
  })
})
