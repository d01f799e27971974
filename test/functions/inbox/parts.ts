/** An inbox on a real database: people who are told things, through the real entry. */
import { notices as ofAppointments } from '../../../functions/appointments/data/notices'
import { createEntry } from '../../../functions/core/io/entry/entry'
import { dispatch, type Dispatched } from '../../../functions/core/io/events/dispatch'
import { identify } from '../../../functions/core/io/identity/caller'
import { notify, type NewNotice } from '../../../functions/core/io/notices/notify'
import { transact } from '../../../functions/core/io/store/transact'
import { contract } from '../../../functions/inbox/contract'
import { eventHandlers } from '../../../functions/inbox/events'
import { router } from '../../../functions/inbox/router'
import { demo } from '../../../platform/demo'
import { testServices, type TestServices } from '../../harness/context'
import type { EngineUnderTest } from '../../harness/store/subject'

export const facts = { day: '2026-11-26', start: 570, hallId: 'chengdong-1', matter: 'SB01' }

export interface Shown {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly link: { readonly page: string; readonly id: string | null } | null
  readonly at: number
  readonly readAt: number | null
}

export interface Inbox {
  readonly services: TestServices
  tell(accountId: string, over?: Partial<NewNotice>): Promise<void>
  /** Runs what is due. */
  deliver(): Promise<Dispatched>
  call(
    procedure: string,
    input: unknown,
    as: { token: string; language?: string; key?: string },
  ): Promise<{
    readonly status: number
    readonly body: unknown
  }>
  mine(token: string, language?: string): Promise<readonly Shown[]>
  unread(token: string): Promise<number>
  read(token: string, input: { readonly id: string } | { readonly upTo: number }): Promise<number>
}

export const openInbox = async (engine?: EngineUnderTest): Promise<Inbox> => {
  const services = await testServices({ ...(engine && { engine }) })
  await demo.seed(services)
  const entry = createEntry({
    functions: { inbox: { contract, router } },
    services,
    identify,
    callsPerMinute: Infinity,
    strict: true,
  })
  const call: Inbox['call'] = (procedure, input, { token, language = 'en', key }) =>
    entry.handle({
      procedure: `inbox/${procedure}`,
      input,
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': language,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
    })
  const must = async <T>(procedure: string, input: unknown, token: string, language?: string): Promise<T> => {
    const { status, body } = await call(procedure, input, { token, ...(language ? { language } : {}) })
    if (status !== 200) throw new Error(`inbox/${procedure}: ${status} ${JSON.stringify(body)}`)
    return body as T
  }
  return {
    services,
    call,
    tell: (accountId, over) =>
      transact(services, async (tx) => {
        notify(tx, { notice: ofAppointments.booked, accountId, facts, about: 'ap_1', ...over })
      }),
    deliver: () =>
      dispatch(services, { name: 'inbox', handlers: async () => eventHandlers }, { limit: 1000 }),
    mine: async (token, language) =>
      (await must<{ items: readonly Shown[] }>('mine', { limit: 50 }, token, language)).items,
    unread: async (token) => (await must<{ unread: number }>('unread', {}, token)).unread,
    read: async (token, input) => (await must<{ unread: number }>('read', input, token)).unread,
  }
}
