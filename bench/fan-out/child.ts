/**
 * One fan-out, alone in its process: so many people with profiles, one policy for a part of them, told to the end. Prints its figures.
 * Usage: node child.cjs <data folder> <people> <others> <inbox | email>: in the inbox alone, or by a channel that sends nothing too.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { allCollections } from '../../functions/all-collections'
import { deliveryChoices } from '../../functions/core/io/delivery/collections-person'
import { noOpSender, sayNothing } from '../../functions/core/io/delivery/no-op'
import { deliver } from '../../functions/core/io/delivery/work'
import { openInstance } from '../../functions/core/io/entry/instance'
import { dispatch } from '../../functions/core/io/events/dispatch'
import { emit } from '../../functions/core/io/events/emit'
import { NOTICE_EVENT } from '../../functions/core/io/notices/notify'
import { accounts } from '../../functions/core/io/identity/collections'
import type { Change, Store } from '../../functions/core/io/store/contract'
import { pagesOf } from '../../functions/core/io/store/pages'
import { transact } from '../../functions/core/io/store/transact'
import { DEFAULT_CHOICES } from '../../functions/core/pure/delivery/choices'
import { EVERYBODY, tagsOf } from '../../functions/core/pure/tags'
import { notices } from '../../functions/inbox/collections'
import {
  policies,
  policyVersions,
  type PolicyDoc,
  type PolicyText,
} from '../../functions/policies/collections'
import { taggings } from '../../functions/profiles/collections'
import { placeOf } from '../../functions/core/io/identity/place'
import { reachOf } from '../../functions/profiles/public'
import { subscribers } from '../../functions/subscribers'

const [folder = '', wanted = '1000', others = '0', by = 'inbox'] = process.argv.slice(2)
const [people, rest] = [Number(wanted), Number(others)]
const POLICY = `po_${'0'.repeat(26)}`
const both = (words: string) => ({ zh: words, en: words })

const text: PolicyText = {
  title: both('小规模纳税人增值税减免'),
  summary: both('月销售额十万元以下的，免征增值税。'),
  body: { zh: ['正文'], en: [] },
  number: '',
  issuer: '示范市税务局',
  basis: '示范',
  category: 'relief',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  audience: { kind: ['smallScale'], region: ['3502'] },
  attachments: [],
}

const commitAll = async (store: Store, changes: readonly Change[]): Promise<void> => {
  const lanes = Array.from({ length: 16 }, async (_, lane) => {
    for (let at = lane * 40; at < changes.length; at += 16 * 40) {
      const { outcome } = await store.commit(changes.slice(at, at + 40))
      if (outcome !== 'committed') throw new Error(outcome)
    }
  })
  await Promise.all(lanes)
}

const accountOf = (place: number): string => `ac_${place.toString(36).padStart(26, '0')}`

const personChanges = (place: number, here: boolean): readonly Change[] => {
  const accountId = accountOf(place)
  const traits = {
    kind: here ? 'smallScale' : 'general',
    taxes: ['vat'],
    industry: '62',
    size: null,
  } as const
  const tags = tagsOf([{ ...traits, region: here ? '350203' : '510104' }], [])
  const account = {
    v: 1,
    origin: accountId,
    createdAt: 0,
    sessionsSince: 0,
    grants: [],
    bindings: [],
    defaultTaxpayer: null,
  }
  const choices = {
    ...DEFAULT_CHOICES,
    v: 1,
    channels: { wechat: false, sms: false, email: true },
    quiet: null,
    changedAt: 0,
  }
  return [
    { op: 'insert', collection: accounts.name, id: accountId, doc: account },
    ...(by === 'email'
      ? [{ op: 'insert', collection: deliveryChoices.name, id: accountId, doc: choices } as const]
      : []),
    ...tags
      .filter((tag) => tag !== EVERYBODY)
      .map((tag): Change => ({
        op: 'insert',
        collection: taggings.name,
        id: `${tag}|${accountId}`,
        doc: { v: 1, tag, place: placeOf(accountId), accountId, tags: [...tags] },
      })),
  ]
}

const HOUR = 3_600_000
const memory = { peak: 0 }
const main = async (): Promise<object> => {
  const { services, close } = await openInstance({
    functions: {},
    collections: allCollections,
    environment: { DATA_DIR: folder, LOG_LEVEL: 'silent' },
  })
  const AT_ONCE = 5_000
  for (let from = 0; from < people + rest; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, people + rest - from) }, (_, at) => from + at)
    await commitAll(
      services.store,
      some.flatMap((place) => personChanges(place, place < people)),
    )
  }
  global.gc?.()
  const watch = setInterval(() => (memory.peak = Math.max(memory.peak, process.memoryUsage().rss)), 50)
  const matchBegan = performance.now()
  const reach = await reachOf(services, text.audience)
  const matchMs = performance.now() - matchBegan
  const began = performance.now()
  await transact(services, async (tx) => {
    const version = {
      v: 1,
      policyId: POLICY,
      version: 1,
      change: 'published',
      why: null,
      text,
      at: tx.now,
    } as const
    const policy: PolicyDoc = {
      v: 1,
      hallId: 'hall',
      state: 'published',
      version: 1,
      draft: null,
      draftWhy: null,
      savedBy: null,
      current: text,
      category: text.category,
      changedAt: tx.now,
      publishedAt: tx.now,
    }
    tx.insert(policyVersions, `${POLICY}.1`, version)
    tx.insert(policies, POLICY, policy)
    emit(tx, { kind: 'policies.changed', due: tx.now, payload: { policyId: POLICY, version: 1 } })
    return Promise.resolve()
  })
  const [lane, inbox] = ['policies', 'inbox'].map((name) => subscribers.find((one) => one.name === name))
  if (!lane || !inbox) throw new Error('nobody tells')
  const seen = new Map<string, number>()
  const sender = noOpSender('email', (id) => seen.set(id, (seen.get(id) ?? 0) + 1))
  let telling = true
  const sending = async (): Promise<void> => {
    for (;;) {
      const last = !telling
      const options = { limit: Infinity, budget: HOUR, width: 16 }
      const { sent } = await deliver(services, { sender, say: sayNothing }, options)
      if (sent === 0 && last) return
      if (sent === 0) await sleep(20)
    }
  }
  const tell = async (): Promise<void> => {
    for (;;) {
      const { handled, failed } = await dispatch(services, lane, {
        limit: 2_000,
        budget: HOUR,
        patience: HOUR,
      })
      if (failed > 0) throw new Error('a part failed')
      if (handled === 0) break
    }
    telling = false
  }
  const beside: number[] = []
  /** What is told to one, while many are told: how long until it stands in the inbox. */
  const tellOne = async (): Promise<void> => {
    for (let at = 0; telling; at += 1) {
      const told = performance.now()
      await transact(services, (tx) => {
        const payload = { accountId: accountOf(at % people), kind: 'bench.one', facts: {}, about: null }
        emit(tx, { kind: NOTICE_EVENT, due: tx.now, payload })
        return Promise.resolve()
      })
      await dispatch(services, inbox, { limit: 10 })
      beside.push(performance.now() - told)
      await sleep(100)
    }
  }
  await Promise.all([tell(), tellOne(), ...(by === 'email' ? [sending()] : [])])
  const inOrder = [...beside].sort((a, b) => a - b)
  const seconds = (performance.now() - began) / 1000
  clearInterval(watch)
  const told = new Map<string, number>()
  for await (const rows of pagesOf(services.store, notices, { index: 'about', where: { about: POLICY } }))
    for (const { doc } of rows) told.set(doc.accountId, (told.get(doc.accountId) ?? 0) + 1)
  const missing = Array.from({ length: people }, (_, at) => accountOf(at)).filter(
    (id) => !told.has(id),
  ).length
  const put = [...told.values()].reduce((sum, one) => sum + one, 0)
  const sent = [...seen.values()].reduce((sum, one) => sum + one, 0)
  const unsent = by === 'email' ? people - seen.size : 0
  await close()
  return {
    people,
    others: rest,
    reach,
    matchMs: Math.round(matchMs),
    seconds: Math.round(seconds * 100) / 100,
    by,
    deliveredPerSecond: Math.round(put / seconds),
    duplicates: put - told.size + sent - seen.size,
    missing: missing + unsent,
    /** A notice to one person meanwhile: from its commit to the inbox. */
    besideMs: {
      median: Math.round(inOrder[Math.floor(inOrder.length / 2)] ?? 0),
      worst: Math.round(inOrder.at(-1) ?? 0),
    },
    strangers: told.size - (people - missing),
    peakMB: Math.round(memory.peak / 1e6),
  }
}

main().then(
  (figures) => process.stdout.write(JSON.stringify(figures)),
  (error: unknown) => {
    process.stderr.write(String(error instanceof Error ? error.stack : error))
    process.exitCode = 1
  },
)
