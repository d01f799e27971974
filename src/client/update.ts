/** A newer mini-program has arrived: WeChat fetches it by itself, and the person says when to restart. */
import Taro from '@tarojs/taro'
import { common } from '../messages/common'
import { textsIn } from '../messages'
import { preferences } from './preferences'

/** Inside WeChat only; a web page is new each time it is loaded. */
export const offerUpdates = (): void => {
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => {
    const t = textsIn(common, preferences.getState().language)
    void Taro.showModal({
      title: t('updateTitle'),
      content: t('updateWhy'),
      confirmText: t('updateNow'),
      cancelText: t('updateLater'),
    }).then(({ confirm }) => {
      if (confirm) manager.applyUpdate()
    })
  })
}
