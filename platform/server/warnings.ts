/** What lets a server start, and should not be so where a tax authority runs it. */
import type { Configuration } from '../../functions/core/io/entry/configuration'
import { given, type Environment } from '../../functions/core/io/entry/problems'

const LOCAL = /^(localhost|127\.|\[?::1|\/)/

/** Of an address that may hold a password, only what is asked. */
const addressOf = (text: string): URL | undefined => {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

const ofStore = ({ store, files }: Configuration): readonly string[] => {
  if (store.engine !== 'postgres') return []
  const url = addressOf(store.url)
  const encrypted =
    url !== undefined &&
    (LOCAL.test(url.hostname) ||
      url.hostname === '' ||
      /^(require|verify-ca|verify-full)$/.test(url.searchParams.get('sslmode') ?? ''))
  return [
    ...(encrypted
      ? []
      : ['DATABASE_URL has no sslmode=verify-full: what goes to the database can be read on its way']),
    ...(files.engine === 'disk'
      ? ['FILES is disk: instances on other machines do not see the files that people sent to this one']
      : []),
  ]
}

/** For a server with DEMONSTRATION=off; empty otherwise. */
export const productionWarnings = (
  environment: Environment,
  configuration: Configuration,
): readonly string[] => {
  const {
    settings: { demonstration, wechat },
    callsPerMinute,
    logLevel,
  } = configuration
  if (demonstration) return []
  return [
    ...(wechat.appId === '' ? ['WECHAT_APPID and WECHAT_SECRET are not set: nobody can sign in'] : []),
    ...(wechat.baseUrl.startsWith('https:') || LOCAL.test(addressOf(wechat.baseUrl)?.hostname ?? '')
      ? []
      : ['WECHAT_BASE_URL is not https: sign-in codes can be read on their way']),
    ...(given(environment, 'TRUST_PROXY') === undefined
      ? [
          'TRUST_PROXY is not set: behind a proxy of your own say on, or all callers count as one address; without one say off',
        ]
      : []),
    ...(callsPerMinute === Infinity ? ['RATE_LIMIT is off: one caller can take all there is'] : []),
    ...(logLevel === 'info' || logLevel === 'debug'
      ? []
      : [`LOG_LEVEL is ${logLevel}: calls are not logged, and network logs must be kept for six months`]),
    ...ofStore(configuration),
  ]
}
