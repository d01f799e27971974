/**
 * The value of SHUIBANG_KEYS, for a secret store or an environment: base64 of the keyring's JSON, one line.
 * `node scripts/run.mjs scripts/package/keys.ts` makes a new one; with SHUIBANG_KEYS set, the same one with a fresh key in front.
 * Instances that change over one after another need two steps: `… keys.ts behind` adds the fresh key behind the current one,
 * and once every instance holds it, the command without a word puts it in front.
 */
import { newKeyringText, openKeyring, type Keyring } from '../../functions/core/io/security/keyring'

const { SHUIBANG_KEYS: given } = process.env
const [word, ...more] = process.argv.slice(2)

const numberOf = (kid: string): number => Number(/^k(\d+)$/.exec(kid)?.[1] ?? 0)
const base64 = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('base64')

/** The ring's next state. Older keys stay until everything is wrapped under the current one. */
const turned = (ring: Keyring, behind: boolean): string => {
  const kids = [ring.current.kid, ...ring.older()]
  const last = Math.max(...kids.map(numberOf))
  /** Added behind by an earlier step. */
  const waiting = last > numberOf(ring.current.kid) ? `k${last}` : undefined
  if (behind && waiting)
    throw new Error(
      `key ${waiting} is behind already: once every instance holds it, run this without "behind"`,
    )
  const fresh = `k${last + 1}`
  const added = waiting
    ? {}
    : { [fresh]: base64(openKeyring({ dir: '', injected: newKeyringText() }).current.key) }
  const keys = Object.fromEntries(kids.map((kid) => [kid, base64(ring.keyOf(kid))]))
  return JSON.stringify({
    version: 1,
    root: base64(ring.root),
    current: behind ? ring.current.kid : (waiting ?? fresh),
    keys: { ...keys, ...added },
  })
}

const line = (): string => {
  if (more.length > 0 || (word !== undefined && word !== 'behind'))
    throw new Error('keys: no word, or "behind"')
  if (given) return turned(openKeyring({ dir: '', injected: given }), word === 'behind')
  if (word === 'behind')
    throw new Error('SHUIBANG_KEYS: not given; "behind" adds a key to the ring that is in use')
  return newKeyringText()
}

try {
  process.stdout.write(`${Buffer.from(line()).toString('base64')}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
