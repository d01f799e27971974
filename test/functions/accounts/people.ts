/** People and short ways to call what `accounts` offers. */
import { waitingEvents } from '../../harness/events'
import { createRouterClient, type InferRouterInputs, type InferRouterOutputs } from '@orpc/server'
import { eventHandlers } from '../../../functions/accounts/events'
import { router } from '../../../functions/accounts/router'
import { type EventDoc } from '../../../functions/core/io/events/collections'
import { rawPagesOf } from '../../../functions/core/io/store/pages'
import type { Stored } from '../../../functions/core/io/store/contract'
import { transact } from '../../../functions/core/io/store/transact'
import { halls } from '../../../functions/halls/collections'
import type { ContextOptions, TestServices } from '../../harness/context'
import { forgetVisit, visit } from '../../harness/visits'

type Inputs = InferRouterInputs<typeof router>
type Outputs = InferRouterOutputs<typeof router>
export type Name = keyof typeof router

/** Calls a procedure as the entry would, through a real session. */
export const as =
  (services: Pick<TestServices, 'contextFor'>, account: string | undefined, options: ContextOptions = {}) =>
  async <N extends Name>(name: N, input: Inputs[N]): Promise<Outputs[N]> => {
    const context = await services.contextFor(account, { procedure: `accounts/${name}`, input, ...options })
    const run = createRouterClient(router, { context })[name] as (given: Inputs[N]) => Promise<Outputs[N]>
    return run(input)
  }

export const REASON = 'for a test'
export const PERSON = {
  kind: 'person',
  name: '王小明',
  number: '11010519491231002X',
  phone: '13812345678',
} as const
export const FIRM = { kind: 'enterprise', name: '城东机械有限公司', number: '91110000101623741K' } as const

export interface Cast {
  readonly wang: string
  readonly li: string
  readonly officer: string
  readonly auditor: string
  readonly admin: string
  readonly second: string
}

export const cast = async (services: TestServices): Promise<Cast> => ({
  wang: await services.person('wang'),
  li: await services.person('li'),
  officer: await services.person('officer', [{ role: 'officer', halls: ['h1'] }]),
  auditor: await services.person('auditor', [{ role: 'auditor' }]),
  admin: await services.person('admin', [{ role: 'admin' }]),
  second: await services.person('second', [{ role: 'admin' }]),
})

/** A hall of the catalogue, in a division. */
export const hallAt = (services: TestServices, id: string, region: string): Promise<void> =>
  transact(services, async (tx) => {
    const words = { zh: id, en: id }
    tx.insert(halls, id, {
      v: 1,
      name: words,
      address: words,
      region,
      phone: '025-12345678',
      latitude: 32_060_000,
      longitude: 118_790_000,
      hours: [{ from: 540, to: 720 }],
      hoursNote: words,
      matters: ['FP01'],
      windows: 1,
      template: { online: 7, walkIn: 2, priority: 1 },
      sameDay: false,
      limits: {},
      demonstration: true,
    })
  })

/** What lies in a collection by one of its indexes. */
export const pending = async (services: TestServices): Promise<Stored<EventDoc>[]> => [
  ...(await waitingEvents(services.store)),
]

/** Runs this function's handlers for every event that is due, as the dispatcher would. */
export const runEvents = async (services: TestServices): Promise<string[]> => {
  const due = (await pending(services)).filter(({ doc }) => (doc.due ?? Infinity) <= services.clock())
  for (const { id, doc } of due) {
    await eventHandlers[doc.kind]?.(
      { id, kind: doc.kind, at: doc.at, due: doc.due ?? doc.at, attempts: 0, payload: doc.payload },
      services,
    )
  }
  return due.map(({ doc }) => doc.kind)
}

/** As an officer of the hall who has the person before them. */
export const verifyAt = async (
  services: TestServices,
  officer: string,
  taxpayerId: string,
): Promise<Outputs['verify']> => {
  const seen = await visit(services, taxpayerId)
  try {
    return await as(services, officer)('verify', { taxpayerId, evidence: '身份证原件' })
  } finally {
    await forgetVisit(services, seen)
  }
}

/** A claimed taxpayer that an officer has verified. */
export const verified = async (
  services: TestServices,
  { wang, officer }: Cast,
  subject: typeof PERSON | typeof FIRM = PERSON,
): Promise<string> => {
  const { taxpayer } = await as(services, wang)('bind', subject)
  await verifyAt(services, officer, taxpayer.id)
  return taxpayer.id
}

/** An authorisation that its agent has accepted. */
export const authoriseAndAccept = async (
  services: TestServices,
  owner: string,
  wanted: Inputs['authorise'],
): Promise<Outputs['acceptAuthorisation']> => {
  const { authorisation } = await as(services, owner)('authorise', wanted)
  return as(services, wanted.agent)('acceptAuthorisation', { authorisationId: authorisation.id })
}

/** The whole database as text: what is not in it, is not kept. */
export const everything = async (
  services: TestServices,
  collections: readonly {
    readonly name: string
    readonly indexes: Readonly<Record<string, readonly string[]>>
  }[],
): Promise<string> => {
  const parts: string[] = []
  for (const { name, indexes } of collections) {
    const [index] = Object.keys(indexes)
    if (index === undefined) continue
    for await (const rows of rawPagesOf(services.store, name, { index })) parts.push(JSON.stringify(rows))
  }
  return parts.join('\n')
}
