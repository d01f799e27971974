/** A district with its refunds: the real entry over a real database, a clock that tests move, people with their duties. */
import { functionModules } from '../../../functions/deployment'
import { createEntry } from '../../../functions/core/io/entry/entry'
import { identify } from '../../../functions/core/io/identity/caller'
import type { ErrorCode } from '../../../functions/core/pure/errors'
import { addDays, dayOf, HOUR, MINUTE } from '../../../functions/core/pure/time'
import { subscribers } from '../../../functions/subscribers'
import { recordArrears, recordPayments } from '../../../functions/refunds/public'
import { demo } from '../../../platform/demo'
import { accountOf } from '../../../platform/demo/accounts'
import { refundFaults } from '../../harness/refunds'
import { proposedAt } from './proposed-at'
import { ACCOUNT, overpaidValues } from './values'
import { pngOf } from '../../harness/png'
import { testServices, type TestOptions, type TestServices } from '../../harness/context'

/** Verified taxpayers of the demonstration, and the people of their office with their duties. */
export const CLAIMANT = '陈建国'
export const CLERK = '王会芳'
export const AGENT = '赵明理'
export const REVIEWER = '周敏'
export const APPROVER = '郑岚'
export const SECOND_APPROVER = '唐宁'
export const PAYER = '许航'
export const ELSEWHERE = '吴刚'
export const HALL = 'chengdong-1'
export const CLAIMANT_NUMBER = '990102197805050021'

export interface Wanted {
  readonly as?: string
  readonly key?: string
  readonly language?: 'zh-CN' | 'en'
  readonly timer?: string
}

export type Answer<T> =
  | { readonly ok: true; readonly body: T }
  | {
      readonly ok: false
      readonly status: number
      readonly code: ErrorCode
      readonly data: Record<string, unknown>
    }

export interface World {
  readonly services: TestServices
  call<T = Record<string, unknown>>(procedure: string, input: unknown, wanted?: Wanted): Promise<Answer<T>>
  /** The body of a call that must succeed. */
  must<T = Record<string, never>>(procedure: string, input: unknown, wanted?: Wanted): Promise<T>
  /** The code of a call that must be refused. */
  refused(procedure: string, input: unknown, wanted?: Wanted): Promise<ErrorCode>
  tokenOf(person: string): Promise<string>
  accountId(person: string): Promise<string>
  /** Handles all that is due now, and pays what was ordered. */
  settle(): Promise<void>
  /** A voucher of the claimant's, by its number. */
  voucher(paid: number, more?: { readonly tax?: string; readonly paidOn?: string }): Promise<string>
  close(): Promise<void>
}

