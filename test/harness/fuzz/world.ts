/** The world that fuzzed calls happen in: a seeded district, officers, and people who come and go. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as z from 'zod'
import { createEntry, type Entry } from '../../../functions/core/io/entry/entry'
import type { Reply } from '../../../functions/core/io/entry/envelope'
import { metaOf } from '../../../functions/core/io/entry/procedures'
import { functionModules } from '../../../functions/deployment'
import { identify } from '../../../functions/core/io/identity/caller'
import { demo } from '../../../platform/demo'
import { testServices, type TestServices } from '../context'
import { testChain } from '../draw/chain'
import type { JsonSchema } from './generate'
import type { Random } from './random'

export const functions = functionModules

/** Every procedure of the deployment, with the JSON schema of its input. */
export const procedures = Object.entries(functions).flatMap(([name, { contract }]) =>
  Object.entries(contract).map(([key, one]) => ({
    name: `${name}/${key}`,
    meta: metaOf(one),
    schema: z.toJSONSchema(one['~orpc'].inputSchema as z.ZodType, {
      io: 'input',
      unrepresentable: 'any',
    }) as JsonSchema,
  })),
)

export interface Person {
  readonly accountId: string
  readonly token: string
}
export interface Taxpayer extends Person {
  readonly taxpayerId: string
}
export interface Seat {
  readonly hallId: string
  readonly matter: string
  readonly day: string
  readonly start: number
}

export interface Staff {
  readonly officer: Person
  readonly supervisor: Person
  readonly admin: Person
  readonly auditor: Person
}

/** A call as a recipe wants it made. */
export interface Wanted {
  readonly input: unknown
  readonly token?: string
  readonly timer?: string
  /** Drawn when absent. */
  readonly language?: 'zh-CN' | 'en'
}

/** A matter that its hall looks at first is named, with a hall that handles it. */
export interface SeatWish {
  readonly day?: string
  readonly hallId?: string
  readonly matter?: string
}

export interface World {
  readonly services: TestServices
  readonly entry: Entry
  readonly random: Random
  /** Who makes the calls that ought to succeed. */
  readonly staff: Staff
  /** The same roles again, for wrong calls: what they do to themselves stops nobody else. */
  readonly strays: Staff
  readonly halls: readonly string[]
  call(procedure: string, wanted: Wanted): Promise<Reply>
  /** The body of a call that must succeed. @throws Error when it does not */
  must<T>(procedure: string, wanted: Wanted): Promise<T>
  newcomer(): Promise<Person>
  /** A newcomer with one claimed taxpayer. */
  taxpayer(): Promise<Taxpayer>
  /** Of any open day, or of one. */
  freeSeat(wish?: SeatWish): Promise<Seat>
  close(): Promise<void>
}

/** Nobody answers there either: messages wait. */
const EVERY_CHANNEL: TestServices['settings']['delivery'] = {
  wechat: {
    templates: { appointment: { id: 'template-of-appointments', keys: { state: 'phrase1', time: 'time2' } } },
    opens: 'formal',
    perSecond: 100,
  },
  sms: {
    baseUrl: 'http://127.0.0.1:9',
    secretId: 'AKIDofTheFuzzer',
    secretKey: 'keyOfTheFuzzer',
    region: 'ap-guangzhou',
    appId: '1400000000',
    sign: '税帮',
    codeTemplate: '100001',
    noticeTemplate: '100002',
    perSecond: 50,
  },
  email: {
    host: '127.0.0.1',
    port: 9,
    security: 'none',
    login: null,
    from: { name: '税帮', address: 'notices@example.cn' },
    perSecond: 10,
  },
}

