/** A deployment with a campaign: the real entry over a database file, a chain of our own whose relay is a real server, people. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { verifyIn } from '../../../functions/accounts/verifying'
import type { LedgerConfiguration } from '../../../functions/core/io/payout/contract'
import type { NotaryConfiguration } from '../../../functions/core/io/lottery-configuration'
import type { Store } from '../../../functions/core/io/store/contract'
import { transact } from '../../../functions/core/io/store/transact'
import { createEntry, type Entry } from '../../../functions/core/io/entry/entry'
import { identify } from '../../../functions/core/io/identity/caller'
import type { RoleGrant } from '../../../functions/core/io/identity/roles'
import type { ErrorCode } from '../../../functions/core/pure/errors'
import type { InvoiceFacts } from '../../../functions/core/pure/invoice-facts'
import { MINUTE } from '../../../functions/core/pure/time'
import { functionModules } from '../../../functions/deployment'
import { registerInvoices, type RegisteredInvoice } from '../../../functions/invoices/public'
import type { Campaign } from '../../../functions/lottery/rules/campaign'
import { halls } from '../../../functions/halls/collections'
import { demoHalls } from '../../../platform/demo/data/halls'
import { subscribers } from '../../../functions/subscribers'
import { testChain, type TestChain } from '../../harness/draw/chain'
import { testServices, type TestServices } from '../../harness/context'
import { digital, numberOf } from '../invoices/world'
import { dailyCampaign } from './campaign'

export const HALL = demoHalls[0]?.id ?? ''
export const OPERATOR = '开奖人'
export const NOTARY = '公证员'
export const CAMPAIGN = dailyCampaign().id

export interface Answered<T> {
  readonly ok: boolean
  readonly code?: ErrorCode
  readonly data?: unknown
  readonly body: T
}
interface Wanted {
  readonly as?: string
  readonly key?: string
  readonly timer?: string
}

export interface World {
  readonly services: TestServices
  readonly entry: Entry
  readonly chain: TestChain
  /** What the relay answers with; undefined: nothing. */
  relay: { sign: ((round: number) => object) | undefined }
  /** What happens just before the next commit reaches the store, once. */
  before: { commit: (() => Promise<void>) | undefined }
  call<T>(procedure: string, input: unknown, wanted?: Wanted): Promise<Answered<T>>
  must<T>(procedure: string, input: unknown, wanted?: Wanted): Promise<T>
  refused(procedure: string, input: unknown, wanted?: Wanted): Promise<string>
  /** A verified person who signs in by that name. */
  person(name: string): Promise<void>
  /** A genuine invoice to that person, checked. */
  invoice(
    as: string,
    change?: { readonly amount?: number; readonly issuedOn?: string },
  ): Promise<InvoiceFacts>
  /** It becomes void, as the office's record says from now on. */
  void(facts: InvoiceFacts): Promise<void>
  publish(campaign?: Campaign): Promise<void>
  run(): Promise<void>
  close(): Promise<void>
}

const grantsOf = (name: string): RoleGrant[] => {
  if (name.startsWith(OPERATOR)) return [{ role: 'supervisor', halls: [HALL], duties: ['draw'] }]
  if (name.startsWith(NOTARY)) return [{ role: 'notary', halls: [HALL], duties: ['draw'] }]
  return name === '审核人' ? [{ role: 'officer', halls: [HALL], duties: ['review'] }] : []
}

const registered = (facts: InvoiceFacts, buyerName: string): RegisteredInvoice => ({
  facts,
  total: facts.amount,
  issuedAt: null,
  state: 'normal',
  names: {
    sellerName: '鹭岛示范餐饮店',
    sellerTaxNumber: '91350200MA0DEM005F',
    buyerName,
    buyerTaxNumber: null,
    goods: ['*餐饮服务*餐费'],
  },
  sellerRegion: '350203',
  industry: '62',
  byProxy: false,
})

