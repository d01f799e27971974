/** A deployment with invoices: the real entry over a database file, a registry, people, a clock that tests move. */
import { functionModules } from '../../../functions/deployment'
import { createEntry } from '../../../functions/core/io/entry/entry'
import { identify } from '../../../functions/core/io/identity/caller'
import type { ErrorCode } from '../../../functions/core/pure/errors'
import { registerInvoices, type RegisteredInvoice } from '../../../functions/invoices/work/register'
import type { InvoiceFacts } from '../../../functions/invoices/rules/invoice'
import { testServices, type TestServices } from '../../harness/context'

export interface Answered<T> {
  readonly ok: boolean
  readonly code?: ErrorCode
  readonly data?: unknown
  readonly body: T
}

interface Wanted {
  readonly as?: string
  readonly timer?: string
  readonly key?: string
}

export interface World {
  readonly services: TestServices
  call<T>(procedure: string, input: unknown, wanted?: Wanted): Promise<Answered<T>>
  /** @throws Error unless it succeeds */
  must<T>(procedure: string, input: unknown, wanted?: Wanted): Promise<T>
  /** The code by which it is refused. @throws Error when it is not */
  refused(procedure: string, input: unknown, wanted?: Wanted): Promise<string>
  /** Puts an invoice into the registry. */
  register(change?: Partial<RegisteredInvoice> & { readonly facts?: InvoiceFacts }): Promise<InvoiceFacts>
}

/** Of a 数电普票 issued this morning. */
export const digital = (number: string, amount = 12_800, issuedOn = '2026-11-24'): InvoiceFacts => ({
  kind: '32',
  code: '',
  number,
  issuedOn,
  amount,
  amountOf: 'total',
  checkCode: '',
})

/** Twenty digits of this year and Fujian that differ in the last ones. */
export const numberOf = (n: number): string => `26352000000${String(n).padStart(9, '0')}`

const registered = (facts: InvoiceFacts, change: Partial<RegisteredInvoice>): RegisteredInvoice => ({
  facts,
  total: facts.amount,
  issuedAt: null,
  state: 'normal',
  names: {
    sellerName: '示范市城东餐饮店',
    sellerTaxNumber: '91990102MA0DEM005F',
    buyerName: '陈建国',
    buyerTaxNumber: null,
    goods: ['*餐饮服务*餐费'],
  },
  sellerRegion: '990102',
  industry: '62',
  byProxy: false,
  ...change,
})

export const openWorld = async (): Promise<World> => {
  const services = await testServices()
  const entry = createEntry({
    functions: functionModules,
    services,
    identify,
    callsPerMinute: Infinity,
    strict: true,
  })
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (name: string): Promise<string> => {
    const known = tokens.get(name) ?? services.person(name).then((accountId) => services.tokenOf(accountId))
    tokens.set(name, known)
    return known
  }
  const call: World['call'] = async <T>(
    procedure: string,
    input: unknown,
    { as = '甲', key, timer }: Wanted = {},
  ) => {
    const { status, body } = await entry.handle({
      procedure,
      input,
      headers: {
        ...(timer === undefined ? { authorization: `Bearer ${await tokenOf(as)}` } : {}),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(timer === undefined ? {} : { source: { timer } }),
    })
    const { code, data } = body as { code?: ErrorCode; data?: unknown }
    return status === 200
      ? { ok: true, body: body as T }
      : { ok: false, ...(code ? { code } : {}), data, body: body as T }
  }
  return {
    services,
    call,
    must: async <T>(procedure: string, input: unknown, wanted?: Wanted) => {
      const answer = await call<T>(procedure, input, wanted)
      if (!answer.ok) throw new Error(`${procedure}: ${answer.code ?? ''} ${JSON.stringify(answer.data)}`)
      return answer.body
    },
    refused: async (procedure, input, wanted) => {
      const answer = await call(procedure, input, wanted)
      if (answer.ok) throw new Error(`${procedure} was not refused`)
      return answer.code ?? ''
    },
    register: async ({ facts = digital(numberOf(1)), ...change } = {}) => {
      await registerInvoices(services, [registered(facts, change)])
      return facts
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
    await world?.services.close()
  })
}
