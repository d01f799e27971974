/** A server for the screens' tests: each procedure answers what the test says, and what was asked is kept. */
import Taro from './taro'

export interface Asked {
  /** `appointments/book`. */
  readonly procedure: string
  readonly input: unknown
  readonly headers: Readonly<Record<string, string>>
}

type Answer = (input: never, asked: Asked) => unknown

/** An answer with a status other than 200. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly body: {
      readonly code: string
      readonly message: string
      readonly data?: unknown
      readonly traceId: string
    },
  ) {}
}

/** Shorthand for a refusal in the wire's shape. */
export const refuse = (status: number, code: string, message: string, data?: unknown): Refusal =>
  new Refusal(status, { code, message, ...(data === undefined ? {} : { data }), traceId: 'trace-1' })

/** The server's clock, when the device's is wrong: every answer says it from then on. */
let clock: (() => number) | undefined
export const tellTime = (now: (() => number) | undefined): void => {
  clock = now
}
const told = (): Readonly<Record<string, string>> => (clock ? { 'x-server-time': String(clock()) } : {})

/** No network: the call never comes back. */
export const NO_NETWORK = Symbol('no network')

/** Answers calls by procedure; a value or a function of the input. What is not named is not found. */
export const serve = (
  answers: Readonly<Record<string, unknown>>,
): { readonly asked: Asked[]; readonly answers: Record<string, unknown> } => {
  const asked: Asked[] = []
  const table: Record<string, unknown> = { ...answers }
  Taro.request.mockImplementation((call: { url: string; data: string; header: Record<string, string> }) => {
    const one: Asked = {
      procedure: call.url.replace('/api/', ''),
      input: JSON.parse(call.data),
      headers: call.header,
    }
    asked.push(one)
    const answer = table[one.procedure]
    const value = typeof answer === 'function' ? (answer as Answer)(one.input as never, one) : answer
    if (value === NO_NETWORK) return Promise.reject(new Error('request:fail'))
    if (value instanceof Refusal)
      return Promise.resolve({ statusCode: value.status, data: value.body, header: told() })
    if (value === undefined)
      return Promise.resolve({
        statusCode: 404,
        data: { code: 'NO_PROCEDURE', message: '没有这项服务。', traceId: 'trace-0' },
      })
    return Promise.resolve({ statusCode: 200, data: value, header: told() })
  })
  return { asked, answers: table }
}
