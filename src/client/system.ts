/** What the system says of itself: its language and its theme. The web page has its own, system.h5.ts. */
import Taro from '@tarojs/taro'

export type Theme = 'light' | 'dark'

export interface SystemFacts {
  /** `zh_CN`, `en`, … as the platform writes it; empty when it does not say. */
  readonly language: string
  readonly theme: Theme
}

const themeOf = (name: unknown): Theme => (name === 'dark' ? 'dark' : 'light')

export const systemFacts = (): SystemFacts => {
  try {
    const { language, theme } = Taro.getAppBaseInfo()
    return { language: language ?? '', theme: themeOf(theme) }
  } catch {
    return { language: '', theme: 'light' }
  }
}

export const onSystemTheme = (listener: (theme: Theme) => void): void => {
  Taro.onThemeChange(({ theme }) => listener(themeOf(theme)))
}
