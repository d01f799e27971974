/**
 * The value of SHUIBANG_KEYS, for a cloud's secret store: base64 of the keyring's JSON, one line.
 * `node scripts/run.mjs scripts/package/keys.ts` makes a new one; with SHUIBANG_KEYS set, the same one with a fresh key in front.
 */
import { newKeyringText, openKeyring } from '../../functions/core/io/security/keyring'

const { SHUIBANG_KEYS: given } = process.env

/** The ring with one key more, which is the current one; older keys stay until everything is wrapped under it. */
const withFreshKey = (value: string): string => {
  const ring = openKeyring({ dir: '', injected: value })
  const kids = [ring.current.kid, ...ring.older()]
  const numbers = kids.map((kid) => Number(/^k(\d+)$/.exec(kid)?.[1] ?? 0))
  const current = `k${1 + Math.max(...numbers)}`
  const fresh = openKeyring({ dir: '', injected: newKeyringText() }).current.key
  const base64 = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('base64')
  const keys = Object.fromEntries(kids.map((kid) => [kid, base64(ring.keyOf(kid))]))
  return JSON.stringify({ version: 1, root: base64(ring.root), current, keys: { ...keys, [current]: base64(fresh) } })
}

process.stdout.write(`${Buffer.from(given ? withFreshKey(given) : newKeyringText()).toString('base64')}\n`)
