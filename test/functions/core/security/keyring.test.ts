import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  KEYS_FILE,
  KeyringError,
  newKeyringText,
  openKeyring,
} from '../../../../functions/core/io/security/keyring'
import { seededRandom } from '../../../harness/context'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shuibang-keys-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const file = (): string => join(dir, KEYS_FILE)
const failure = (run: () => unknown): KeyringError => {
  try {
    run()
  } catch (error) {
    if (error instanceof KeyringError) return error
    throw error
  }
  throw new Error('it did not fail')
}

describe('a keyring in a data folder', () => {
  it('is made once, for its owner alone, and is the same when opened again', () => {
    const first = openKeyring({ dir })
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(readdirSync(dir)).toEqual([KEYS_FILE])
    const second = openKeyring({ dir })
    expect(second.root).toEqual(first.root)
    expect(second.current).toEqual(first.current)
    expect(first.current.key).toHaveLength(32)
    expect(first.root).not.toEqual(first.current.key)
  })

  it('makes a folder that is not there', () => {
    const inner = join(dir, 'a', 'b')
    openKeyring({ dir: inner })
    expect(existsSync(join(inner, KEYS_FILE))).toBe(true)
  })

  it('refuses a folder that holds data but no keys, and makes none', () => {
    writeFileSync(join(dir, 'shuibang.db'), 'x')
    const error = failure(() => openKeyring({ dir }))
    expect(error.message).toContain('holds data (shuibang.db) but no keys.json')
    expect(existsSync(file())).toBe(false)
  })

  it.each([0o644, 0o660, 0o604])('refuses keys that others may read (%o)', (mode) => {
    openKeyring({ dir })
    chmodSync(file(), mode)
    expect(failure(() => openKeyring({ dir })).message).toContain('chmod 600')
  })

  it.each([
    ['empty', '', 'not JSON'],
    ['cut off', '{"version":1,"root":"', 'not JSON'],
    ['no object', '[]', 'not a keyring'],
    ['another version', '{"version":2,"keys":{},"current":"k1","root":""}', 'not a keyring'],
    [
      'a short key',
      `{"version":1,"root":"${Buffer.alloc(32).toString('base64')}","current":"k1","keys":{"k1":"c2hvcnQ="}}`,
      'key k1 is not 32 bytes',
    ],
    ['a short root', '{"version":1,"root":"c2hvcnQ=","current":"k1","keys":{}}', 'root is not 32 bytes'],
    [
      'no current key',
      `{"version":1,"root":"${Buffer.alloc(32).toString('base64')}","current":"k9","keys":{}}`,
      'current key "k9"',
    ],
    [
      'a prototype as current key',
      `{"version":1,"root":"${Buffer.alloc(32).toString('base64')}","current":"toString","keys":{}}`,
      'current key "toString"',
    ],
  ])('refuses a malformed file: %s', (_, text, says) => {
    writeFileSync(file(), text, { mode: 0o600 })
    expect(failure(() => openKeyring({ dir })).message).toContain(says)
    expect(readFileSync(file(), 'utf8')).toBe(text)
  })

  it('never repeats a key in what it says', () => {
    const secret = Buffer.alloc(32, 7).toString('base64')
    writeFileSync(file(), `{"version":1,"root":"${secret}","current":"k1","keys":{"k1":"${secret}"},`, {
      mode: 0o600,
    })
    const error = failure(() => openKeyring({ dir }))
    expect(`${error.message} ${String(error.cause)}`).not.toContain(secret.slice(0, 12))
  })

  it('rotates: a new key in front, the old one still known, the root untouched, on disk too', () => {
    const ring = openKeyring({ dir })
    const before = { ...ring.current, root: ring.root }
    expect(ring.rotate()).toBe('k2')
    expect(ring.current.kid).toBe('k2')
    expect(ring.keyOf('k1')).toEqual(before.key)
    expect(ring.older()).toEqual(['k1'])
    const again = openKeyring({ dir })
    expect(again.current).toEqual(ring.current)
    expect(again.root).toEqual(before.root)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(readdirSync(dir)).toEqual([KEYS_FILE])
    expect(again.rotate()).toBe('k3')
  })
})

describe('an injected keyring', () => {
  it('takes the place of the file, which is not made', () => {
    writeFileSync(join(dir, 'shuibang.db'), 'x')
    const ring = openKeyring({ dir, injected: newKeyringText(seededRandom(1)) })
    expect(ring.current.kid).toBe('k1')
    expect(existsSync(file())).toBe(false)
  })
  it('is refused when malformed, and cannot be rotated here', () => {
    expect(failure(() => openKeyring({ dir, injected: '{}' })).message).toContain('SHUIBANG_KEYS')
    const ring = openKeyring({ dir, injected: newKeyringText() })
    expect(failure(() => ring.rotate()).message).toContain('SHUIBANG_KEYS')
  })
  it('knows no key under an inherited name', () => {
    expect(openKeyring({ dir, injected: newKeyringText() }).keyOf('constructor')).toBeUndefined()
  })
})
