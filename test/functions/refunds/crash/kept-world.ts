/** Refunds in a folder that outlives its process, with the demonstration's people. */
import { allCollections } from '../../../../functions/all-collections'
import { contract as accountsContract } from '../../../../functions/accounts/contract'
import { router as accountsRouter } from '../../../../functions/accounts/router'
import { openInstance, type Instance } from '../../../../functions/core/io/entry/instance'
import { instantOf } from '../../../../functions/core/pure/time'
import { functionModules } from '../../../../functions/deployment'
import { recordPayments } from '../../../../functions/refunds/public'
import { demo } from '../../../../platform/demo'
import { CLAIMANT_NUMBER } from '../world'

export const NOW = instantOf('2026-11-24', 600)

export interface KeptWorld {
  readonly instance: Instance
  call(
    procedure: string,
    input: unknown,
    as?: string,
  ): Promise<{ readonly status: number; readonly body: unknown }>
  timer(procedure: string, input?: unknown): Promise<unknown>
}

export const openKept = async (dataDir: string): Promise<KeptWorld> => {
  const functions = {
    ...functionModules,
    accounts: {
      contract: { ...accountsContract, ...demo.functions.accounts.contract },
      router: { ...accountsRouter, ...demo.functions.accounts.router },
      collections: allCollections,
    },
  }
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const instance = await openInstance({
    functions,
    environment: { DATA_DIR: dataDir, RATE_LIMIT: 'off' },
    clock: () => NOW,
    log: quiet,
    strict: true,
  })
  await demo.seed(instance.services, { days: 0 })
  const tokens = new Map<string, string>()
  const handle = (procedure: string, input: unknown, headers: Record<string, string>, timer?: string) =>
    instance.entry.handle({
      procedure,
      input,
      headers,
      ...(timer === undefined ? {} : { source: { timer } }),
    })
  const tokenOf = async (person: string): Promise<string> => {
    const known = tokens.get(person)
    if (known) return known
    const { body } = await handle('accounts/signInAs', { person }, {})
    const { token } = body as { token: string }
    tokens.set(person, token)
    return token
  }
  return {
    instance,
    call: async (procedure, input, as) =>
      handle(procedure, input, as === undefined ? {} : { authorization: `Bearer ${await tokenOf(as)}` }),
    timer: async (procedure, input = {}) => handle(procedure, input, {}, procedure.split('/')[1]),
  }
}

/** Vouchers of this round, each of ten thousand yuan. */
export const payTax = (world: KeptWorld, round: string, count: number): Promise<unknown> =>
  recordPayments(
    world.instance.services,
    Array.from({ length: count }, (_, i) => ({
      payer: { kind: 'person', number: CLAIMANT_NUMBER },
      number: `33202610${round.padStart(4, '0')}${String(i).padStart(6, '0')}`,
      tax: 'deed',
      from: '2026-10-01',
      to: '2026-10-31',
      paidOn: '2026-10-12',
      paid: 1_000_000,
    })),
  )
