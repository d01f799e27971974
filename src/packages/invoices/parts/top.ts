/** Another step begins at its top. */
import Taro from '@tarojs/taro'

export const toTop = (): void => {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
}
