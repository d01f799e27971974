/** The phone's position: asked for at the moment of use, after WeChat's privacy authorisation, and never kept. */
import Taro from '@tarojs/taro'
import type { Input } from './api'

/** Micro-degrees, as contracts take them. */
export type Position = Input<'queue', 'arrive'>['position']

export type AskedPosition =
  | { readonly kind: 'known'; readonly position: Position }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed' }

/** Degrees from a phone into the contract's micro-degrees. */
export const toPosition = (degrees: { readonly latitude: number; readonly longitude: number }): Position => ({
  latitude: Math.round(degrees.latitude * 1e6),
  longitude: Math.round(degrees.longitude * 1e6),
})

/** WeChat shows the privacy guide with the purpose once; older base libraries do not have it. */
const privacyAgreed = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (process.env.TARO_ENV !== 'weapp' || typeof Taro.requirePrivacyAuthorize !== 'function') resolve(true)
    else Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })

const wordsOf = (thrown: unknown): string => {
  const words: unknown =
    typeof thrown === 'object' && thrown !== null
      ? (Reflect.get(thrown, 'errMsg') ?? Reflect.get(thrown, 'message'))
      : undefined
  return typeof words === 'string' ? words : ''
}

/** Refusing is an answer, not an error. */
export const askPosition = async (): Promise<AskedPosition> => {
  if (!(await privacyAgreed())) return { kind: 'refused' }
  try {
    return { kind: 'known', position: toPosition(await Taro.getLocation({ type: 'wgs84' })) }
  } catch (thrown) {
    return /den(y|ied)|authoriz|拒绝/i.test(wordsOf(thrown)) ? { kind: 'refused' } : { kind: 'failed' }
  }
}
