/** `npm run audit:verify`, as an operator runs it on the database that the environment names. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { blockId } from '../../../../functions/core/io/audit/chain'
import { auditBlocks, auditEntries, auditHeads } from '../../../../functions/core/io/audit/collections'
import { seal } from '../../../../functions/core/io/audit/seal'
import { auditKey } from '../../../../functions/core/io/audit/signing'
import { DAY_MS } from '../../../../functions/core/pure/time'
import { main } from '../../../../platform/audit/verify'
import { seededRandom } from '../../../harness/context'
import { newKeyringText } from '../../../../functions/core/io/security/keyring'
import { onEveryEngine } from '../../../harness/store/engines'
import { openParts, type Parts } from '../events/parts'
import { decideMany, docOf, tamper } from './parts'

let parts: Parts
const before = { ...process.env }
beforeEach(async () => {
  parts = await openParts()
  process.env.DATA_DIR = parts.directory
  process.env.SHUIBANG_KEYS = newKeyringText(seededRandom('keys'))
})
afterEach(async () => {
  process.env = { ...before }
  await parts.close()
})

const run = async (...words: string[]): Promise<{ code: number; said: string }> => {
  const lines: string[] = []
  const code = await main(words, (line) => void lines.push(line))
  return { code, said: lines.join('\n') }
}

test('says that a sound audit is sound, beside a running server', async () => {
  await decideMany(parts.services, 5)
  await seal(parts.services)
  await decideMany(parts.services, 1)
  const { code, said } = await run()
  expect(said).toContain('sound: 5 entries in 1 blocks, 1 waiting')
  expect(code).toBe(0)
})

test('names the first fault, and fails', async () => {
  const [id = ''] = await decideMany(parts.services, 5)
  await seal(parts.services)
  await tamper(parts.store, auditEntries, id, (doc) => ({ ...doc, actor: 'ac_other' }))
  const { code, said } = await run()
  expect(said).toContain(`entryAltered {"height":1,"entry":"${id}"}`)
  expect(code).toBe(1)
})

test('needs no key of the deployment when it is given the public one, and takes copies of published heads', async () => {
  const { services, clock, store, directory } = parts
  const [id = ''] = await decideMany(services, 1)
  await seal(services)
  clock.now += DAY_MS
  await seal(services)
  delete process.env.SHUIBANG_KEYS
  const key = auditKey(services.vault).publicKey
  const heads = join(directory, 'heads.json')
  writeFileSync(
    heads,
    JSON.stringify({ publicKey: key, items: [await docOf(store, auditHeads, 'day_2026-11-24')] }),
  )
  expect(await run('--key', key, '--heads', heads)).toMatchObject({ code: 0 })
  await tamper(store, auditBlocks, blockId(1), () => undefined)
  await tamper(store, auditEntries, id, () => undefined)
  for (const head of ['head', 'day_2026-11-24']) await tamper(store, auditHeads, head, () => undefined)
  expect(await run('--key', key)).toMatchObject({ code: 0 })
  const { code, said } = await run('--key', key, '--heads', heads)
  expect(said).toContain('publishedHeadWrong')
  expect(code).toBe(1)
})

test('an empty folder is not a sound audit', async () => {
  process.env.DATA_DIR = join(parts.directory, 'nowhere')
  expect(await run()).toMatchObject({ code: 2 })
})

test('without keys nothing is verified, and none are made', async () => {
  delete process.env.SHUIBANG_KEYS
  expect(await run()).toMatchObject({ code: 2, said: expect.stringContaining('there are no keys') })
  expect(existsSync(join(parts.directory, 'keys.json'))).toBe(false)
})

test('a configuration that is none is told', async () => {
  process.env.STORE = 'abacus'
  expect(await run()).toMatchObject({ code: 2, said: expect.stringContaining('STORE: abacus') })
})

onEveryEngine('the command', (engine) => {
  test('verifies the database that serves: sound, then altered', async () => {
    let environment = {}
    const noted: typeof engine = {
      ...engine,
      open: async (options) => {
        const subject = await engine.open(options)
        environment = subject.environment
        return subject
      },
    }
    const other = await openParts([], noted)
    Object.assign(process.env, environment)
    const [id = ''] = await decideMany(other.services, 3)
    await seal(other.services)
    expect(await run()).toEqual({
      code: 0,
      said: expect.stringContaining('sound: 3 entries in 1 blocks, 0 waiting'),
    })
    await tamper(other.store, auditEntries, id, (doc) => ({ ...doc, actor: 'ac_other' }))
    expect(await run()).toEqual({ code: 1, said: expect.stringContaining('entryAltered') })
    await other.close()
  })
})
