/** Traces and metrics as a collector receives them. */
import { demo } from '../../../platform/demo'
import { openProblems } from '../../../functions/core/io/entry/problems'
import { readTelemetryConfiguration } from '../../../platform/server/telemetry/configuration'
import { startRunning, type Running } from '../running'
import { startCollector, type Collector } from './collector'

const configurationOf = (environment: Record<string, string>) =>
  readTelemetryConfiguration(environment, openProblems())
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const PARENT = '00f067aa0ba902b7'
const person = { name: '欧阳保密', number: '110105194912310021', openid: 'o-telemetry-secret' }

describe('a server with a collector', () => {
  let collector: Collector
  let running: Running
  let accountId = ''
  beforeAll(async () => {
    collector = await startCollector()
    const telemetry = configurationOf({
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=suzhou%20tax',
      OTEL_SERVICE_NAME: 'tax-hall',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
    })
    running = await startRunning({ demo, telemetry })
    const headers = await running.signIn(person.openid)
    const bound = await running.post(
      '/api/accounts/bind',
      { kind: 'person', name: person.name, number: person.number },
      headers,
    )
    expect(bound.status).toBe(200)
    accountId = String(
      ((await running.post('/api/accounts/me', {}, headers)).body as { accountId?: string }).accountId,
    )
    const [hall] = (await running.post('/api/appointments/halls', {})).body.halls as {
      id: string
      matters: string[]
    }[]
    const where = { hallId: hall?.id, matter: hall?.matters[0] }
    const days = (await running.post('/api/appointments/days', where)).body.days as {
      day: string
      state: string
    }[]
    const day = days.filter(({ state }) => state === 'open')[1]?.day
    const slots = (await running.post('/api/appointments/slots', { ...where, day })).body.slots as {
      start: unknown
      state: string
    }[]
    const booked = await running.post(
      '/api/appointments/book',
      { ...where, day, start: slots.find(({ state }) => state === 'open')?.start },
      { ...headers, traceparent: `00-${TRACE}-${PARENT}-01` },
    )
    expect(booked.status).toBe(200)
    await running.post('/api/appointments/book', { hallId: person.name }, headers)
    await running.post(`/api/appointments/${'x'.repeat(20)}`, {}, { traceparent: 'rubbish' })
    await running.post('/api/x%20y/z', {})
    await running.server.handle({
      procedure: 'timers/dispatch',
      input: {},
      headers: {},
      source: { timer: 'dispatch' },
    })
    await running.close()
  }, 30_000)
  afterAll(() => collector.close())

  const spanOf = (name: string) => collector.spans.find((span) => span.name === name)
  const total = (metric: string, attributes: Record<string, unknown>): number =>
    collector.points
      .filter(
        (point) =>
          point.metric === metric &&
          Object.entries(attributes).every(([key, value]) => point.attributes[key] === value),
      )
      .reduce((sum, { value }) => sum + value, 0)

  it('continues the caller’s trace, and nests the store’s operations under the call', () => {
    const book = collector.spans.find((span) => span.name === 'appointments/book' && span.traceId === TRACE)
    expect(book).toMatchObject({
      parentSpanId: PARENT,
      kind: 2,
      attributes: {
        'shuibang.status': 200,
        'shuibang.timer': false,
        'shuibang.trace': expect.stringMatching(/^\w{18}$/),
      },
    })
    const children = collector.spans.filter((span) => span.parentSpanId === book?.spanId)
    expect(children.map(({ name }) => name)).toEqual(expect.arrayContaining(['store read', 'store commit']))
    expect(children.every((span) => span.traceId === TRACE && span.kind === 3)).toBe(true)
    expect(children.find(({ name }) => name === 'store commit')?.attributes).toEqual({
      'db.system.name': 'sqlite',
      'db.operation.name': 'commit',
      'shuibang.store.collections': expect.any(Number),
      'shuibang.store.outcome': 'committed',
    })
  })
  it('starts a trace of its own where none was sent, or none that can be read', () => {
    const halls = spanOf('appointments/halls')
    expect(halls?.parentSpanId ?? '').toBe('')
    expect(halls?.traceId).not.toBe(TRACE)
    expect(spanOf('none')?.parentSpanId ?? '').toBe('')
  })
  it('counts calls by procedure, status and code, commits by outcome, and runs of schedules', () => {
    expect(total('shuibang.calls', { procedure: 'appointments/book', status: 200 })).toBe(1)
    expect(total('shuibang.calls', { procedure: 'appointments/book', code: 'INVALID_INPUT' })).toBe(1)
    expect(total('shuibang.calls', { procedure: 'none', code: 'NO_PROCEDURE' })).toBe(2)
    expect(total('shuibang.call.duration', { procedure: 'appointments/book' })).toBe(2)
    expect(
      total('shuibang.store.operations', { engine: 'sqlite', operation: 'commit', outcome: 'committed' }),
    ).toBeGreaterThanOrEqual(3)
    expect(total('shuibang.store.duration', { operation: 'read' })).toBeGreaterThan(0)
    expect(total('shuibang.timers', { procedure: 'timers/dispatch', outcome: 'done' })).toBe(1)
  })
  it('shows event-loop delay and waiting writes', () => {
    expect(collector.points.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining(['nodejs.eventloop.delay.p99', 'shuibang.store.waiting']),
    )
  })
  it('names itself: service, instance, version', () => {
    expect(collector.resources[0]).toMatchObject({
      'service.name': 'tax-hall',
      'service.instance.id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'service.version': '0.0.0',
      'deployment.environment.name': 'test',
    })
    expect(collector.headers.every((one) => one['x-tenant'] === 'suzhou tax')).toBe(true)
  })
  it('tells nothing of people, and nothing of what was asked', () => {
    expect(accountId).toMatch(/^ac_/)
    for (const secret of [
      person.name,
      person.number,
      person.openid,
      accountId,
      'xxxxxxxx',
      'x%20y',
      '127.0.0.1',
    ])
      expect([secret, collector.text().includes(secret)]).toEqual([secret, false])
    const known = new Set([
      'shuibang.procedure',
      'shuibang.trace',
      'shuibang.timer',
      'shuibang.status',
      'shuibang.code',
      'db.system.name',
      'db.operation.name',
      'shuibang.store.collections',
      'shuibang.store.outcome',
    ])
    expect(
      collector.spans.flatMap(({ attributes }) => Object.keys(attributes)).filter((key) => !known.has(key)),
    ).toEqual([])
  })
})

