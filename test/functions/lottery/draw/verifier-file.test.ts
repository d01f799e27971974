/** The verifier as it is given away: one file, run by plain Node in a folder where there is nothing of ours. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { fromHex } from '../../../../functions/core/pure/bytes'
import { entryAt, entryBlock, holderCommitment } from '../../../../functions/lottery/rules/draw/entry'
import { partyCommitment } from '../../../../functions/lottery/rules/draw/reveals'
import { someEntries } from '../../../harness/draw/entries'
import { sha } from './slow'
import { writeJson } from './verifying'
import { copyOf, newFolder, NOTARY, publishDraw } from './world'

const root = process.cwd()
const salt = sha('salt')
const mine = entryBlock({
  id: '7f'.repeat(16),
  ticket: '01'.repeat(15),
  holder: holderCommitment(salt, 'acc_1'),
})

let alone = ''
let file = ''
let folder = ''
beforeAll(async () => {
  alone = newFolder()
  const built = spawnSync(process.execPath, ['scripts/build/verifier.mjs', alone], {
    cwd: root,
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(built.stderr)
  file = path.join(alone, 'verify-draw.mjs')
  folder = (await publishDraw({ entries: () => [someEntries(200), mine] })).folder
}, 60_000)

const run = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], {
    cwd: alone,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  })
  return { status, said: stdout + stderr }
}

test('imports nothing but Node', () => {
  const text = readFileSync(file, 'utf8')
  const imported = [...text.matchAll(/^\s*(?:import|export)[^'"\n]*from\s*["']([^"']+)["']/gm)].map(
    ([, name]) => name ?? '',
  )
  expect(imported.length).toBeGreaterThan(0)
  expect(imported.filter((name) => !isBuiltin(name))).toEqual([])
  expect(text).not.toMatch(/\brequire\(["'](?!node:|crypto)/)
  expect(text).toContain('noble-curves - MIT License')
})

test('says line by line what holds, and leaves with 0', () => {
  const { status, said } = run(folder, '--allow-test-chain', '--notary', NOTARY.publicKey)
  expect(said).toMatch(/✓ the list has 201 entries\n/)
  expect(said).toMatch(/✓ first: 1 winners, as drawn again\n/)
  expect(said).toMatch(/Everything holds\.\n$/)
  expect(said).not.toContain('✗')
  expect(status).toBe(0)
})

test('says it in Chinese when asked', () => {
  expect(run(folder, '--zh', '--allow-test-chain').said).toMatch(/✓ 名单有 201 条\n[^]*全部成立。\n$/)
})

test('says what does not hold, and leaves with 1', () => {
  const { status, said } = run(folder)
  expect(said).toMatch(/✗ !!! A TEST CHAIN/)
  expect(said).toMatch(/NOT everything holds\.\n$/)
  expect(status).toBe(1)
})

test.each([
  ['nothing', []],
  ['a folder without a draw', ['.']],
  ['an unknown option', ['.', '--trust-me']],
  ['two folders', ['.', '.']],
  ['a notary’s key that is none', ['FOLDER', '--notary', 'abc']],
])('asked for %s, says how it is used, and leaves with 2', (_, words) => {
  const { status, said } = run(...words.map((word) => (word === 'FOLDER' ? folder : word)))
  expect(said).toContain('verify-draw FOLDER')
  expect(status).toBe(2)
})

describe('a party’s secret', () => {
  const PARTY = '厦门市公证处'
  const madeBy = (...words: readonly string[]) => {
    const { status, said } = run('secret', ...words)
    const [secret = '', commitment = ''] = said.match(/[0-9a-f]{64}/g) ?? []
    return { status, said, secret, commitment }
  }

  it('is made with the commitment that a freeze names, another one each time', () => {
    const first = madeBy(PARTY)
    expect(first.status).toBe(0)
    expect(first.said).toContain(`party:      ${PARTY}\n`)
    expect(first.commitment).toBe(partyCommitment(PARTY, fromHex(first.secret)))
    const second = madeBy(PARTY, '--zh')
    expect(second.said).toContain(`参与方：${PARTY}\n`)
    expect(second.commitment).toBe(partyCommitment(PARTY, fromHex(second.secret)))
    expect(second.secret).not.toBe(first.secret)
  })

  it('is of the name as the deployment keeps it', () => {
    const { secret, commitment, said } = madeBy(`  ${PARTY}　`)
    expect(said).toContain(`party:      ${PARTY}\n`)
    expect(commitment).toBe(partyCommitment(PARTY, fromHex(secret)))
  })

  it('leaves nothing behind in its folder', () => {
    const before = readdirSync(alone)
    madeBy(PARTY)
    expect(readdirSync(alone)).toEqual(before)
  })

  it.each([['a'], ['  '], ['x'.repeat(61)]])('wants a name that is one: "%s"', (name) => {
    const { status, said, secret } = madeBy(name)
    expect(said).toContain("a party's name has 2 to 60 characters")
    expect(status).toBe(2)
    expect(secret).toBe('')
  })
})

describe('an entry', () => {
  const { id } = entryAt(mine)
  const proven = (): string => {
    const at = path.join(newFolder(), 'proof.json')
    writeFileSync(at, run('prove', folder, id).said)
    return at
  }
  /** All that she needs beside her proof. */
  const freezeAlone = (): string => {
    const copy = newFolder()
    mkdirSync(copy, { recursive: true })
    copyFileSync(path.join(folder, 'freeze.json'), path.join(copy, 'freeze.json'))
    return copy
  }

  it('is proven by its id, and its proof checked by the freeze alone', () => {
    const { status, said } = run('check', proven(), freezeAlone())
    expect(said).toMatch(new RegExp(`^✓ entry ${id} stands in the list, at index \\d+ of 201\n$`))
    expect(status).toBe(0)
  })

  it('is proven by its index too', () => {
    const { index } = JSON.parse(run('prove', folder, id).said) as { index: number }
    expect(run('prove', folder, String(index)).said).toBe(run('prove', folder, id).said)
  })

  it('shows whose it is to who has the salt', () => {
    const whose = (holder: string, by = salt) =>
      run('check', proven(), folder, '--holder', holder, '--salt', by.toString('hex'))
    expect(whose('acc_1')).toMatchObject({
      status: 0,
      said: expect.stringContaining('✓ it belongs to acc_1') as unknown,
    })
    expect(whose('acc_2').status).toBe(1)
    expect(whose('acc_1', sha('other')).status).toBe(1)
  })

  it.each([['aa'.repeat(16)], ['201'], ['-1'], ['1.5']])('that is not there is not proven: %s', (wanted) => {
    expect(run('prove', folder, '--', wanted).status).toBe(1)
  })

  it('fails by a changed proof, a proof that is no JSON, and another draw’s freeze', async () => {
    const at = proven()
    const proof = JSON.parse(readFileSync(at, 'utf8')) as { index: number }
    writeJson(path.dirname(at), 'changed.json', { ...proof, index: proof.index + 1 })
    writeFileSync(path.join(path.dirname(at), 'none.json'), 'proof')
    expect(run('check', path.join(path.dirname(at), 'changed.json'), folder).status).toBe(1)
    expect(run('check', path.join(path.dirname(at), 'none.json'), folder).status).toBe(1)
    const { folder: other } = await publishDraw()
    expect(run('check', at, other).status).toBe(1)
    expect(run('check', at, newFolder()).status).toBe(2)
    expect(run('check', path.join(alone, 'absent.json'), folder).status).toBe(2)
  })
})

test('a folder that npx can run: its package names the file, which runs by itself', () => {
  const described = JSON.parse(readFileSync(path.join(alone, 'package.json'), 'utf8')) as {
    bin: Record<string, string>
    dependencies?: unknown
  }
  expect(described.dependencies).toBeUndefined()
  const bin = path.join(alone, described.bin['verify-draw'] ?? '')
  expect(existsSync(bin)).toBe(true)
  const { status } = spawnSync(bin, [copyOf(folder), '--allow-test-chain'], { encoding: 'utf8' })
  expect(status).toBe(0)
})
