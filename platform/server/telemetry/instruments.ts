/** The server's metrics: OpenTelemetry's names where there are such, seconds as their unit. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Meter } from '@opentelemetry/api'
import type { Store } from '../../../functions/core/io/store/contract'
import type { CallFacts, CallResult, StoreFacts } from '../../../functions/core/io/telemetry/telemetry'
import type { Tally } from '../../../functions/core/io/telemetry/tally'

const BOUNDARIES = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const SECONDS = { unit: 's', advice: { explicitBucketBoundaries: BOUNDARIES } }
const NANO = 1e9

export interface Instruments {
  called(facts: CallFacts, result: CallResult, tally: Tally, ms: number): void
  stored(facts: StoreFacts, told: { readonly outcome: string; readonly ms: number }): void
}

export const instrumentsOn = (meter: Meter): Instruments => {
  const calls = meter.createCounter('shuibang.calls', {
    description: 'Calls answered, by procedure, status and code',
  })
  const duration = meter.createHistogram('shuibang.call.duration', {
    ...SECONDS,
    description: 'How long a call took',
  })
  const timers = meter.createCounter('shuibang.timers', {
    description: 'Runs of schedules, by procedure and outcome',
  })
  const operations = meter.createCounter('shuibang.store.operations', {
    description: 'Operations of the store, commits among them, by outcome',
  })
  const stored = meter.createHistogram('shuibang.store.duration', {
    ...SECONDS,
    description: 'How long an operation of the store took',
  })
  const retries = meter.createCounter('shuibang.store.retries', {
    description: 'Commits that were tried again after a lost race',
  })
  return {
    called: ({ procedure, timer }, { status, code }, tally, ms) => {
      calls.add(1, { procedure, status, ...(code === undefined ? {} : { code }) })
      duration.record(ms / 1000, { procedure })
      if (timer) timers.add(1, { procedure, outcome: status < 400 ? 'done' : 'failed' })
      if (tally.retries > 0) retries.add(tally.retries, { procedure })
    },
    stored: ({ engine, operation }, { outcome, ms }) => {
      operations.add(1, { engine, operation, outcome })
      stored.record(ms / 1000, { engine, operation })
    },
  }
}

/** Event-loop delay since the last look. @returns stops looking */
export const watchEventLoop = (meter: Meter): (() => void) => {
  const delays = monitorEventLoopDelay({ resolution: 20 })
  delays.enable()
  const gauges = {
    mean: meter.createObservableGauge('nodejs.eventloop.delay.mean', { unit: 's' }),
    p99: meter.createObservableGauge('nodejs.eventloop.delay.p99', { unit: 's' }),
    max: meter.createObservableGauge('nodejs.eventloop.delay.max', { unit: 's' }),
  }
  meter.addBatchObservableCallback((result) => {
    if (delays.count === 0) return
    result.observe(gauges.mean, delays.mean / NANO)
    result.observe(gauges.p99, delays.percentile(99) / NANO)
    result.observe(gauges.max, delays.max / NANO)
    delays.reset()
  }, Object.values(gauges))
  return () => void delays.disable()
}

/** Writes that wait their turn, where the engine tells. */
export const watchWaiting = (meter: Meter, health: Store['health']): void => {
  meter
    .createObservableGauge('shuibang.store.waiting', { description: 'Writes that wait their turn' })
    .addCallback(async (result) => {
      const told = await health().catch(() => undefined)
      if (typeof told?.detail.waiting === 'number')
        result.observe(told.detail.waiting, { engine: told.engine })
    })
}
