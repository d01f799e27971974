/** What the environment says, read once at start; every problem is told at once. */
import { LOG_LEVELS, type LogLevel } from '../log/pino'
import type { Settings } from '../context'

export interface Configuration {
  readonly store: 'sqlite'
  /** Where the database, keys and files live. */
  readonly dataDir: string
  readonly logLevel: LogLevel
  /** Calls a minute for one account. */
  readonly callsPerMinute: number
  readonly settings: Settings
}

type Environment = Readonly<Record<string, string | undefined>>

/** The environment cannot be worked with; the message lists everything that is wrong with it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  constructor(readonly problems: readonly string[]) {
    super(`cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
  }
}

const WECHAT = 'https://api.weixin.qq.com'
const CALLS_PER_MINUTE = 1_200
const MOST_CALLS = 1e9
const VERSION = /^\d{1,6}\.\d{1,6}\.\d{1,6}$/

/** Empty counts as absent. */
const given = (environment: Environment, name: string): string | undefined => environment[name]?.trim() || undefined

const callsOf = (text: string | undefined): number => {
  if (text === undefined) return CALLS_PER_MINUTE
  return text === 'off' ? Infinity : Number(text)
}

/**
 * `STORE`, `DATA_DIR`, `LOG_LEVEL`, `RATE_LIMIT` (calls a minute for one account, or `off`), `DEMONSTRATION` (`on`, `off`),
 * `MIN_VERSION`, `WECHAT_BASE_URL`, `WECHAT_APPID`, `WECHAT_SECRET`.
 * @throws ConfigurationError
 */
export const readConfiguration = (environment: Environment): Configuration => {
  const problems: string[] = []
  const check = (holds: boolean, problem: string): void => {
    if (!holds) problems.push(problem)
  }
  const store = given(environment, 'STORE') ?? 'sqlite'
  check(store === 'sqlite', `STORE: ${store} is not known; this version has sqlite`)
  const level = given(environment, 'LOG_LEVEL') ?? 'info'
  const logLevel = LOG_LEVELS.find((one) => one === level)
  check(logLevel !== undefined, `LOG_LEVEL: ${level} is not one of ${LOG_LEVELS.join(', ')}`)
  const callsPerMinute = callsOf(given(environment, 'RATE_LIMIT'))
  const isRate = Number.isInteger(callsPerMinute) && callsPerMinute >= 1 && callsPerMinute <= MOST_CALLS
  check(callsPerMinute === Infinity || isRate, 'RATE_LIMIT: calls a minute, a whole number from 1, or off')
  const demonstration = given(environment, 'DEMONSTRATION') ?? 'on'
  check(demonstration === 'on' || demonstration === 'off', `DEMONSTRATION: ${demonstration} is neither on nor off`)
  const minVersion = given(environment, 'MIN_VERSION') ?? '0.0.0'
  check(VERSION.test(minVersion), `MIN_VERSION: ${minVersion} is not major.minor.patch`)
  const baseUrl = given(environment, 'WECHAT_BASE_URL') ?? WECHAT
  check(/^https?:\/\/[^\s/]+/.test(baseUrl), 'WECHAT_BASE_URL: not an http address')
  const [appId, secret] = [given(environment, 'WECHAT_APPID') ?? '', given(environment, 'WECHAT_SECRET') ?? '']
  check((appId === '') === (secret === ''), 'WECHAT_APPID and WECHAT_SECRET: give both or neither')
  if (problems.length > 0) throw new ConfigurationError(problems)
  return {
    store: 'sqlite',
    dataDir: given(environment, 'DATA_DIR') ?? './data',
    logLevel: logLevel ?? 'info',
    callsPerMinute,
    settings: { demonstration: demonstration === 'on', wechat: { baseUrl, appId, secret }, minVersion },
  }
}
