/** How the stand-in for payments is spoken to: what a function's own adapter looks like. */
import type { Answer, Found, OutsideCall, OutsideService } from '../../../functions/core/io/outside/contract'
import { outsideHttp, type OutsideReply } from '../../../functions/core/io/outside/http'
import { DAY_MS } from '../../../functions/core/pure/time'

const stateOf = ({ body }: OutsideReply): unknown =>
  typeof body === 'object' && body !== null && 'state' in body ? body.state : undefined

const answerOf = (call: OutsideCall, reply: OutsideReply): Answer => {
  const state = stateOf(reply)
  if (reply.status !== 200) return { outcome: 'unknown', why: `Status${reply.status}` }
  if (state === 'paid') return { outcome: 'done', answer: { fen: Number(call.request.fen) } }
  if (state === 'refused' || state === 'closed') return { outcome: 'refused', why: state }
  return { outcome: 'unknown', why: 'Unreadable' }
}

export interface AdapterOptions {
  readonly baseUrl: string
  readonly patience: number
  readonly canClose?: boolean
}

export const payments = ({ baseUrl, patience, canClose = true }: AdapterOptions): OutsideService => {
  const http = outsideHttp({ baseUrl })
  const ask = async (call: OutsideCall, signal: AbortSignal): Promise<Found> => {
    const reply = await http({ method: 'GET', path: ['payments', call.id], signal })
    return reply.status === 404 && stateOf(reply) === 'absent' ? { outcome: 'absent' } : answerOf(call, reply)
  }
  const post = async (
    call: OutsideCall,
    path: readonly string[],
    body: unknown,
    signal: AbortSignal,
  ): Promise<Answer> => answerOf(call, await http({ method: 'POST', path, body, signal }))
  return {
    name: 'payments',
    patience,
    keptMs: 400 * DAY_MS,
    ask,
    send: (call, signal) => post(call, ['payments', call.id], { fen: call.request.fen }, signal),
    ...(canClose
      ? {
          close: (call: OutsideCall, signal: AbortSignal) =>
            post(call, ['payments', call.id, 'close'], {}, signal),
        }
      : {}),
  }
}