/** @param options.days opened for booking: none unless wanted, refunds have no use for them */
export const openWorld = async ({
  days = 0,
  ...options
}: TestOptions & { readonly days?: number } = {}): Promise<World> => {
  const services = await testServices(options)
  await demo.seed(services, { days })
  const entry = createEntry({
    functions: functionModules,
    services,
    identify,
    callsPerMinute: Infinity,
    strict: true,
  })
  const tokens = new Map<string, { readonly token: string; readonly at: number }>()
  const accountId = async (person: string): Promise<string> => (await accountOf(services, person)).id
  /** Signed in anew now and then: sessions end. */
  const tokenOf = async (person: string): Promise<string> => {
    const known = tokens.get(person)
    if (known && services.time.now - known.at < HOUR) return known.token
    const token = await services.tokenOf(await accountId(person))
    tokens.set(person, { token, at: services.time.now })
    return token
  }
  const call: World['call'] = async <T>(procedure: string, input: unknown, wanted: Wanted = {}) => {
    const { as, key, language = 'zh-CN', timer } = wanted
    const { status, body } = await entry.handle({
      procedure,
      input,
      headers: {
        'accept-language': language,
        ...(as === undefined ? {} : { authorization: `Bearer ${await tokenOf(as)}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(timer === undefined ? {} : { source: { timer } }),
      address: '203.0.113.9',
    })
    if (status === 200) return { ok: true, body: body as T }
    const { code, data } = body as { code: ErrorCode; data?: Record<string, unknown> }
    return { ok: false, status, code, data: data ?? {} }
  }
  const must: World['must'] = async <T>(procedure: string, input: unknown, wanted?: Wanted) => {
    const answer = await call<T>(procedure, input, wanted)
    if (!answer.ok) throw new Error(`${procedure}: ${answer.code} ${JSON.stringify(answer.data)}`)
    return answer.body
  }
  let vouchers = 0
  return {
    services,
    call,
    must,
    tokenOf,
    accountId,
    refused: async (procedure, input, wanted) => {
      const answer = await call(procedure, input, wanted)
      if (answer.ok) throw new Error(`${procedure} was not refused: ${JSON.stringify(answer.body)}`)
      return answer.code
    },
    settle: async () => {
      for (let round = 0; round < 4; round += 1) {
        for (const { name } of subscribers)
          await must('timers/dispatch', { subscriber: name }, { timer: 'dispatch' })
        await must('refunds/payOut', {}, { timer: 'payOut' })
        services.time.now += MINUTE
      }
    },
    voucher: async (paid, { tax = 'deed', paidOn = '2026-10-12' } = {}) => {
      vouchers += 1
      const number = `33202610120009${String(vouchers).padStart(4, '0')}`
      const payer = { kind: 'person', number: CLAIMANT_NUMBER } as const
      await recordPayments(services, [{ payer, number, tax, from: paidOn, to: paidOn, paidOn, paid }])
      const { items } = await must<{ items: { id: string; number: string }[] }>(
        'refunds/vouchers',
        { limit: 50 },
        { as: CLAIMANT },
      )
      const found = items.find((one) => one.number === number)
      if (!found) throw new Error(`no voucher ${number}`)
      return found.id
    },
    close: () => services.close(),
  }
}

/** What the claimant owes. */
export const owes = ({ services }: World, arrears: number): Promise<number> =>
  recordArrears(services, {
    asOf: addDays(dayOf(services.clock()), -1),
    rows: [{ payer: { kind: 'person', number: CLAIMANT_NUMBER }, arrears }],
  })

export { ACCOUNT } from './values'

const PNG = pngOf(600)

/** A picture on file under this code. */
export const material = async (
  { must }: Pick<World, 'must'>,
  code: string,
  as = CLAIMANT,
): Promise<string> => {
  const { upload } = await must<{ upload: { fileId: string } }>(
    'files/start',
    { purpose: 'materials.material', type: 'image/png', size: PNG.length },
    { as },
  )
  const bytes = PNG.toString('base64')
  await must('files/put', { fileId: upload.fileId, place: 0, bytes }, { as })
  await must('files/finish', { fileId: upload.fileId }, { as })
  const added = await must<{ material: { id: string } }>(
    'materials/add',
    { business: 'refunds', code, fileId: upload.fileId, name: `${code}.png` },
    { as },
  )
  return added.material.id
}

export interface CaseBody {
  readonly case: {
    readonly id: string
    readonly state: string
    readonly target: string
    readonly outer: string | null
    readonly history: readonly { readonly move: string; readonly by: string; readonly said?: string }[]
    readonly money: Record<string, number> | null
    readonly moves: readonly string[]
    readonly materials: readonly { readonly code: string; readonly id: string }[]
    readonly correctionDue: string | null
  }
}

/** A draft that can be handed in. */
export const readyDraft = async (
  world: World,
  {
    voucherId,
    claimed,
    values = {},
    materials,
  }: {
    voucherId: string
    claimed: number
    values?: Record<string, unknown>
    materials?: readonly { readonly code: string; readonly id: string }[]
  },
): Promise<string> => {
  const proof = async () => [{ code: 'proofOfOverpayment', id: await material(world, 'proofOfOverpayment') }]
  const { id } = await world.must<{ id: string }>(
    'refunds/saveDraft',
    {
      kind: 'overpaid',
      hallId: HALL,
      voucherId,
      values: overpaidValues(claimed, world.services.time.now, values),
      account: ACCOUNT,
      materials: materials ?? (await proof()),
      step: 'review',
    },
    { as: CLAIMANT },
  )
  return id
}

/** A case that was handed in. */
export const submitted = async (
  world: World,
  wish: { voucherId: string; claimed: number; values?: Record<string, unknown> },
): Promise<string> => {
  const id = await readyDraft(world, wish)
  return (await world.must<{ id: string }>('refunds/submit', { draftId: id }, { as: CLAIMANT })).id
}

export const decision = async (
  { services }: Pick<World, 'services'>,
  id: string,
  agree = true,
): Promise<{ readonly id: string; readonly place: number; readonly agree: boolean }> => ({
  id,
  place: await proposedAt(services, id),
  agree,
})

/** As far as an approval: accepted, reviewed, proposed in full, agreed to. */
export const approved = async (world: World, id: string, amount: number): Promise<CaseBody['case']> => {
  await world.must('refunds/accept', { id }, { as: REVIEWER })
  await world.must('refunds/startReview', { id }, { as: REVIEWER })
  await world.must(
    'refunds/propose',
    { id, outcome: 'approve', approved: amount, reasons: ['lessOverpaid'] },
    { as: REVIEWER },
  )
  await world.must('refunds/decide', await decision(world, id), { as: APPROVER })
  return (await world.must<CaseBody>('refunds/get', { id }, { as: CLAIMANT })).case
}

/** A fresh world before each test; after it every figure agrees, and the log has no defect. */
export const eachWorld = (give: (world: World) => void, options: () => TestOptions = () => ({})): void => {
  let world: World
  beforeEach(async () => {
    world = await openWorld(options())
    give(world)
  })
  afterEach(async () => {
    expect(await refundFaults(world.services.store)).toEqual([])
    expect(world.services.logged.filter(({ level }) => level === 'error')).toEqual([])
    await world.close()
  })
}
