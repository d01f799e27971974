/** The function `timers` through the entry: jobs for schedules only, dead letters for operators, heads for anyone. */
import { createEntry, type Entry } from '../../../functions/core/io/entry/entry'
import type { Envelope, Reply } from '../../../functions/core/io/entry/envelope'
import { events, type EventDoc } from '../../../functions/core/io/events/collections'
import { auditEntries } from '../../../functions/core/io/audit/collections'
import { isSigned } from '../../../functions/core/io/audit/signing'
import { resolveCaller } from '../../../functions/core/io/identity/caller'
import type { Role } from '../../../functions/core/io/identity/roles'
import { contract } from '../../../functions/timers/contract'
import { router } from '../../../functions/timers/router'
import { timers } from '../../../functions/timers/timers'
import { DAY_MS, HOUR } from '../../../functions/core/pure/time'
import { testServices, type TestServices } from '../../harness/context'
import { deliveryId, type NewEvent } from '../../../functions/core/io/events/emit'
import { emittedTo } from '../core/events/parts'
import { decide } from '../core/audit/parts'

let services: TestServices
let entry: Entry
beforeEach(async () => {
  services = await testServices()
  const identify = ({ headers }: Envelope) => resolveCaller({ services, headers })
  entry = createEntry({ functions: { timers: { contract, router } }, services, strict: true, identify })
})
afterEach(() => services.close())

const as = async (role: Role | 'taxpayer'): Promise<Record<string, string>> => {
  const account = await services.person(role, role === 'taxpayer' ? [] : [{ role, regions: ['32'] }])
  return { authorization: `Bearer ${await services.tokenOf(account)}` }
}
const call = (procedure: string, input: unknown = {}, headers: Record<string, string> = {}): Promise<Reply> =>
  entry.handle({ procedure: `timers/${procedure}`, input, headers })
const timer = (procedure: string): Promise<Reply> =>
  entry.handle({ procedure: `timers/${procedure}`, input: {}, headers: {}, source: { timer: procedure } })

/** Whose dead letters these are. */
const SUBSCRIBER = 'accounts'
const emitted = (to: TestServices, event: Partial<NewEvent> = {}): Promise<string> =>
  emittedTo(to, [SUBSCRIBER], event)

/** A kind that its subscriber does not handle: ten failures make it a dead letter. */
const kill = async (): Promise<string> => {
  const id = await emitted(services, { kind: 'test.nobody', payload: { appointmentId: 'ap_1' } })
  for (let n = 0; n < 10; n += 1) {
    expect((await timer('dispatch')).status).toBe(200)
    services.time.now += 7 * HOUR
  }
  return id
}

test('each job has a schedule, each schedule a job, and a timer may run it', async () => {
  const jobs = Object.entries(contract).flatMap(([name, one]) =>
    one['~orpc'].meta.effect === 'job' ? [name] : [],
  )
  expect(timers.map(({ procedure }) => procedure).sort()).toEqual(jobs.sort())
  for (const { procedure, cron } of timers) {
    expect(cron.split(' ')).toHaveLength(7)
    expect((await timer(procedure)).status).toBe(200)
  }
})

test.each(['dispatch', 'seal', 'sweep'])(
  'nobody calls %s: not a visitor, not an administrator',
  async (job) => {
    expect((await call(job)).body).toMatchObject({ code: 'FORBIDDEN' })
    expect((await call(job, {}, await as('admin'))).body).toMatchObject({ code: 'FORBIDDEN' })
  },
)

test('an operator sees dead letters, and brings one back; it is audited, and a repeat is one requeue', async () => {
  const id = await kill()
  const admin = await as('admin')
  const { body } = await call('deadLetters', {}, admin)
  expect(body).toEqual({
    items: [
      {
        eventId: id,
        subscriber: SUBSCRIBER,
        kind: 'test.nobody',
        at: expect.any(Number),
        diedAt: expect.any(Number),
        attempts: 10,
        lastError: 'NoHandler',
        payload: { appointmentId: 'ap_1' },
      },
    ],
  })
  expect((await call('deadLetters', {}, await as('auditor'))).body).toEqual(body)

  const headers = { ...admin, 'idempotency-key': 'requeue-once' }
  const requeued = await call('requeue', { eventId: id }, headers)
  expect(requeued).toMatchObject({
    status: 200,
    body: { eventId: id, subscribers: [SUBSCRIBER], due: services.time.now },
  })
  expect((await call('requeue', { eventId: id }, headers)).body).toEqual(requeued.body)
  expect((await call('requeue', { eventId: id }, admin)).body).toMatchObject({ code: 'NOT_FOUND' })
  expect(
    (await services.store.read<EventDoc>(events.name, [deliveryId(id, SUBSCRIBER)]))[0]?.doc,
  ).toMatchObject({
    attempts: 0,
    due: services.time.now,
  })
  const audited = await services.store.query(auditEntries.name, { index: 'subject', where: { subject: id } })
  expect(audited.items.map(({ doc }) => doc.action)).toEqual(['timers/requeue'])
  expect((await call('deadLetters', {}, admin)).body).toEqual({ items: [] })
})

