/**
 * Real parts for tests of handlers: a real database, SQLite's in a temporary folder unless another is named, a clock that the test moves, seeded randomness,
 * and the context that the entry would build.
 *
 * @example
 * const services = await testServices()
 * const li = await services.person('李')
 * const output = await call(router.bind, input, { context: await services.contextFor(li, { procedure: 'accounts/bind' }) })
 * await services.close()
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allCollections } from '../../functions/all-collections'
import type { Context, Services } from '../../functions/core/io/context'
import { NO_CHANNELS } from '../../functions/core/io/delivery/configuration'
import { openDisk } from '../../functions/core/io/files/engines/disk'
import { createFiles } from '../../functions/core/io/files/files'
import { findOrCreateAccount } from '../../functions/core/io/identity/account'
import { resolveCaller } from '../../functions/core/io/identity/caller'
import { accounts } from '../../functions/core/io/identity/collections'
import type { Caller, RoleGrant } from '../../functions/core/io/identity/roles'
import { startSession } from '../../functions/core/io/identity/session'
import { newKeyringText, openKeyring } from '../../functions/core/io/security/keyring'
import { openVault, type OpenedVault } from '../../functions/core/io/security/vault'
import type { CollectionSpec } from '../../functions/core/io/store/collection'
import type { Store } from '../../functions/core/io/store/contract'
import { receipts, type Receipt } from '../../functions/core/io/store/receipts'
import { transact } from '../../functions/core/io/store/transact'
import type { Language } from '../../functions/core/pure/errors'
import { sqlite } from './store/engines/sqlite'
import type { EngineUnderTest } from './store/subject'

/** Tuesday 2026-11-24, 10:00 in Shanghai. */
export const TEST_NOW = Date.parse('2026-11-24T02:00:00Z')

/** A deterministic stream of bytes: SHA-256 in counter mode. */
export const seededRandom = (seed: number | string): ((bytes: number) => Uint8Array) => {
  let count = 0
  return (bytes) => {
    const blocks: Buffer[] = []
    for (let have = 0; have < bytes; have += 32)
      blocks.push(
        createHash('sha256')
          .update(`${seed}|${(count += 1)}`)
          .digest(),
      )
    return new Uint8Array(Buffer.concat(blocks).subarray(0, bytes))
  }
}

export interface ContextOptions {
  /** `appointments/book`; part of what makes a repeat. */
  readonly procedure?: string
  /** The idempotency key; a fresh one when absent. */
  readonly key?: string
  /** What the key stands for: another input under the same key is KEY_REUSED. */
  readonly input?: unknown
  readonly language?: Language
  readonly device?: Context['device']
}

export interface TestServices extends Services {
  readonly vault: OpenedVault
  readonly directory: string
  /** Set `now` to move the clock. */
  readonly time: { now: number }
  readonly logged: {
    level: 'info' | 'warn' | 'error'
    fields: Readonly<Record<string, unknown>>
    message: string
  }[]
  /** The account of a WeChat user named so, made when there is none; with roles when given. */
  person(openid: string, grants?: readonly RoleGrant[]): Promise<string>
  /** A real session's token for an account. */
  tokenOf(accountId: string): Promise<string>
  /** The context of one call: by an account's id, through a real session; anonymous without one; or by a ready caller. */
  contextFor(account: string | Caller | undefined, options?: ContextOptions): Promise<Context>
  /** A second instance on the same file, the same clock and keys. */
  beside(): Promise<TestServices>
  close(): Promise<void>
}

export interface TestOptions {
  readonly seed?: number | string
  readonly now?: number
  /** Collections of the test's own, beside all of the deployment's. */
  readonly collections?: readonly CollectionSpec[]
  readonly settings?: Partial<Services['settings']>
  /** The database; SQLite without one. */
  readonly engine?: EngineUnderTest
  /** Stands between the services and the real store: faults, counts. */
  readonly wrapStore?: (store: Store) => Store
}

