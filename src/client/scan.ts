/** Reading a code: the camera or an album's picture in WeChat, which asks for its own leave. The web page has scan.h5.ts. */
import Taro from '@tarojs/taro'
import type { Picked } from './upload'

export type Scanned =
  /** `photo`: the picture that it was read in, where there is one to keep. */
  | { readonly kind: 'text'; readonly text: string; readonly photo?: Picked }
  /** The person went back without a code. */
  | { readonly kind: 'none' }
  /** There is no code in the picture. */
  | { readonly kind: 'unreadable' }
  /** The camera is not to be had, or was refused: typing is the way on. */
  | { readonly kind: 'refused' }

const reasonOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null ? String(Reflect.get(thrown, 'errMsg') ?? '') : ''

/** Call it from a tap: platforms open the camera for nothing else. Never throws. */
export const scan = async (): Promise<Scanned> => {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode', 'barCode'] })
    return result === '' ? { kind: 'unreadable' } : { kind: 'text', text: result }
  } catch (thrown) {
    return reasonOf(thrown).includes('cancel') ? { kind: 'none' } : { kind: 'refused' }
  }
}
