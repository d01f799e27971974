import { contract } from '../../../functions/accounts/contract'
import { router } from '../../../functions/accounts/router'
import { createEntry, type Entry } from '../../../functions/core/io/entry/entry'
import { identify } from '../../../functions/core/io/identity/caller'
import { testServices, type TestServices } from '../../harness/context'
import { visit } from '../../harness/visits'
import { cast, FIRM, PERSON, type Cast } from './people'

let services: TestServices
let people: Cast
let entry: Entry
beforeEach(async () => {
  services = await testServices()
  people = await cast(services)
  entry = createEntry({
    functions: { accounts: { contract, router } },
    services,
    identify,
    strict: true,
    callsPerMinute: Infinity,
  })
})
afterEach(() => services.close())

type Body = Record<string, unknown> & { code?: string }
const send = async (
  who: string | undefined,
  procedure: string,
  input: unknown = {},
  key?: string,
): Promise<{ status: number; body: Body }> => {
  const headers = {
    ...(who === undefined ? {} : { authorization: `Bearer ${await services.tokenOf(who)}` }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  }
  const { status, body } = await entry.handle({
    procedure: `accounts/${procedure}`,
    input,
    headers,
    address: '203.0.113.7',
  })
  return { status, body: body as Body }
}
/** With business at the officer's hall. */
const bound = async (who: string, input: unknown = PERSON): Promise<string> => {
  const { id } = (await send(who, 'bind', input)).body.taxpayer as { id: string }
  await visit(services, id)
  return id
}

it('carries the whole life of a taxpayer through the real entry, in the shapes of the contract', async () => {
  const taxpayerId = await bound(people.wang)
  expect((await send(people.officer, 'verify', { taxpayerId, evidence: '身份证原件' })).status).toBe(200)
  expect(
    (await send(people.wang, 'authorise', { taxpayerId, agent: people.li, scope: ['appointments'], days: 3 }))
      .status,
  ).toBe(200)
  expect(
    (await send(people.officer, 'reveal', { taxpayerId, field: 'name', purpose: '窗口核对' })).body,
  ).toEqual({ value: PERSON.name })
  expect((await send(people.wang, 'accessLog', {})).body.items).toHaveLength(1)
  expect((await send(people.wang, 'export', {})).status).toBe(200)
  expect((await send(people.wang, 'qrStart', {})).status).toBe(200)
  const token = await services.tokenOf(people.wang)
  expect((await send(people.wang, 'erase', { confirm: 'ERASE' })).status).toBe(200)
  expect(
    await entry.handle({
      procedure: 'accounts/me',
      input: {},
      headers: { authorization: `Bearer ${token}` },
    }),
  ).toMatchObject({ status: 410, body: { code: 'ERASED' } })
  expect(services.logged.filter(({ level }) => level !== 'info')).toEqual([])
})

it('repeats every change under its key without doing it twice', async () => {
  const first = await send(people.wang, 'bind', PERSON, 'key-bind-1')
  expect(await send(people.wang, 'bind', PERSON, 'key-bind-1')).toEqual(first)
  expect((await send(people.wang, 'bind', FIRM, 'key-bind-1')).body.code).toBe('KEY_REUSED')
  const taxpayerId = (first.body.taxpayer as { id: string }).id
  const reveal = { taxpayerId, field: 'name', purpose: '窗口核对' }
  await visit(services, taxpayerId)
  const seen = await send(people.officer, 'reveal', reveal, 'key-reveal-1')
  expect(await send(people.officer, 'reveal', reveal, 'key-reveal-1')).toEqual(seen)
  expect((await send(people.wang, 'accessLog', {})).body.items).toHaveLength(1)
  const out = await send(people.wang, 'unbind', { taxpayerId }, 'key-unbind-1')
  expect(await send(people.wang, 'unbind', { taxpayerId }, 'key-unbind-1')).toEqual(out)
  expect(out).toEqual({ status: 200, body: { removed: true } })
})

it("gives a stranger's id and an unknown one the same answer, word for word", async () => {
  const taxpayerId = await bound(people.wang)
  await send(people.officer, 'verify', { taxpayerId, evidence: '身份证原件' })
  const { body } = await send(people.wang, 'authorise', {
    taxpayerId,
    agent: people.admin,
    scope: ['appointments'],
    days: 3,
  })
  const authorisationId = (body.authorisation as { id: string }).id
  const asks: [string, (id: string) => unknown, string, string][] = [
    ['setDefault', (id) => ({ taxpayerId: id }), taxpayerId, 'tp_unknown'],
    ['unbind', (id) => ({ taxpayerId: id }), taxpayerId, 'tp_unknown'],
    [
      'authorise',
      (id) => ({ taxpayerId: id, agent: people.admin, scope: ['appointments'], days: 3 }),
      taxpayerId,
      'tp_unknown',
    ],
    ['revoke', (id) => ({ authorisationId: id }), authorisationId, 'az_unknown'],
  ]
  for (const [procedure, input, real, unknown] of asks) {
    const [one, other] = [
      await send(people.li, procedure, input(real)),
      await send(people.li, procedure, input(unknown)),
    ]
    expect({ ...one.body, traceId: '' }).toEqual({ ...other.body, traceId: '' })
    expect(one).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  }
  expect((await send(people.wang, 'me')).body.taxpayers).toHaveLength(1)
})

it('is closed to those it is not for', async () => {
  const taxpayerId = await bound(people.wang)
  const officers: [string, unknown][] = [
    ['verify', { taxpayerId, evidence: 'x y' }],
    ['reveal', { taxpayerId, field: 'name', purpose: 'x y' }],
  ]
  const administrators: [string, unknown][] = [
    ['grantRole', { accountId: people.li, grant: { role: 'officer' }, reason: 'x y' }],
    ['withdrawRole', { accountId: people.li, role: 'officer', reason: 'x y' }],
  ]
  for (const [procedure, input] of [...officers, ...administrators]) {
    expect((await send(people.li, procedure, input)).body.code).toBe('FORBIDDEN')
    expect((await send(undefined, procedure, input)).body.code).toBe('SIGN_IN')
  }
  for (const [procedure, input] of administrators)
    expect((await send(people.officer, procedure, input)).body.code).toBe('FORBIDDEN')
  for (const procedure of ['me', 'bind', 'export', 'erase', 'accessLog', 'signOutEverywhere'])
    expect((await send(undefined, procedure)).body.code).toBe('SIGN_IN')
})

it('never answers INTERNAL to what people type', async () => {
  const odd = [
    '',
    ' ',
    '二维码',
    '../..',
    'x'.repeat(80),
    '\u0000',
    '__proto__',
    'qt_00000000000000000000000000',
  ]
  for (const text of odd) {
    for (const [who, procedure, input] of [
      [people.wang, 'qrLook', { ticket: text }],
      [people.wang, 'qrConfirm', { ticket: text, accept: true }],
      [undefined, 'qrFinish', { ticket: text, secret: text }],
      [people.wang, 'accessLog', { after: text }],
      [people.wang, 'bind', { kind: 'person', name: `王${text}明`, number: `12345${text}6789` }],
      [people.officer, 'reveal', { taxpayerId: text, field: 'name', purpose: `why ${text}` }],
      [people.officer, 'verify', { taxpayerId: text, evidence: `why ${text}` }],
    ] as const)
      expect([procedure, text, (await send(who, procedure, input)).body.code]).not.toContain('INTERNAL')
  }
})