describe('a collector that is down', () => {
  it('disturbs no call, is said once, and does not hold up the end', async () => {
    const gone = await startCollector()
    await gone.close()
    const running = await startRunning({
      telemetry: configurationOf({
        OTEL_EXPORTER_OTLP_ENDPOINT: gone.url,
        OTEL_METRIC_EXPORT_INTERVAL: '50',
        OTEL_EXPORTER_OTLP_TIMEOUT: '50',
      }),
    })
    for (let call = 0; call < 10; call += 1) {
      expect((await running.post('/api/appointments/halls', {})).status).toBe(200)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await running.close()
    expect(running.lines.filter(({ message }) => message === 'telemetry could not be sent')).toHaveLength(1)
    expect(running.lines.filter(({ level }) => level === 'error')).toEqual([])
  }, 10_000)
})

describe('OpenTelemetry’s variables', () => {
  const problemsOf = (environment: Record<string, string>): readonly string[] => {
    const problems = openProblems()
    readTelemetryConfiguration(environment, problems)
    try {
      problems.end()
      return []
    } catch (error) {
      return (error as { problems: readonly string[] }).problems.map((problem) => problem.split(':')[0] ?? '')
    }
  }
  const on = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }
  it('without an endpoint, or when told, there is no telemetry', () => {
    expect(configurationOf({ OTEL_SERVICE_NAME: 'x' })).toBeUndefined()
    expect(configurationOf({ ...on, OTEL_SDK_DISABLED: 'true' })).toBeUndefined()
  })
  it('are told wrong all at once', () => {
    const wrong = {
      ...on,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_TRACES_SAMPLER: 'some',
      OTEL_TRACES_SAMPLER_ARG: '2',
      OTEL_EXPORTER_OTLP_HEADERS: 'secret',
      OTEL_METRIC_EXPORT_INTERVAL: '0',
      OTEL_EXPORTER_OTLP_TIMEOUT: 'x',
    }
    expect(problemsOf(wrong)).toEqual([
      'OTEL_EXPORTER_OTLP_PROTOCOL',
      'OTEL_TRACES_SAMPLER',
      'OTEL_TRACES_SAMPLER_ARG',
      'OTEL_EXPORTER_OTLP_HEADERS',
      'OTEL_METRIC_EXPORT_INTERVAL',
      'OTEL_EXPORTER_OTLP_TIMEOUT',
    ])
    expect(problemsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' })).toEqual([
      'OTEL_EXPORTER_OTLP_ENDPOINT',
    ])
  })
  it('of sampling are followed: off sends no span, and metrics all the same', async () => {
    const collector = await startCollector()
    const running = await startRunning({
      telemetry: configurationOf({
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
        OTEL_TRACES_SAMPLER_ARG: '0',
      }),
    })
    await running.post('/api/appointments/halls', {})
    await running.post('/api/appointments/halls', {}, { traceparent: `00-${TRACE}-${PARENT}-01` })
    await running.close()
    await collector.close()
    expect(collector.spans.every(({ traceId }) => traceId === TRACE)).toBe(true)
    expect(collector.spans.length).toBeGreaterThan(0)
    expect(
      collector.points
        .filter(({ metric }) => metric === 'shuibang.calls')
        .reduce((sum, { value }) => sum + value, 0),
    ).toBe(2)
  })
})
