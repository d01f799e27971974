/** The operator's commands on every database, with the files that the guide brings along. */
import { accounts } from '../../../functions/core/io/identity/collections'
import { slots } from '../../../functions/appointments/collections'
import { halls, matters } from '../../../functions/halls/collections'
import { allCollections } from '../../../functions/all-collections'
import { newKeyringText, openKeyring } from '../../../functions/core/io/security/keyring'
import { dataKeys } from '../../../functions/core/io/security/collections'
import { openVault } from '../../../functions/core/io/security/vault'
import { runAdmin } from '../../../platform/admin/cli'
import { seededRandom } from '../../harness/context'
import { onEveryEngine } from '../../harness/store/engines'
import type { Store } from '../../../functions/core/io/store/contract'

interface KeyFile {
  readonly keys: Readonly<Record<string, string>>
}

/** The same ring with a fresh key in front. */
const turned = (text: string): string => {
  const [ring, fresh] = [JSON.parse(text) as KeyFile, JSON.parse(newKeyringText()) as KeyFile]
  return JSON.stringify({ ...ring, current: 'k2', keys: { ...ring.keys, k2: fresh.keys.k1 } })
}
const all = async (store: Store, collection: string) => (await store.query(collection, { index: 'id' })).items

onEveryEngine('npm run admin', (engine) => {
  test('brings matters and halls, names the first administrators, wraps keys anew', async () => {
    const { store, environment, close } = await engine.open({ collections: allCollections })
    const keys = newKeyringText()
    const admin = async (words: readonly string[], ring = keys) => {
      const said: string[] = []
      const code = await runAdmin({
        words,
        environment: { ...environment, SHUIBANG_KEYS: ring },
        say: (line) => void said.push(line),
      })
      return { code, said: said.join('\n') }
    }
    try {
      expect(await admin(['import-matters', 'docs/private-cloud/matters.json'])).toMatchObject({ code: 0 })
      expect(await admin(['import-halls', 'docs/private-cloud/halls.json'])).toEqual({
        code: 0,
        said: expect.stringMatching(/days opened for booking: [1-9]/),
      })
      for (const { name } of [halls, matters, slots])
        expect([name, (await all(store, name)).length > 0]).toEqual([name, true])
      expect(await admin(['bootstrap', '--openid', 'first', '--openid', 'second'])).toMatchObject({ code: 0 })
      expect((await all(store, accounts.name)).map(({ doc }) => doc.grants)).toEqual([
        [{ role: 'admin' }],
        [{ role: 'admin' }],
      ])
      expect(await admin(['bootstrap', '--openid', 'third', '--openid', 'fourth'])).toMatchObject({
        code: 1,
        said: expect.stringContaining('has had its first administrators'),
      })
      const vault = openVault({
        store,
        keyring: openKeyring({ dir: '', injected: keys }),
        random: seededRandom('rotation'),
        clock: Date.now,
      })
      for (const person of ['ac_one', 'ac_two']) await vault.keyOf(person)
      const wrapped = (await all(store, dataKeys.name)).length
      expect(wrapped).toBeGreaterThanOrEqual(2)
      expect(await admin(['rotate-keys'], turned(keys))).toEqual({
        code: 0,
        said: `key k2 is in front; ${wrapped} data keys wrapped under it`,
      })
      expect(new Set((await all(store, dataKeys.name)).map(({ doc }) => doc.ring))).toEqual(new Set(['k2']))
    } finally {
      await close()
    }
  })
})
