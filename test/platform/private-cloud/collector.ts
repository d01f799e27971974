/** A local OTLP collector: takes what arrives on `/v1/traces` and `/v1/metrics` as JSON, and keeps every byte. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Attribute {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}
export interface Span {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: number
  readonly attributes: Readonly<Record<string, unknown>>
}
export interface Point {
  readonly metric: string
  readonly attributes: Readonly<Record<string, unknown>>
  /** A counter's or gauge's value, a histogram's count. */
  readonly value: number
}

const valueOf = (value: Attribute['value']): unknown =>
  value.stringValue ??
  value.boolValue ??
  value.doubleValue ??
  (value.intValue === undefined ? undefined : Number(value.intValue))
const flat = (attributes: readonly Attribute[] = []): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, valueOf(value)]))

interface Scoped {
  readonly resource?: { readonly attributes?: readonly Attribute[] }
  readonly scopeSpans?: readonly {
    readonly spans: readonly (Omit<Span, 'attributes'> & { readonly attributes?: readonly Attribute[] })[]
  }[]
  readonly scopeMetrics?: readonly { readonly metrics: readonly Metric[] }[]
}
interface DataPoint {
  readonly attributes?: readonly Attribute[]
  readonly asInt?: string | number
  readonly asDouble?: number
  readonly count?: string | number
}
interface Metric {
  readonly name: string
  readonly sum?: { readonly dataPoints: readonly DataPoint[] }
  readonly gauge?: { readonly dataPoints: readonly DataPoint[] }
  readonly histogram?: { readonly dataPoints: readonly DataPoint[] }
}

export const startCollector = async () => {
  const spans: Span[] = []
  const points: Point[] = []
  const resources: Record<string, unknown>[] = []
  const headers: NodeJS.Dict<string | string[]>[] = []
  let text = ''
  const take = ({
    resourceSpans = [],
    resourceMetrics = [],
  }: {
    readonly resourceSpans?: readonly Scoped[]
    readonly resourceMetrics?: readonly Scoped[]
  }): void => {
    for (const { resource, scopeSpans = [] } of resourceSpans) {
      resources.push(flat(resource?.attributes))
      for (const scope of scopeSpans)
        spans.push(...scope.spans.map((span) => ({ ...span, attributes: flat(span.attributes) })))
    }
    for (const { scopeMetrics = [] } of resourceMetrics) {
      for (const { name, sum, gauge, histogram } of scopeMetrics.flatMap(({ metrics }) => metrics)) {
        for (const point of (sum ?? gauge ?? histogram)?.dataPoints ?? []) {
          points.push({
            metric: name,
            attributes: flat(point.attributes),
            value: Number(point.asInt ?? point.asDouble ?? point.count),
          })
        }
      }
    }
  }
  const server = createServer((request, response) => {
    let body = ''
    request
      .setEncoding('utf8')
      .on('data', (piece: string) => (body += piece))
      .on('end', () => {
        headers.push(request.headers)
        text += body
        take(JSON.parse(body) as Parameters<typeof take>[0])
        response.setHeader('content-type', 'application/json').end('{}')
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    points,
    resources,
    headers,
    /** Everything received, as it came. */
    text: () => text,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
export type Collector = Awaited<ReturnType<typeof startCollector>>
