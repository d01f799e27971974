import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hallDays, slots } from '../../../functions/appointments/collections'
import { halls, matters } from '../../../functions/halls/collections'
import { slotTimes } from '../../../functions/appointments/rules/slots'
import { creditCodeFits, idNumberFits } from '../../../functions/core/pure/check-digits'
import { DAY_MS } from '../../../functions/core/pure/time'
import { invoiceFindings, worstOf } from '../../../functions/invoices/rules/findings'
import { naturalKey } from '../../../functions/invoices/rules/invoice'
import { readScanned } from '../../../functions/invoices/rules/qr'
import { registryVerifier } from '../../../functions/invoices/verification/built-in'
import { demo } from '../../../platform/demo'
import { DEMO_REGION, demoHalls } from '../../../platform/demo/data/halls'
import { codeTextOf, demoInvoices } from '../../../platform/demo/data/invoices'
import { demoMatters } from '../../../platform/demo/data/matters'
import { demoPeople } from '../../../platform/demo/data/people'
import { inventedNumber } from '../../../platform/demo/accounts'
import { defects, DAY, HALL, MATTER, openWorld, SUNDAY, type World } from '../../functions/appointments/world'

const call = async (
  world: World,
  procedure: string,
  input: unknown,
  token?: string,
): Promise<{ status: number; body: Record<string, unknown> }> => {
  const { status, body } = await world.instance.entry.handle({
    procedure,
    input,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  })
  return { status, body: body as Record<string, unknown> }
}

afterEach(() => expect(defects.splice(0)).toEqual([]))

describe('the demonstration district', () => {
  it('is marked as one, and is whole: three halls, twelve windows, twenty matters', () => {
    expect(demoHalls).toHaveLength(3)
    expect(demoHalls.reduce((sum, { doc }) => sum + doc.windows, 0)).toBe(12)
    for (const { doc } of demoHalls) {
      expect(doc.demonstration && doc.name.zh.includes('演示') && doc.region === DEMO_REGION).toBe(true)
      expect(doc.matters.every((code) => demoMatters.some((matter) => matter.code === code))).toBe(true)
      expect(slotTimes(doc.hours, 30)).toHaveLength(13)
    }
    expect(demoMatters).toHaveLength(20)
    expect(new Set(demoMatters.map(({ code }) => code)).size).toBe(20)
    expect(demoMatters.filter(({ doc }) => doc.online).length).toBeGreaterThanOrEqual(5)
    expect(
      demoMatters.every(
        ({ code, doc }) =>
          /^[A-Z0-9]{2,16}$/.test(code) &&
          doc.bring.length > 0 &&
          demoHalls.some(({ doc: hall }) => hall.matters.includes(code)),
      ),
    ).toBe(true)
    expect(new Set(demoPeople.map(({ name }) => name)).size).toBe(demoPeople.length)
  })

  it('invents people nobody is: numbers that fit, of a division that is not', () => {
    const taxpayers = demoPeople.flatMap((person) => person.taxpayers)
    for (const { kind, number } of taxpayers) {
      expect([
        number,
        kind === 'person' ? idNumberFits(number, '2026-11-22') : creditCodeFits(number),
      ]).toEqual([number, true])
      expect(number.includes(DEMO_REGION)).toBe(true)
    }
    expect(new Set(taxpayers.map(({ number }) => number)).size).toBe(taxpayers.length)
  })
})

describe('the demonstration’s invoices', () => {
  it('are read from their codes as they were registered, with check digits that fit and nothing wrong', () => {
    for (const { facts } of demoInvoices) {
      const read = readScanned(codeTextOf(facts))
      if (read.what !== 'invoice') throw new Error(read.what)
      expect([read.facts, read.crc.result]).toEqual([facts, 'ok'])
      expect(worstOf(invoiceFindings(read, '2026-11-27'))).toBe('ok')
    }
    expect(new Set(demoInvoices.map(({ facts }) => naturalKey(facts))).size).toBe(demoInvoices.length)
  })

  it('belong to its people, and are of every state', () => {
    const names = demoPeople.flatMap(({ taxpayers }) => taxpayers.map(({ name }) => name))
    for (const { names: on } of demoInvoices) expect(names).toContain(on.buyerName)
    expect(new Set(demoInvoices.map(({ state }) => state))).toEqual(new Set(['normal', 'void', 'red']))
  })
})

