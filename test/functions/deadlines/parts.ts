/** People with taxpayers and deadlines, on a real database, through the real entry. */
import { dispatch } from '../../../functions/core/io/events/dispatch'
import { createEntry } from '../../../functions/core/io/entry/entry'
import { identify } from '../../../functions/core/io/identity/caller'
import { allOf } from '../../../functions/core/io/store/pages'
import { morningOf, type Day } from '../../../functions/core/pure/time'
import { contract as ofAccounts } from '../../../functions/accounts/contract'
import { router as accounts } from '../../../functions/accounts/router'
import { contract } from '../../../functions/deadlines/contract'
import { router } from '../../../functions/deadlines/router'
import { notices, type NoticeDoc } from '../../../functions/inbox/collections'
import { subscribers } from '../../../functions/subscribers'
import { testServices, type TestOptions, type TestServices } from '../../harness/context'

export interface Person {
  readonly accountId: string
  readonly token: string
}

export interface Calls {
  readonly services: TestServices
  /** @throws Error when it is refused */
  must<T>(procedure: string, input: unknown, person: Person, language?: string): Promise<T>
  call(
    procedure: string,
    input: unknown,
    as: {
      readonly token?: string
      readonly key?: string
      readonly timer?: string
      readonly language?: string
    },
  ): Promise<{ readonly status: number; readonly body: unknown }>
  person(name: string): Promise<Person>
  /** A claimed taxpayer of that person. */
  company(person: Person, name?: string): Promise<string>
  /** The clock stands at nine on that day. */
  nine(day: Day): void
  /** The job and all that follows from it, until nothing is due. */
  remind(): Promise<void>
  work(): Promise<void>
  told(person: Person): Promise<readonly NoticeDoc[]>
}

const NUMBERS = ['91320100MA1XXXXX0A', '91320105MA1MXXXX1Q', '91320106MA1NXXXX2T', '91320102MA1PXXXX3K']

export const openCalls = async (options: TestOptions = {}): Promise<Calls> => {
  const services = await testServices(options)
  const entry = createEntry({
    functions: {
      deadlines: { contract, router },
      accounts: { contract: ofAccounts, router: accounts },
    },
    services,
    identify,
    callsPerMinute: Infinity,
    strict: true,
  })
  let companies = 0
  const call: Calls['call'] = (procedure, input, { token, key, timer, language = 'zh-CN' }) =>
    entry.handle({
      procedure: procedure.includes('/') ? procedure : `deadlines/${procedure}`,
      input,
      headers: {
        'accept-language': language,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(timer === undefined ? {} : { source: { timer } }),
    })
  const must = async <T>(
    procedure: string,
    input: unknown,
    { token }: Person,
    language?: string,
  ): Promise<T> => {
    const { status, body } = await call(procedure, input, { token, ...(language ? { language } : {}) })
    if (status !== 200) throw new Error(`${procedure}: ${status} ${JSON.stringify(body)}`)
    return body as T
  }
  const work = async (): Promise<void> => {
    for (let round = 0; round < 20; round += 1) {
      const done = await Promise.all(subscribers.map((one) => dispatch(services, one, { limit: 1000 })))
      if (done.every(({ handled }) => handled === 0)) return
    }
  }
  return {
    services,
    call,
    must,
    work,
    person: async (name) => {
      const accountId = await services.person(name)
      return { accountId, token: await services.tokenOf(accountId) }
    },
    company: async (person, name = '税帮演示有限公司') => {
      const number = NUMBERS[companies % NUMBERS.length]
      companies += 1
      const input = { kind: 'enterprise', name, number }
      return (await must<{ taxpayer: { id: string } }>('accounts/bind', input, person)).taxpayer.id
    },
    nine: (day) => {
      services.time.now = morningOf(day)
    },
    remind: async () => {
      await call('remind', {}, { timer: 'remind' })
      await work()
    },
    told: async ({ accountId }) => {
      const rows = await allOf(services.store, notices, { index: 'account', where: { accountId } })
      return rows.map(({ doc }) => doc)
    },
  }
}
