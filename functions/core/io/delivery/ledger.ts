/** What a batch spends of people's consent: read and written in the commit that records the batch. */
import { TEMPLATES, type TemplateName } from '../../pure/delivery/templates'
import type { Instant } from '../../pure/time'
import type { Change, Stored } from '../store/contract'
import type { Worker } from './claim'
import {
  consentEvents,
  consentIdOf,
  consents,
  type ConsentDoc,
  type ConsentEventKind,
} from './collections-consent'
import type { Result } from './record'

interface Spending {
  readonly consentId: string
  readonly accountId: string
  readonly template: TemplateName
  readonly deliveryId: string
  /** Of the delivery: sent anew by an operator, it is spent anew. */
  readonly replays: number
  readonly kind: Extract<ConsentEventKind, 'spent' | 'synced'>
}

const spendingOf = (result: Result): readonly Spending[] => {
  const { id, doc } = result.delivery
  if (!('outcome' in result) || doc.template === null || !(doc.template in TEMPLATES)) return []
  const { outcome } = result
  const { accountId, template, replays } = doc
  const spent = { consentId: consentIdOf(accountId, template), accountId, template, deliveryId: id, replays }
  if (outcome.outcome === 'sent') return [{ ...spent, kind: 'spent' }]
  return outcome.outcome === 'refused' && outcome.grants === 'none' ? [{ ...spent, kind: 'synced' }] : []
}

/** What it takes: one; all that was left where WeChat knew of none; nothing where nothing was left. */
const taken = (remaining: number, { kind }: Spending): number =>
  kind === 'spent' ? Math.min(remaining, 1) : remaining

const eventOf = (one: Spending, change: number, now: Instant): Change => ({
  op: 'insert',
  collection: consentEvents.name,
  id: `ce_${one.deliveryId.replace(/^dl_/, '')}_${one.replays}`,
  doc: {
    v: 1,
    accountId: one.accountId,
    template: one.template,
    kind: one.kind,
    change: change === 0 ? 0 : -change,
    at: now,
    deliveryId: one.deliveryId,
  },
})

const written = (stored: Stored<ConsentDoc>, remaining: number, now: Instant): Change => ({
  op: 'replace',
  collection: consents.name,
  id: stored.id,
  version: stored.version,
  doc: { ...stored.doc, remaining, changedAt: now },
})

/** Events of every spending, and what is left of each template that changed. */
export const ledgerChanges = async (
  { store }: Pick<Worker, 'store'>,
  results: readonly Result[],
  now: Instant,
): Promise<readonly Change[]> => {
  const spendings = results.flatMap(spendingOf)
  if (spendings.length === 0) return []
  const ids = [...new Set(spendings.map(({ consentId }) => consentId))]
  const found = await store.read<ConsentDoc>(consents.name, ids)
  const changes: Change[] = []
  ids.forEach((id, place) => {
    const stored = found[place]
    let remaining = stored?.doc.remaining ?? 0
    for (const spending of spendings.filter(({ consentId }) => consentId === id)) {
      const change = taken(remaining, spending)
      remaining -= change
      changes.push(eventOf(spending, change, now))
    }
    if (stored && remaining !== stored.doc.remaining) changes.push(written(stored, remaining, now))
    else if (stored) changes.push({ op: 'check', collection: consents.name, id, version: stored.version })
  })
  return changes
}
