/** How a call travels: a cloud function inside WeChat, HTTP on the web. */
import Taro from '@tarojs/taro'
import { preferences } from './preferences'
import { offlineError } from './errors'
import { isRecord } from './storage'

export interface Call {
  /** The function that offers it. */
  readonly service: string
  readonly procedure: string
  readonly input: unknown
  readonly headers: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly body: unknown
  /** When it was given, by the server's clock. */
  readonly serverTime?: number
}

/** Carries one call; throws an `OFFLINE` ApiError when nothing came back. */
export type Link = (call: Call) => Promise<Answer>

const TIMEOUT_MS = 15_000

const SERVER_TIME = 'x-server-time'

const timeIn = (headers: unknown): { readonly serverTime?: number } => {
  const told = isRecord(headers) ? Number(headers[SERVER_TIME]) : NaN
  return Number.isFinite(told) ? { serverTime: told } : {}
}

const answerOf = (result: unknown): Answer => {
  const { status, headers, body } = isRecord(result) ? result : {}
  return {
    status: typeof status === 'number' ? status : 500,
    body: typeof body === 'string' ? parsed(body) : body,
    ...timeIn(headers),
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const cloudLink: Link = async ({ service, procedure, input, headers }) => {
  try {
    const { result } = await Taro.cloud.callFunction({ name: service, data: { procedure, input, headers } })
    return answerOf(result)
  } catch {
    throw offlineError(preferences.getState().language)
  }
}

const httpLink: Link = async ({ service, procedure, input, headers }) => {
  try {
    const response = await Taro.request<unknown>({
      url: `/api/${service}/${procedure}`,
      method: 'POST',
      data: JSON.stringify(input ?? {}),
      header: { 'Content-Type': 'application/json', ...headers },
      timeout: TIMEOUT_MS,
    })
    return { status: response.statusCode, body: response.data, ...timeIn(response.header) }
  } catch (thrown) {
    const answer = thrownAnswer(thrown)
    if (answer) return answer
    throw offlineError(preferences.getState().language)
  }
}

/** Some platforms throw for a status of 400 and above: the answer is inside. */
const thrownAnswer = (thrown: unknown): Answer | undefined => {
  if (typeof thrown !== 'object' || thrown === null) return undefined
  const status: unknown = Reflect.get(thrown, 'status') ?? Reflect.get(thrown, 'statusCode')
  return typeof status === 'number' && status >= 400
    ? { status, body: Reflect.get(thrown, 'data') }
    : undefined
}

export const link: Link = (call) => (process.env.TARO_ENV === 'weapp' ? cloudLink(call) : httpLink(call))