const catalogueAndDays = (world: World) =>
  Promise.all([world.all(halls), world.all(matters), world.all(hallDays), world.all(slots)])

describe('seeding', () => {
  it('can be repeated, survives a restart, and adds the days that are missing', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'shuibang-demo-'))
    try {
      const first = await openWorld({ dataDir })
      const token = await first.signIn('林小雨')
      const { appointment } = await first.expect(
        'book',
        { hallId: HALL, matter: MATTER, day: DAY, start: 600 },
        { token },
      )
      const before = await catalogueAndDays(first)
      expect(before.map((docs) => docs.length)).toEqual([3, 20, 30, 390])
      const verifier = registryVerifier(first.instance.services)
      for (const { facts, state } of demoInvoices)
        expect(await verifier.verify({ ...facts, on: DAY }, AbortSignal.timeout(1_000))).toMatchObject({
          outcome: 'match',
          state,
        })
      const commit = jest.spyOn(first.instance.services.store, 'commit')
      await demo.seed(first.instance.services)
      expect(commit).not.toHaveBeenCalled()
      expect(await catalogueAndDays(first)).toEqual(before)
      await first.close()

      const second = await openWorld({ dataDir, now: SUNDAY + 3 * DAY_MS })
      expect(
        (await second.expect('get', { id: appointment.id }, { token: await second.signIn('林小雨') }))
          .appointment.state,
      ).toBe('booked')
      expect((await second.slot(DAY, 600)).left.online).toBe(9)
      expect((await second.all(hallDays)).length).toBe(39)
      await second.close()
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  })
})

describe('being somebody', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.close())

  it('lists the people with their roles, and each can sign in and is what the list says', async () => {
    const { body } = await call(world, 'accounts/people', {})
    const people = body.people as {
      name: string
      roles: string[]
      taxpayers: { kind: string; standing: string }[]
      halls: string[]
    }[]
    expect(people.map(({ name }) => name)).toEqual(demoPeople.map(({ name }) => name))
    expect(new Set(people.flatMap(({ roles }) => roles))).toEqual(
      new Set(['taxpayer', 'officer', 'supervisor', 'notary', 'admin']),
    )
    expect(new Set(people.flatMap(({ halls: at }) => at))).toEqual(new Set(['chengdong-1', 'chengdong-2']))
    for (const person of people) {
      const { body: me } = await call(world, 'accounts/me', {}, await world.signIn(person.name))
      const grants = (me.grants as { role: string }[]).map(({ role }) => role)
      expect([person.name, grants.length ? grants : ['taxpayer']]).toEqual([person.name, person.roles])
      const own = (me.taxpayers as { through: string; kind: string; standing: string }[]).filter(
        ({ through }) => through === 'own',
      )
      expect(own.map(({ kind, standing }) => [kind, standing])).toEqual(
        person.taxpayers.map(({ kind, standing }) => [kind, standing]),
      )
    }
  })

  it('lets the agent act for the enterprise that authorised it', async () => {
    const { body } = await call(world, 'accounts/me', {}, await world.signIn('赵明理'))
    expect(body.taxpayers).toMatchObject([
      { kind: 'person', through: 'own' },
      { kind: 'enterprise', through: 'authorisation', standing: 'verified' },
    ])
  })

  it('makes a fresh taxpayer of an unknown name, the same one each time, and at once only one', async () => {
    const [a, b] = await Promise.all([world.signIn('负载甲'), world.signIn('负载甲')])
    const again = await world.signIn('负载甲')
    const ids = await Promise.all(
      [a, b, again].map(async (token) =>
        ((await call(world, 'accounts/me', {}, token)).body.taxpayers as { id: string }[]).map(
          ({ id }) => id,
        ),
      ),
    )
    expect(ids[0]).toHaveLength(1)
    expect(ids[1]).toEqual(ids[0])
    expect(ids[2]).toEqual(ids[0])
    await world.expect('book', { hallId: HALL, matter: MATTER, day: DAY, start: 600 }, { token: a })
    expect(await call(world, 'accounts/signInAs', { person: ' ' })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT' },
    })
  })

  it('is fast enough for a load test', async () => {
    const started = performance.now()
    await world.signInAll(300, '快')
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('invents numbers that fit', () => {
    for (let i = 0; i < 200; i += 1)
      expect(idNumberFits(inventedNumber(world.instance.services, `人${i}`), '2026-11-22')).toBe(true)
  })
})
