/** A deployment with an office that publishes, and people who have said what they are: the real entry over a database file. */
import { createEntry } from '../../../functions/core/io/entry/entry'
import { identify } from '../../../functions/core/io/identity/caller'
import type { RoleGrant } from '../../../functions/core/io/identity/roles'
import { allOf } from '../../../functions/core/io/store/pages'
import type { ErrorCode } from '../../../functions/core/pure/errors'
import { functionModules } from '../../../functions/deployment'
import { halls } from '../../../functions/halls/collections'
import { notices, type NoticeDoc } from '../../../functions/inbox/collections'
import { subscribers } from '../../../functions/subscribers'
import { demoHalls } from '../../../platform/demo/data/halls'
import { testServices, type TestServices } from '../../harness/context'

export const HALL = demoHalls[0]?.id ?? ''
/** May publish, each; two of them stand behind what is published. */
export const WRITER = '写的人'
export const PUBLISHER = '发的人'

interface Wanted {
  readonly as?: string
  readonly key?: string
  readonly language?: 'en'
}

export interface World {
  readonly services: TestServices
  accountOf(name: string): Promise<string>
  must<T>(procedure: string, input: unknown, wanted?: Wanted): Promise<T>
  refused(procedure: string, input: unknown, wanted?: Wanted): Promise<ErrorCode | ''>
  /** Somebody with one taxpayer, of whom this is said. */
  person(name: string, traits?: Partial<Traits>, interests?: readonly string[]): Promise<string>
  /** Whatever is due is done, to the end. */
  settle(): Promise<void>
  /** What each person was told of, by kind. */
  told(name: string): Promise<readonly NoticeDoc[]>
  close(): Promise<void>
}

export interface Traits {
  readonly kind: string | null
  readonly taxes: readonly string[]
  readonly industry: string | null
  readonly region: string | null
  readonly size: string | null
}

export const NOTHING_SAID: Traits = { kind: null, taxes: [], industry: null, region: null, size: null }

/** A policy as an officer writes it. */
export const written = (change: Readonly<Record<string, unknown>> = {}) => ({
  title: { zh: '小规模纳税人增值税减免', en: 'VAT relief for small-scale payers' },
  summary: { zh: '月销售额十万元以下免征。', en: '' },
  body: { zh: ['第一段。', '第二段。'], en: [] },
  number: '财政部 税务总局公告2023年第19号',
  issuer: '示范市税务局',
  basis: '《增值税法》第二十三条',
  category: 'relief',
  effectiveFrom: '2026-01-01',
  effectiveTo: '2027-12-31',
  audience: { kind: ['smallScale'] },
  attachments: [],
  ...change,
})

const grantsOf = (name: string): RoleGrant[] =>
  name === WRITER || name === PUBLISHER ? [{ role: 'officer', halls: [HALL], duties: ['publish'] }] : []

export const openWorld = async ({ seed = 1 } = {}): Promise<World> => {
  const services = await testServices({ seed })
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
  const known = new Map<string, Promise<string>>()
  const accountOf = (name: string): Promise<string> => {
    const account = known.get(name) ?? services.person(name, grantsOf(name))
    known.set(name, account)
    return account
  }
  const call = async (procedure: string, input: unknown, { as, key, language }: Wanted = {}) => {
    const signedIn =
      as === undefined ? {} : { authorization: `Bearer ${await services.tokenOf(await accountOf(as))}` }
    return entry.handle({
      procedure,
      input,
      headers: {
        ...(language ? { 'accept-language': language } : {}),
        ...signedIn,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
    })
  }
  const must: World['must'] = async <T>(procedure: string, input: unknown, wanted?: Wanted) => {
    const { status, body } = await call(procedure, input, wanted)
    if (status !== 200)
      throw new Error(
        `${procedure}: ${JSON.stringify(body)} ${String(services.logged.at(-2)?.fields.err ?? services.logged.at(-1)?.fields.err)}`,
      )
    return body as T
  }
  let people = 0
  return {
    services,
    accountOf,
    must,
    refused: async (procedure, input, wanted) => {
      const { status, body } = await call(procedure, input, wanted)
      if (status === 200) throw new Error(`${procedure} was not refused: ${JSON.stringify(body)}`)
      return (body as { code?: ErrorCode }).code ?? ''
    },
    person: async (name, traits, interests = []) => {
      people += 1
      const number = `11010119900101${String(people).padStart(4, '0')}`
      const bound = { kind: 'person', name, number, phone: '13800000000' }
      const { taxpayer } = await must<{ taxpayer: { id: string } }>('accounts/bind', bound, { as: name })
      const said = { taxpayerId: taxpayer.id, traits: { ...NOTHING_SAID, ...traits } }
      await must('profiles/set', said, { as: name })
      if (interests.length > 0) await must('profiles/follow', { interests, hears: true }, { as: name })
      return taxpayer.id
    },
    settle: async () => {
      for (let round = 0; round < 4; round += 1)
        for (const { name } of subscribers) {
          const { status } = await entry.handle({
            procedure: 'timers/dispatch',
            input: { subscriber: name },
            headers: {},
            source: { timer: 'dispatch' },
          })
          if (status !== 200) throw new Error(`${name} failed`)
        }
    },
    told: async (name) => {
      const where = { accountId: await accountOf(name) }
      const rows = await allOf(services.store, notices, { index: 'account', where })
      return rows.map(({ doc }) => doc).filter(({ kind }) => kind.startsWith('policies.'))
    },
    close: () => services.close(),
  }
}

/** Written by one, published by another. @returns its id */
export const publish = async (
  { must }: World,
  text: unknown = written(),
  { id = null, why = null }: { readonly id?: string | null; readonly why?: unknown } = {},
): Promise<string> => {
  const before =
    id === null
      ? null
      : await must<{ policy: { changedAt: number } }>('policies/officePolicy', { id }, { as: WRITER })
  const saved = await must<{ id: string; changedAt: number }>(
    'policies/save',
    { hallId: HALL, id, from: before?.policy.changedAt ?? null, text, why },
    { as: WRITER },
  )
  await must('policies/publish', { id: saved.id, from: saved.changedAt }, { as: PUBLISHER })
  return saved.id
}