const wechatServer = async (): Promise<{ readonly url: string; close(): void }> => {
  const server = createServer((request, response) => {
    const code = new URL(request.url ?? '/', 'http://wechat').searchParams.get('js_code') ?? ''
    const body = code.startsWith('good-')
      ? { openid: `openid-${code}`, session_key: 'k' }
      : { errcode: 40029, errmsg: 'invalid code' }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

export const openWorld = async (random: Random, seed: number): Promise<World> => {
  const wechat = await wechatServer()
  const services = await testServices({
    seed,
    settings: {
      wechat: { baseUrl: wechat.url, appId: 'app', secret: 'secret' },
      // Nobody answers there: rounds of this chain are brought by hand.
      lottery: { chain: { ...testChain().chain }, relays: ['http://127.0.0.1:9'] },
      delivery: EVERY_CHANNEL,
    },
  })
  await demo.seed(services)
  const entry = createEntry({ functions, services, identify, callsPerMinute: Infinity, strict: true })
  let people = 0

  const call: World['call'] = (
    procedure,
    { input, token, timer, language = random.chance(0.5) ? 'zh-CN' : 'en' },
  ) =>
    entry.handle({
      procedure,
      input,
      headers: {
        'accept-language': language,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(timer === undefined ? {} : { source: { timer } }),
      address: '203.0.113.9',
    })
  const must = async <T>(procedure: string, wanted: Wanted): Promise<T> => {
    const reply = await call(procedure, wanted)
    if (reply.status !== 200)
      throw new Error(
        `${procedure} ${JSON.stringify(wanted.input)} was answered ${reply.status} ${JSON.stringify(reply.body)}`,
      )
    return reply.body as T
  }
  const personWith = async (grants?: Parameters<TestServices['person']>[1]): Promise<Person> => {
    people += 1
    const accountId = await services.person(`fuzz-${people}`, grants)
    return { accountId, token: await services.tokenOf(accountId) }
  }
  const { halls } = await must<{ halls: { id: string; matters: string[]; region: string }[] }>(
    'appointments/halls',
    { input: {} },
  )
  const { matters } = await must<{
    matters: { code: string; halls: string[]; online?: unknown; preReview?: unknown }[]
  }>('halls/matters', { input: {} })
  const hallIds = halls.map(({ id }) => id)
  const regions = [...new Set(halls.map(({ region }) => region))]
  const makeStaff = async (): Promise<Staff> => ({
    officer: await personWith([{ role: 'officer', halls: hallIds }]),
    supervisor: await personWith([{ role: 'supervisor', halls: hallIds, regions }]),
    admin: await personWith([{ role: 'admin' }]),
    auditor: await personWith([{ role: 'auditor', regions }]),
  })
  const staff = await makeStaff()
  const strays = await makeStaff()

  const taxpayer = async (): Promise<Taxpayer> => {
    const person = await personWith()
    const number = `11010119900101${String(people).padStart(4, '0')}`
    const { taxpayer: bound } = await must<{ taxpayer: { id: string } }>('accounts/bind', {
      input: { kind: 'person', name: '演示人', number, phone: '13800000000' },
      token: person.token,
    })
    return { ...person, taxpayerId: bound.id }
  }

  // What a hall looks at first is not booked yet: who wants such a one names it.
  const bookable = matters.filter(({ online, preReview }) => online === undefined && preReview === undefined)
  const freeSeat: World['freeSeat'] = async (wish = {}) => {
    for (let tries = 0; tries < 200; tries += 1) {
      const hallId = wish.hallId ?? random.pick(hallIds)
      const here = bookable.filter((one) => one.halls.includes(hallId))
      const matter = wish.matter ?? random.pick(here).code
      const { days } = await must<{ days: { day: string; state: string }[] }>('appointments/days', {
        input: { hallId, matter },
      })
      const open = days.filter(
        ({ day, state }) => state === 'open' && (wish.day === undefined || wish.day === day),
      )
      if (open.length === 0) continue
      const { day } = random.pick(open)
      const { slots } = await must<{ slots: { start: number; state: string }[] }>('appointments/slots', {
        input: { hallId, matter, day },
      })
      const free = slots.filter(({ state }) => state === 'open')
      if (free.length > 0) return { hallId, matter, day, start: random.pick(free).start }
    }
    throw new Error('no free seat is left in the fuzzed world')
  }

  const close = async (): Promise<void> => {
    wechat.close()
    await services.close()
  }
  return {
    services,
    entry,
    random,
    staff,
    strays,
    halls: hallIds,
    call,
    must,
    newcomer: () => personWith(),
    taxpayer,
    freeSeat,
    close,
  }
}
