/** A screen on a wall: whole, and awake. Inside WeChat the platform keeps it awake; the web build takes `wall-screen.h5.ts`. */
import Taro from '@tarojs/taro'

export interface WallScreen {
  /** Can it be made whole? */
  readonly canFill: () => boolean
  /** By a tap. Never throws. */
  readonly fill: () => void
  /** While the page is there. Never throws. @returns lets it sleep again */
  readonly keepAwake: () => () => void
}

const awake = (keepScreenOn: boolean): void => {
  Taro.setKeepScreenOn({ keepScreenOn }).catch(() => undefined)
}

export const wallScreen: WallScreen = {
  canFill: () => false,
  fill: () => undefined,
  keepAwake: () => {
    awake(true)
    return () => awake(false)
  },
}
