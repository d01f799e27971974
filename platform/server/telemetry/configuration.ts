/** OpenTelemetry's own variables, as far as the server follows them. */
import { addressAt, given, type Environment, type Problems } from '../../../functions/core/io/entry/problems'

export const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const

export interface TelemetryConfiguration {
  /** The collector, without `/v1/…`. */
  readonly endpoint: string
  readonly headers: Readonly<Record<string, string>>
  readonly serviceName: string
  readonly attributes: Readonly<Record<string, string>>
  readonly sampler: (typeof SAMPLERS)[number]
  /** Of traces kept, 0–1. */
  readonly ratio: number
  readonly exportIntervalMs: number
  readonly timeoutMs: number
}

/** `key=value,key=value`, values percent-encoded. Undefined when it is not that. */
const pairsOf = (text: string): Readonly<Record<string, string>> | undefined => {
  try {
    const pairs = text
      .split(',')
      .map((pair) => pair.trim())
      .filter(Boolean)
    if (pairs.some((pair) => pair.indexOf('=') < 1)) return undefined
    return Object.fromEntries(
      pairs.map((pair) => [
        pair.slice(0, pair.indexOf('=')).trim(),
        decodeURIComponent(pair.slice(pair.indexOf('=') + 1).trim()),
      ]),
    )
  } catch {
    return undefined
  }
}

const pairsAt = (
  environment: Environment,
  name: string,
  { check }: Problems,
): Readonly<Record<string, string>> => {
  const pairs = pairsOf(given(environment, name) ?? '')
  check(pairs !== undefined, `${name}: not key=value,key=value`)
  return pairs ?? {}
}

const millisecondsAt = (
  environment: Environment,
  name: string,
  { check }: Problems,
  otherwise: number,
): number => {
  const ms = Number(given(environment, name) ?? otherwise)
  check(Number.isInteger(ms) && ms >= 1, `${name}: milliseconds, a whole number from 1`)
  return ms
}

/**
 * `OTEL_EXPORTER_OTLP_ENDPOINT` (without it there is no telemetry), `OTEL_EXPORTER_OTLP_HEADERS`, `OTEL_EXPORTER_OTLP_PROTOCOL`
 * (`http/json` alone), `OTEL_EXPORTER_OTLP_TIMEOUT`, `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`, `OTEL_TRACES_SAMPLER`,
 * `OTEL_TRACES_SAMPLER_ARG`, `OTEL_METRIC_EXPORT_INTERVAL`, `OTEL_SDK_DISABLED`.
 */
export const readTelemetryConfiguration = (
  environment: Environment,
  problems: Problems,
): TelemetryConfiguration | undefined => {
  const { check } = problems
  const endpoint = addressAt(environment, 'OTEL_EXPORTER_OTLP_ENDPOINT', problems)
  if (endpoint === undefined || given(environment, 'OTEL_SDK_DISABLED')?.toLowerCase() === 'true')
    return undefined
  const protocol = given(environment, 'OTEL_EXPORTER_OTLP_PROTOCOL') ?? 'http/json'
  check(protocol === 'http/json', `OTEL_EXPORTER_OTLP_PROTOCOL: ${protocol} is not spoken here, http/json is`)
  const name = given(environment, 'OTEL_TRACES_SAMPLER') ?? 'parentbased_always_on'
  const sampler = SAMPLERS.find((one) => one === name)
  check(sampler !== undefined, `OTEL_TRACES_SAMPLER: ${name} is not one of ${SAMPLERS.join(', ')}`)
  const ratio = Number(given(environment, 'OTEL_TRACES_SAMPLER_ARG') ?? 1)
  check(ratio >= 0 && ratio <= 1, 'OTEL_TRACES_SAMPLER_ARG: a number from 0 to 1')
  return {
    endpoint: endpoint.replace(/\/+$/, ''),
    headers: pairsAt(environment, 'OTEL_EXPORTER_OTLP_HEADERS', problems),
    serviceName: given(environment, 'OTEL_SERVICE_NAME') ?? 'shuibang',
    attributes: pairsAt(environment, 'OTEL_RESOURCE_ATTRIBUTES', problems),
    sampler: sampler ?? 'parentbased_always_on',
    ratio,
    exportIntervalMs: millisecondsAt(environment, 'OTEL_METRIC_EXPORT_INTERVAL', problems, 60_000),
    timeoutMs: millisecondsAt(environment, 'OTEL_EXPORTER_OTLP_TIMEOUT', problems, 10_000),
  }
}