export const testServices = async (options: TestOptions = {}): Promise<TestServices> => {
  const time = { now: options.now ?? TEST_NOW }
  const keys = newKeyringText(seededRandom('keys'))
  const subject = await (options.engine ?? sqlite).open({
    collections: [...allCollections, ...(options.collections ?? [])],
  })
  const directory = subject.environment.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'shuibang-test-'))
  const close = async (): Promise<void> => {
    await subject.close()
    rmSync(directory, { recursive: true, force: true })
  }
  const open = async (seed: number | string, real: Store): Promise<TestServices> => {
    const store = options.wrapStore?.(real) ?? real
    const clock = (): number => time.now
    const random = seededRandom(seed)
    const vault = openVault({
      store,
      keyring: openKeyring({ dir: directory, injected: keys }),
      random,
      clock,
    })
    const files = createFiles({
      store,
      vault,
      clock,
      random,
      engine: await openDisk({ directory: join(directory, 'files'), clock }),
    })
    const logged: TestServices['logged'] = []
    const log =
      (level: 'info' | 'warn' | 'error') =>
      (fields: Readonly<Record<string, unknown>>, message: string): void =>
        void logged.push({ level, fields, message })
    const services: Services = {
      store,
      vault,
      files,
      clock,
      random,
      log: { info: log('info'), warn: log('warn'), error: log('error') },
      settings: {
        demonstration: true,
        wechat: { baseUrl: 'http://127.0.0.1:9', appId: 'test', secret: 'test' },
        minVersion: '0.0.0',
        payout: { channel: 'ledger' },
        invoices: { name: 'registry' },
        lottery: { chain: null, relays: [] },
        delivery: NO_CHANNELS,
        ...options.settings,
      },
    }
    const tokenOf = async (accountId: string): Promise<string> => {
      const [stored] = await store.read<typeof accounts.document & object>(accounts.name, [accountId])
      if (!stored) throw new Error(`no account ${accountId}`)
      return (await startSession(services, { id: accountId, doc: stored.doc }, clock())).token
    }
    let calls = 0
    return {
      ...services,
      vault,
      directory,
      time,
      logged,
      tokenOf,
      close,
      person: async (openid, grants) => {
        const { id, doc } = await findOrCreateAccount(services, openid)
        if (grants) {
          await transact(services, async (tx) => {
            const now = (await tx.get(accounts, id)) ?? doc
            tx.replace(accounts, id, { ...now, grants: grants.map((grant) => ({ ...grant })) })
          })
        }
        return id
      },
      contextFor: async (
        account,
        {
          procedure = 'test/call',
          key = `key-${(calls += 1)}-${seed}`,
          input,
          language = 'zh-CN',
          device,
        } = {},
      ) => {
        const caller = await callerOf(account)
        const who = caller.kind === 'account' ? caller.accountId : caller.kind
        const receipt = {
          id: `rc_${vault.pseudonym('receipt', `${who}|${procedure}|${key}`)}`,
          inputHash: vault.pseudonym('input', JSON.stringify(input) ?? ''),
          seal: (plain: string) => vault.own.seal(`receipts|${key}|output`, plain),
          open: (sealed: string) => vault.own.open(`receipts|${key}|output`, sealed),
        }
        return {
          ...services,
          vault,
          caller,
          procedure,
          key,
          language,
          traceId: `trace-${calls}`,
          now: clock(),
          device: device ?? { userAgent: 'test', address: '203.0.113.7' },
          transact: (work) => transact({ store, random, now: clock(), receipt }, work),
          identity: () => vault.pseudonym('call', `${receipt.id}|${receipt.inputHash}`),
          answered: async <R>() => {
            const [found] = await store.read<Receipt>(receipts.name, [receipt.id])
            return found && { output: JSON.parse(receipt.open(found.doc.output)) as R }
          },
        }
      },
      beside: async () => open(`${seed}+`, await subject.another()),
    }

    async function callerOf(given: string | Caller | undefined): Promise<Caller> {
      if (given === undefined) return { kind: 'anonymous' }
      if (typeof given !== 'string') return given
      return resolveCaller({ services, headers: { authorization: `Bearer ${await tokenOf(given)}` } })
    }
  }
  return open(options.seed ?? 1, subject.store)
}
