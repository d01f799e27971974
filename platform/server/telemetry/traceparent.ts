/** W3C Trace Context: the trace that a request says it belongs to. */
import { ROOT_CONTEXT, trace, type Context, type SpanContext } from '@opentelemetry/api'

const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/** What cannot be read counts as absent: the call starts a trace of its own. */
export const contextOf = (traceparent: string | undefined): Context => {
  const [, traceId, spanId, flags, more] = TRACEPARENT.exec(traceparent?.trim() ?? '') ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId) || (more !== undefined && traceparent?.startsWith('00')))
    return ROOT_CONTEXT
  const remote: SpanContext = { traceId, spanId, traceFlags: parseInt(flags, 16) & 1, isRemote: true }
  return trace.setSpanContext(ROOT_CONTEXT, remote)
}
