/** Dresses what lies outside a page's own boxes: title, navigation bar, tab bar, page background. */
import Taro from '@tarojs/taro'
import { themeOf, type Preferences } from '../client/preferences'
import { textsIn } from '../messages'
import { common } from '../messages/common'

const COLOURS = {
  light: { page: '#F4F6FA', card: '#FFFFFF', second: '#5A6777', brand: '#1764D8', front: '#000000' },
  dark: { page: '#0E1116', card: '#171B22', second: '#9AA6B5', brand: '#6EA8FF', front: '#ffffff' },
} as const

const TABS = [
  ['home', 'tabHome'],
  ['services', 'tabServices'],
  ['help', 'tabHelp'],
  ['me', 'tabMe'],
] as const

/** A frame that cannot be dressed just now (a page that is leaving) is no reason to fail. */
const quietly = (change: Promise<unknown>): void => {
  change.catch(() => undefined)
}

/** How the tab bar is dressed now; it is one for all pages. */
let worn = ''

const dressTabs = (state: Preferences): void => {
  const wanted = `${state.language} ${themeOf(state)}`
  if (wanted === worn) return
  worn = wanted
  const t = textsIn(common, state.language)
  const theme = themeOf(state)
  const { second, brand, card } = COLOURS[theme]
  const orAgain = (change: Promise<unknown>): void => {
    change.catch(() => {
      worn = ''
    })
  }
  orAgain(
    Taro.setTabBarStyle({ color: second, selectedColor: brand, backgroundColor: card, borderStyle: 'black' }),
  )
  const suffix = theme === 'dark' ? '-dark' : ''
  const file = (name: string): string =>
    process.env.TARO_ENV === 'weapp' ? `/assets/tab/${name}.png` : `/assets/tab-web/${name}.svg`
  TABS.forEach(([name, key], index) => {
    orAgain(
      Taro.setTabBarItem({
        index,
        text: t(key),
        iconPath: file(`${name}${suffix}`),
        selectedIconPath: file(`${name}${suffix}-on`),
      }),
    )
  })
}

export const dressFrame = (state: Preferences, title: string, tab: boolean): void => {
  const { page, front } = COLOURS[themeOf(state)]
  quietly(Taro.setNavigationBarTitle({ title }))
  quietly(Taro.setNavigationBarColor({ frontColor: front, backgroundColor: page }))
  if (process.env.TARO_ENV === 'weapp')
    quietly(
      Taro.setBackgroundColor({
        backgroundColor: page,
        backgroundColorTop: page,
        backgroundColorBottom: page,
      }),
    )
  if (tab) dressTabs(state)
}
