/** Another step begins at its top. */
import Taro from '@tarojs/taro'
import { goToField } from '../../../ui/go-to-field'

export const toTop = (): void => {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
}

/** Once the step that the field stands on is drawn. */
export const toField = (id: string): void => void setTimeout(() => goToField(id), 50)
