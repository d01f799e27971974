/** Services over a real database file with a clock that the test moves; what EVENTS' tests stand on. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allCollections } from '../../../../functions/all-collections'
import type { Services } from '../../../../functions/core/io/context'
import { events, leases, type EventDoc } from '../../../../functions/core/io/events/collections'
import { emit, type NewEvent } from '../../../../functions/core/io/events/emit'
import { createFiles } from '../../../../functions/core/io/files/files'
import { openDisk } from '../../../../functions/core/io/files/engines/disk'
import { newKeyringText, openKeyring } from '../../../../functions/core/io/security/keyring'
import { dataKeys } from '../../../../functions/core/io/security/collections'
import { openVault } from '../../../../functions/core/io/security/vault'
import type { CollectionSpec } from '../../../../functions/core/io/store/collection'
import type { Store } from '../../../../functions/core/io/store/contract'
import { openSqliteStore } from '../../../../functions/core/io/store/sqlite'
import { seeded, write } from './write'

export const START = Date.parse('2026-11-24T02:00:00Z')

export interface Parts {
  readonly services: Services
  readonly store: Store
  readonly directory: string
  readonly clock: { now: number }
  readonly logged: { level: string; fields: Readonly<Record<string, unknown>>; message: string }[]
  /** A second process, as it were: another connection to the same file, the same clock and keys. */
  beside(): Promise<Services>
  close(): Promise<void>
}

export const openParts = async (extra: readonly CollectionSpec[] = [], seed = 7): Promise<Parts> => {
  const directory = mkdtempSync(join(tmpdir(), 'shuibang-events-'))
  const clock = { now: START }
  const logged: Parts['logged'] = []
  const log = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => void logged.push({ level, fields, message })
  const keyring = openKeyring({ dir: directory, injected: newKeyringText(seeded(11)) })
  const opened: Store[] = []
  const open = async (random: (bytes: number) => Uint8Array): Promise<Services> => {
    const store = await openSqliteStore({ path: join(directory, 'shuibang.db'), collections: [...allCollections, ...extra, ...needed(extra)] })
    opened.push(store)
    const now = () => clock.now
    const vault = openVault({ store, keyring, random, clock: now })
    const engine = await openDisk({ directory: join(directory, 'files'), clock: now })
    return {
      store, vault, random, clock: now,
      files: createFiles({ store, vault, random, clock: now, engine }),
      log: { info: log('info'), warn: log('warn'), error: log('error') },
      settings: { demonstration: true, wechat: { baseUrl: '', appId: '', secret: '' }, minVersion: '0.0.0' },
    }
  }
  const services = await open(seeded(seed))
  let besides = 0
  return {
    services, directory, clock, logged,
    store: services.store,
    beside: () => open(seeded(seed + 1000 * ++besides)),
    close: async () => {
      for (const store of opened) await store.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** The vault's own collection, until the deployment lists it. */
const needed = (extra: readonly CollectionSpec[]): CollectionSpec[] =>
  [dataKeys].filter(({ name }) => ![...allCollections, ...extra].some((spec) => spec.name === name))

export const emitted = (services: Services, event: Partial<NewEvent> = {}): Promise<string> =>
  write(services, async (tx) => emit(tx, { kind: 'test.happened', due: tx.now, payload: {}, ...event }))

export const eventOf = async (store: Store, id: string): Promise<EventDoc> => {
  const [stored] = await store.read<EventDoc>(events.name, [id])
  if (!stored) throw new Error(`no event ${id}`)
  return stored.doc
}

export { events, leases, write }
