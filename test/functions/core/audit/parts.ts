/** An audit to work on: entries written as decisions, the key, and hands that reach behind the API. */
import { auditEntry, type NewAuditEntry } from '../../../../functions/core/io/audit/entry'
import { auditKey } from '../../../../functions/core/io/audit/signing'
import { verifyAudit, type AuditReport, type PublishedHead } from '../../../../functions/core/io/audit/verify'
import type { Services } from '../../../../functions/core/io/context'
import type { Doc, Store } from '../../../../functions/core/io/store/contract'
import { write } from '../events/write'

export const decide = (services: Services, entry: Partial<NewAuditEntry> = {}): Promise<string> =>
  write(services, async (tx) =>
    auditEntry(tx, {
      actor: 'ac_officer',
      action: 'appointments/closeDay',
      subject: 'hd_1',
      hallId: 'hall-east',
      detail: { day: '2026-11-25' },
      ...entry,
    }),
  )

export const decideMany = (services: Services, many: number): Promise<string[]> =>
  Promise.all(Array.from({ length: many }, (_, n) => decide(services, { detail: { n } })))

export const verify = (services: Services, published: readonly PublishedHead[] = []): Promise<AuditReport> =>
  verifyAudit(services.store, { publicKeys: [auditKey(services.vault).publicKey], published })

interface Of<T> {
  readonly name: string
  readonly document?: T
}

const stored = async <T extends Doc>(store: Store, collection: string, id: string) => {
  const [found] = await store.read<T>(collection, [id])
  if (!found) throw new Error(`no ${collection}/${id}`)
  return found
}

export const docOf = async <T extends Doc>(store: Store, collection: Of<T>, id: string): Promise<T> =>
  (await stored<T>(store, collection.name, id)).doc

/** What somebody with the database, but without the keys, can do. */
export const tamper = async <T extends Doc>(
  store: Store,
  collection: Of<T>,
  id: string,
  change: (doc: T) => T | undefined,
): Promise<void> => {
  const { version, doc } = await stored<T>(store, collection.name, id)
  const after = change(doc)
  const place = { collection: collection.name, id, version }
  const { outcome } = await store.commit([
    after ? { op: 'replace', ...place, doc: after } : { op: 'remove', ...place },
  ])
  if (outcome !== 'committed') throw new Error(outcome)
}
