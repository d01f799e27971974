/** Traces and metrics over OTLP/HTTP. Loaded only where a collector is named: a server without one pays nothing. */
import { randomUUID } from 'node:crypto'
import { createContextKey, diag, DiagLogLevel, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Log } from '../../../functions/core/io/log/log'
import type { Store } from '../../../functions/core/io/store/contract'
import { count, newTally, timed, type Tally } from '../../../functions/core/io/telemetry/tally'
import type { Telemetry } from '../../../functions/core/io/telemetry/telemetry'
import type { TelemetryConfiguration } from './configuration'
import { instrumentsOn, watchEventLoop, watchWaiting } from './instruments'
import { samplerOf } from './sampler'
import { contextOf } from './traceparent'

export interface ServerTelemetry extends Telemetry {
  /** Shows how many writes wait. */
  watch(health: Store['health']): void
  /** Sends what is left, within a few seconds; never throws. */
  shutdown(): Promise<void>
}

const FLUSH_WITHIN_MS = 3_000
const WARN_EVERY_MS = 60_000
const DB_SYSTEM: Readonly<Record<string, string>> = { sqlite: 'sqlite', postgres: 'postgresql' }
const TALLY = createContextKey('what the call did through the store')

/** Once a minute at most: a collector that is down must not fill the log. */
const tellTroubles = (log: Log): void => {
  let told = -WARN_EVERY_MS
  const warn = (message: string): void => {
    if (performance.now() - told < WARN_EVERY_MS) return
    told = performance.now()
    log.warn({ trouble: message.slice(0, 300) }, 'telemetry could not be sent')
  }
  const nothing = (): void => undefined
  diag.setLogger(
    { error: warn, warn, info: nothing, debug: nothing, verbose: nothing },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  )
}

/** @param version of the server, shown with everything it sends */
export const openTelemetry = (
  configuration: TelemetryConfiguration,
  { version, log }: { readonly version: string; readonly log: Log },
): ServerTelemetry => {
  const { endpoint, headers, timeoutMs } = configuration
  tellTroubles(log)
  const resource = resourceFromAttributes({
    'service.instance.id': randomUUID(),
    ...configuration.attributes,
    'service.name': configuration.serviceName,
    'service.version': version,
  })
  const exporter = (signal: string) => ({
    url: `${endpoint}/v1/${signal}`,
    headers,
    timeoutMillis: timeoutMs,
  })
  const spans = new BatchSpanProcessor({
    exporter: new OTLPTraceExporter(exporter('traces')),
    scheduledDelayMillis: Math.min(5_000, configuration.exportIntervalMs),
  })
  const traces = new TracerProvider({ resource, sampler: samplerOf(configuration), spanProcessors: [spans] })
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter(exporter('metrics')),
    exportIntervalMillis: configuration.exportIntervalMs,
    exportTimeoutMillis: Math.min(timeoutMs, configuration.exportIntervalMs),
  })
  const metrics = new MeterProvider({ resource, readers: [reader] })
  const tracer = traces.getTracer('shuibang', version)
  const meter = metrics.getMeter('shuibang', version)
  const instruments = instrumentsOn(meter)
  const stopWatching = watchEventLoop(meter)
  const contexts = new AsyncLocalStorageContextManager().enable()

  return {
    call: async (facts, run, resultOf) => {
      const { procedure, traceId, timer } = facts
      const [started, tally, parent] = [performance.now(), newTally(), contextOf(facts.traceparent)]
      const attributes = {
        'shuibang.procedure': procedure,
        'shuibang.trace': traceId,
        'shuibang.timer': timer,
      }
      const span = tracer.startSpan(
        procedure,
        { kind: timer ? SpanKind.INTERNAL : SpanKind.SERVER, attributes },
        parent,
      )
      try {
        const answered = await contexts.with(trace.setSpan(parent, span).setValue(TALLY, tally), run)
        const result = resultOf(answered)
        span.setAttributes({
          'shuibang.status': result.status,
          ...(result.code === undefined ? {} : { 'shuibang.code': result.code }),
        })
        if (result.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        instruments.called(facts, result, tally, performance.now() - started)
        return answered
      } finally {
        span.end()
      }
    },
    store: async (facts, run, outcomeOf) => {
      const { engine, operation, collections } = facts
      const active = contexts.active()
      const tally = active.getValue(TALLY) as Tally | undefined
      const attributes = {
        'db.system.name': DB_SYSTEM[engine] ?? engine,
        'db.operation.name': operation,
        'shuibang.store.collections': collections,
      }
      const span = tracer.startSpan(`store ${operation}`, { kind: SpanKind.CLIENT, attributes }, active)
      return timed(run, outcomeOf, (told) => {
        span.setAttribute('shuibang.store.outcome', told.outcome)
        if (told.outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
        instruments.stored(facts, told)
        if (tally) count(tally, facts, told)
      })
    },
    watch: (health) => watchWaiting(meter, health),
    shutdown: async () => {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, FLUSH_WITHIN_MS)))
      await Promise.race([Promise.allSettled([traces.shutdown(), metrics.shutdown()]), late])
      clearTimeout(timer)
      stopWatching()
      contexts.disable()
      diag.disable()
    },
  }
}
