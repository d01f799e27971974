/** Brings a field before the eyes. WeChat scrolls the page; the web build takes `go-to-field.h5.ts`, which focuses it too. */
import Taro from '@tarojs/taro'

/** Below the head, with what stands above the field still to be seen. */
const ABOVE = -96

/** A field that is gone meanwhile is no reason to fail. */
export const goToField = (id: string): void => {
  Taro.pageScrollTo({ selector: `#${id}`, offsetTop: ABOVE, duration: 160 }).catch(() => undefined)
}
