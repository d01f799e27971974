/** What the environment says, read once at start; every problem is told at once. */
import { join, resolve } from 'node:path'
import { LOG_LEVELS, type LogLevel } from '../log/lines'
import type { Settings } from '../context'
import type { FilesConfiguration } from '../files/configuration'
import type { StoreConfiguration } from '../store/configuration'
import type { DeliveryConfiguration } from '../delivery/configuration'
import { given, openProblems, switchAt, type Environment, type Problems } from './problems'
import { readFilesConfiguration } from './configuration-files'
import { readInvoicesConfiguration } from './configuration-invoices'
import { readLotteryConfiguration } from './configuration-lottery'
import { readPayoutConfiguration } from './configuration-payout'
import { readStoreConfiguration } from './configuration-store'

export { ConfigurationError } from './problems'

export interface Configuration {
  readonly store: StoreConfiguration
  readonly files: FilesConfiguration
  /** Where keys live, and on one machine the database and the files. */
  readonly dataDir: string
  readonly logLevel: LogLevel
  /** Calls a minute for one account. */
  readonly callsPerMinute: number
  /** Functions in clouds print a line of figures a call. */
  readonly metricLines: boolean
  readonly settings: Settings
}

export interface Gathered {
  readonly configuration: Configuration
  /** Nothing is wrong with the store's part: it can be opened. */
  readonly storeIsClear: boolean
}

const WECHAT = 'https://api.weixin.qq.com'
const CALLS_PER_MINUTE = 1_200
const MOST_CALLS = 1e9
const VERSION = /^\d{1,6}\.\d{1,6}\.\d{1,6}$/

const callsOf = (text: string | undefined): number => {
  if (text === undefined) return CALLS_PER_MINUTE
  return text === 'off' ? Infinity : Number(text)
}

/** Reads the channels' part: given by who sends; for anybody else there is no channel, and nothing of it is loaded. */
export type ChannelsReader = (environment: Environment, problems: Problems) => DeliveryConfiguration

const NO_CHANNELS: DeliveryConfiguration = { wechat: null, sms: null, email: null }

const readSettings = (
  environment: Environment,
  problems: Problems,
  channels: ChannelsReader | undefined,
): Settings => {
  const { check } = problems
  const demonstration = switchAt(environment, 'DEMONSTRATION', problems, 'on')
  const minVersion = given(environment, 'MIN_VERSION') ?? '0.0.0'
  check(VERSION.test(minVersion), `MIN_VERSION: ${minVersion} is not major.minor.patch`)
  const baseUrl = given(environment, 'WECHAT_BASE_URL') ?? WECHAT
  check(/^https?:\/\/[^\s/]+/.test(baseUrl), 'WECHAT_BASE_URL: not an http address')
  const [appId, secret] = [
    given(environment, 'WECHAT_APPID') ?? '',
    given(environment, 'WECHAT_SECRET') ?? '',
  ]
  check((appId === '') === (secret === ''), 'WECHAT_APPID and WECHAT_SECRET: give both or neither')
  const payout = readPayoutConfiguration(environment, problems)
  const invoices = readInvoicesConfiguration(environment, problems)
  const lottery = readLotteryConfiguration(environment, problems)
  const delivery = channels ? channels(environment, problems) : NO_CHANNELS
  const wechat = { baseUrl, appId, secret }
  return { demonstration, wechat, minVersion, payout, invoices, lottery, delivery }
}

/**
 * `DATA_DIR`, `LOG_LEVEL`, `RATE_LIMIT` (calls a minute for one account, or `off`), `METRICS` (`on`, `off`), `DEMONSTRATION`
 * (`on`, `off`), `MIN_VERSION`, `WECHAT_BASE_URL`, `WECHAT_APPID`, `WECHAT_SECRET`; for the store, the files, payouts, channels and
 * invoices see their own readers.
 * @param problems where everything that is wrong is noted; something stands for what is wrong, so that reading goes on
 */
export const gatherConfiguration = (
  environment: Environment,
  problems: Problems,
  channels?: ChannelsReader,
): Gathered => {
  const { check } = problems
  const dataDir = resolve(given(environment, 'DATA_DIR') ?? './data')
  const before = problems.count()
  const store = readStoreConfiguration(environment, problems, join(dataDir, 'shuibang.db'))
  const storeIsClear = problems.count() === before
  const files = readFilesConfiguration(environment, problems, {
    store: store.engine,
    directory: join(dataDir, 'files'),
  })
  const level = given(environment, 'LOG_LEVEL') ?? 'info'
  const logLevel = LOG_LEVELS.find((one) => one === level)
  check(logLevel !== undefined, `LOG_LEVEL: ${level} is not one of ${LOG_LEVELS.join(', ')}`)
  const callsPerMinute = callsOf(given(environment, 'RATE_LIMIT'))
  const isRate = Number.isInteger(callsPerMinute) && callsPerMinute >= 1 && callsPerMinute <= MOST_CALLS
  check(callsPerMinute === Infinity || isRate, 'RATE_LIMIT: calls a minute, a whole number from 1, or off')
  const metricLines = switchAt(environment, 'METRICS', problems, 'on')
  const settings = readSettings(environment, problems, channels)
  return {
    configuration: {
      store,
      files,
      dataDir,
      logLevel: logLevel ?? 'info',
      callsPerMinute,
      metricLines,
      settings,
    },
    storeIsClear,
  }
}

/** @throws ConfigurationError listing every problem */
export const readConfiguration = (environment: Environment, channels?: ChannelsReader): Configuration => {
  const problems = openProblems()
  const { configuration } = gatherConfiguration(environment, problems, channels)
  problems.end()
  return configuration
}