const startRelay = async (world: Pick<World, 'relay'>): Promise<{ server: Server; url: string }> => {
  const server = createServer((request, response) => {
    const round = Number((request.url ?? '').split('/').pop())
    const answer = world.relay.sign?.(round)
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

interface Opened {
  readonly seed?: number
  /** What the bank says to a payment; undefined: it pays. */
  readonly rejects?: LedgerConfiguration['rejects']
  /** Who signs; the deployment itself without it. */
  readonly notary?: NotaryConfiguration
}

export const openWorld = async ({ seed, rejects, notary }: Opened = {}): Promise<World> => {
  const chain = testChain()
  const relay: World['relay'] = { sign: (round) => chain.sign(round) }
  const { server, url } = await startRelay({ relay })
  const before: World['before'] = { commit: undefined }
  const wrapStore = (store: Store): Store => ({
    ...store,
    commit: async (...args) => {
      const first = before.commit
      before.commit = undefined
      await first?.()
      return store.commit(...args)
    },
  })
  const services = await testServices({
    wrapStore,
    ...(seed === undefined ? {} : { seed }),
    settings: {
      lottery: { chain: { ...chain.chain }, relays: [url], ...(notary && { notary }) },
      payout: { channel: 'ledger', ...(rejects && { rejects }) },
    },
  })
  const first = demoHalls[0]
  if (!first) throw new Error('no hall')
  await services.store.commit([{ op: 'insert', collection: halls.name, id: first.id, doc: first.doc }])
  const entry = createEntry({
    functions: functionModules,
    services,
    identify,
    callsPerMinute: Infinity,
    strict: true,
  })
  const accounts = new Map<string, Promise<string>>()
  const accountOf = (name: string): Promise<string> => {
    const known = accounts.get(name) ?? services.person(name, grantsOf(name))
    accounts.set(name, known)
    return known
  }
  const call: World['call'] = async <T>(
    procedure: string,
    input: unknown,
    { as, key, timer }: Wanted = {},
  ) => {
    const { status, body } = await entry.handle({
      procedure,
      input,
      headers: {
        ...(as === undefined
          ? {}
          : { authorization: `Bearer ${await services.tokenOf(await accountOf(as))}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(timer === undefined ? {} : { source: { timer } }),
    })
    const { code, data } = body as { code?: ErrorCode; data?: unknown }
    return status === 200
      ? { ok: true, body: body as T }
      : { ok: false, ...(code ? { code } : {}), data, body: body as T }
  }
  const must: World['must'] = async <T>(procedure: string, input: unknown, wanted?: Wanted) => {
    const answer = await call<T>(procedure, input, wanted)
    if (!answer.ok) throw new Error(`${procedure}: ${answer.code ?? ''} ${JSON.stringify(answer.data)}`)
    return answer.body
  }
  let people = 0
  let invoices = 0
  return {
    services,
    entry,
    chain,
    relay,
    before,
    call,
    must,
    refused: async (procedure, input, wanted) => {
      const answer = await call(procedure, input, wanted)
      if (answer.ok) throw new Error(`${procedure} was not refused: ${JSON.stringify(answer.body)}`)
      return answer.code ?? ''
    },
    person: async (name) => {
      people += 1
      const { taxpayer } = await must<{ taxpayer: { id: string } }>(
        'accounts/bind',
        {
          kind: 'person',
          name,
          number: `11010119900101${String(people).padStart(4, '0')}`,
          phone: '13800000000',
        },
        { as: name },
      )
      const officer = await accountOf(`${OPERATOR}甲`)
      const { vault } = services
      const evidence = vault.own.seal(`auditEntries|${taxpayer.id}|evidence`, '窗口核验')
      await transact(services, (tx) => verifyIn(tx, { vault, officer, taxpayerId: taxpayer.id, evidence }))
    },
    invoice: async (as, { amount = 12_800, issuedOn = '2026-11-24' } = {}) => {
      invoices += 1
      const facts = digital(numberOf(invoices), amount, issuedOn)
      await registerInvoices(services, [registered(facts, as)])
      await must('invoices/check', facts, { as })
      return facts
    },
    void: async (facts) => {
      await registerInvoices(services, [{ ...registered(facts, ''), state: 'void' }])
    },
    publish: async (campaign = dailyCampaign()) => {
      const rules = JSON.stringify(campaign)
      await must('lottery/saveCampaign', { hallId: HALL, rules }, { as: `${OPERATOR}甲` })
      await must('lottery/publishCampaign', { id: campaign.id }, { as: `${OPERATOR}乙` })
    },
    run: async () => {
      for (let round = 0; round < 3; round += 1) {
        await must('lottery/runDraws', {}, { timer: 'runDraws' })
        await must('lottery/runPrizes', {}, { timer: 'runPrizes' })
        for (const { name } of subscribers)
          await must('timers/dispatch', { subscriber: name }, { timer: 'dispatch' })
        services.time.now += MINUTE
      }
    },
    close: async () => {
      await services.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const eachWorld = (give: (world: World) => void): void => {
  let world: World | undefined
  beforeEach(async () => {
    world = await openWorld()
    give(world)
  })
  afterEach(async () => {
    await world?.close()
  })
}