test('dead letters come page by page, the latest first', async () => {
  const ids = await Promise.all([1, 2, 3].map(() => emitted(services, { kind: 'test.nobody' })))
  for (let n = 0; n < 10; n += 1, services.time.now += 7 * HOUR) await timer('dispatch')
  const admin = await as('admin')
  const seen: string[] = []
  let after: string | undefined
  do {
    const { body } = await call('deadLetters', { limit: 2, ...(after ? { after } : {}) }, admin)
    const page = body as { items: { eventId: string }[]; next?: string }
    seen.push(...page.items.map(({ eventId }) => eventId))
    after = page.next
  } while (after)
  expect([...seen].sort()).toEqual([...ids].sort())
  expect((await call('deadLetters', { after: 'made-up' }, admin)).body).toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test('others neither see nor requeue; an event that is not dead answers as an unknown one', async () => {
  const id = await emitted(services)
  for (const role of ['taxpayer', 'officer', 'supervisor'] as const) {
    expect((await call('deadLetters', {}, await as(role))).body).toMatchObject({ code: 'FORBIDDEN' })
    expect((await call('requeue', { eventId: id }, await as(role))).body).toMatchObject({ code: 'FORBIDDEN' })
  }
  expect((await call('requeue', { eventId: id }, await as('auditor'))).body).toMatchObject({
    code: 'FORBIDDEN',
  })
  const admin = await as('admin')
  const unknown = `ev_${'0'.repeat(26)}`
  const [alive, none] = [
    await call('requeue', { eventId: id }, admin),
    await call('requeue', { eventId: unknown }, admin),
  ]
  expect({ ...(alive.body as object), traceId: '' }).toEqual({ ...(none.body as object), traceId: '' })
  expect(none.body).toMatchObject({ code: 'NOT_FOUND' })
})

test('anyone gets the published heads and the key, and can check them', async () => {
  expect((await call('auditHeads')).body).toEqual({ publicKey: expect.any(String), items: [] })
  for (let day = 0; day < 3; day += 1, services.time.now += DAY_MS) {
    await decide(services)
    expect((await timer('seal')).body).toEqual({ blocks: 1, entries: 1 })
  }
  const { body } = await call('auditHeads')
  const { publicKey, items } = body as {
    publicKey: string
    items: { day: string; height: number; hash: string; signature: string }[]
  }
  expect(items.map(({ day, height }) => [day, height])).toEqual([
    ['2026-11-25', 2],
    ['2026-11-24', 1],
  ])
  expect(items.every(({ hash, signature }) => isSigned(publicKey, hash, signature))).toBe(true)
})

test('one lane is run alone when it is named', async () => {
  const ids = [
    await emittedTo(services, ['accounts'], { kind: 'test.x' }),
    await emittedTo(services, ['appointments'], { kind: 'test.x' }),
  ]
  const lane = await entry.handle({
    procedure: 'timers/dispatch',
    input: { subscriber: 'appointments' },
    headers: {},
    source: { timer: 'dispatch' },
  })
  expect(lane.body).toEqual({ handled: 0, failed: 1, died: 0 })
  const stand = await services.store.read<EventDoc>(events.name, [
    deliveryId(ids[0] ?? '', 'accounts'),
    deliveryId(ids[1] ?? '', 'appointments'),
  ])
  expect(stand.map((one) => one?.doc.attempts)).toEqual([0, 1])
})

test('what waits for a function that is gone is a dead letter after a day, and no sooner; what a known one waits for stays', async () => {
  const done = await emittedTo(services, ['queues'], { kind: 'queues.called' })
  await services.store.patch({
    collection: events.name,
    id: deliveryId(done, 'queues'),
    set: { due: null, doneAt: services.time.now },
  })
  const ids = [
    await emittedTo(services, ['queues'], { kind: 'queues.called' }),
    await emittedTo(services, ['aaa', 'zzz'], { kind: 'queues.called' }),
  ]
  const later = await emittedTo(services, ['accounts'], { due: services.time.now + 30 * DAY_MS })
  const dead = async (): Promise<unknown[]> =>
    ((await call('deadLetters', {}, await as('admin'))).body as { items: unknown[] }).items
  services.time.now += DAY_MS - 1
  expect((await timer('sweep')).status).toBe(200)
  expect(await dead()).toEqual([])
  services.time.now += 1
  expect((await timer('sweep')).status).toBe(200)
  const letters = await dead()
  expect(letters).toHaveLength(3)
  for (const [eventId, subscriber] of [
    [ids[0], 'queues'],
    [ids[1], 'aaa'],
    [ids[1], 'zzz'],
  ])
    expect(letters).toContainEqual(
      expect.objectContaining({ eventId, subscriber, kind: 'queues.called', lastError: 'NoHandler' }),
    )
  const [waiting] = await services.store.read<EventDoc>(events.name, [deliveryId(later, 'accounts')])
  expect(waiting?.doc.dead).toBeUndefined()
})
