/** The verification runs in the mini-program: ES2017, and a world with none of Node's or the browser's names. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { copyOf, NOTARY, publishDraw } from './world'

const rules = path.resolve(__dirname, '../../../../functions/lottery/rules/draw')

const ENTRY = `
import { fromHex } from '../../../core/pure/bytes'
import { verifyBls, verifyEd25519 } from './curves'
import { isIncluded, proofOf } from './proof'
import { hashBlocks } from '../../../core/pure/sha256'
import { verifyPublished } from './verify/verify'

const files = {
  size: async (name) => (given[name] === undefined ? undefined : given[name].length / 2),
  read: async (name, offset, length) => fromHex(given[name].slice(2 * offset, 2 * (offset + length))),
  text: async (name) => texts[name],
}
const tell = ({ state, code }) => told.push(state + ' ' + code)
done(
  verifyPublished({ files, verifyBls, verifyEd25519, hash: hashBlocks, tell, allowTestChain: true, notary }).then(async (holds) => {
    const proof = await proofOf(files, 20)
    return JSON.stringify({ holds, told, included: isIncluded(proof, JSON.parse(texts['freeze.json']).commitment) })
  }),
)
`

let code = ''
let whole = ''
beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: rules, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2017',
    logLevel: 'error',
  })
  code = outputFiles[0]?.text ?? ''
  whole = (await publishDraw()).folder
}, 30_000)

const verified = async (folder: string): Promise<unknown> => {
  const names = ['freeze.json', 'entries.bin', 'tiles.bin', 'beacon.json', 'result.json']
  const bytes = names.map((name) => [name, readFileSync(path.join(folder, name))] as const)
  const said: Promise<string>[] = []
  const world = createContext({
    given: Object.fromEntries(bytes.map(([name, content]) => [name, content.toString('hex')])),
    texts: Object.fromEntries(bytes.map(([name, content]) => [name, content.toString('utf8')])),
    told: [],
    notary: NOTARY.publicKey,
    done: (promise: Promise<string>) => said.push(promise),
  })
  for (const name of [
    'Buffer',
    'TextEncoder',
    'TextDecoder',
    'crypto',
    'process',
    'URL',
    'setTimeout',
    'require',
  ])
    expect(runInContext(`typeof ${name}`, world)).toBe('undefined')
  runInContext(code, world)
  return JSON.parse((await said[0]) ?? 'null') as unknown
}

test('a draw verifies there, its beacon and its signatures too', async () => {
  const { holds, included, told } = (await verified(whole)) as {
    holds: boolean
    included: boolean
    told: string[]
  }
  expect([holds, included]).toEqual([true, true])
  expect(told).toContain('holds randomness')
  expect(told.filter((line) => line === 'holds signature')).toHaveLength(2)
})

test('and a changed list does not', async () => {
  const folder = copyOf(whole)
  const entries = readFileSync(path.join(folder, 'entries.bin'))
  entries[64 * 30 + 63] = (entries[64 * 30 + 63] ?? 0) ^ 1
  writeFileSync(path.join(folder, 'entries.bin'), entries)
  expect(await verified(folder)).toMatchObject({ holds: false })
})
