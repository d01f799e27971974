/** A small stand-in for `@tarojs/taro`: a device in memory whose calls are recorded, and page life cycles fired by hand. */
import { useEffect, useRef } from 'react'

type Hook = (...values: unknown[]) => unknown

const hooks = new Map<string, Set<{ current: Hook }>>()

const createHook =
  (name: string, onMount = false) =>
  (run: Hook): void => {
    const held = useRef(run)
    held.current = run
    useEffect(() => {
      const listeners = hooks.get(name) ?? new Set()
      hooks.set(name, listeners.add(held))
      if (onMount) held.current({})
      return () => void listeners.delete(held)
    }, [])
  }

/** Runs a page's life-cycle hook, for instance `fireHook('didShow')`; answers what the listeners answered. */
export const fireHook = (name: string, ...values: unknown[]): unknown[] =>
  [...(hooks.get(name) ?? [])].map(({ current }) => current(...values))

export const useDidShow = createHook('didShow', true)
export const useLoad = createHook('load', true)
export const useReady = createHook('ready', true)
export const useLaunch = createHook('launch', true)
export const useDidHide = createHook('didHide')
export const useUnload = createHook('unload')
export const usePullDownRefresh = createHook('pullDownRefresh')
export const useReachBottom = createHook('reachBottom')
export const useShareAppMessage = createHook('shareAppMessage')
export const usePageScroll = createHook('pageScroll')

interface Router {
  readonly params: Readonly<Record<string, string>>
  readonly path: string
}

let router: Router = { params: {}, path: '/pages/home/index' }
let pages: readonly { readonly route: string }[] = [{ route: 'pages/home/index' }]

/** Says which page is on screen, with its parameters. */
export const setRouter = (change: Partial<Router>): void => {
  router = { ...router, ...change }
}
/** Says which pages are open, the one on screen last. */
export const setPages = (routes: readonly string[]): void => {
  pages = routes.map((route) => ({ route }))
}
export const useRouter = (): Router => router

/** What is kept on the device. */
export const storage = new Map<string, unknown>()

const done = (_options?: Readonly<Record<string, unknown>>): Promise<{ errMsg: string }> =>
  Promise.resolve({ errMsg: 'ok' })

const Taro = {
  ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' },
  getEnv: () => 'WEB',
  getSystemInfoSync: () => ({ language: 'zh_CN', theme: 'light' }),
  getAppBaseInfo: () => ({ language: 'zh_CN', theme: 'light' }),
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
  removeStorageSync: (key: string) => void storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
  getCurrentPages: () => pages,
  getCurrentInstance: () => ({ router }),
  onThemeChange: jest.fn(),
  offThemeChange: jest.fn(),
  request: jest.fn(),
  cloud: { init: jest.fn(), callFunction: jest.fn() },
  login: jest.fn(),
  requestSubscribeMessage: jest.fn(),
  scanCode: jest.fn(),
  getLocation: jest.fn(),
  vibrateLong: jest.fn(done),
  openLocation: jest.fn(done),
  makePhoneCall: jest.fn(done),
  setClipboardData: jest.fn(done),
  pageScrollTo: jest.fn(done),
  navigateTo: jest.fn(done),
  redirectTo: jest.fn(done),
  switchTab: jest.fn(done),
  reLaunch: jest.fn(done),
  navigateBack: jest.fn(done),
  showToast: jest.fn(done),
  showModal: jest.fn(() => Promise.resolve({ confirm: true, cancel: false })),
  showLoading: jest.fn(done),
  hideLoading: jest.fn(),
  stopPullDownRefresh: jest.fn(),
  setNavigationBarTitle: jest.fn(done),
  setNavigationBarColor: jest.fn(done),
  setBackgroundColor: jest.fn(done),
  setTabBarStyle: jest.fn(done),
  setTabBarItem: jest.fn(done),
  setKeepScreenOn: jest.fn(done),
  getUpdateManager: jest.fn(),
  getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
}

export { Taro as default }

/** A device that is new again; recorded calls are forgotten, answers of `request` are too. */
export const resetTaro = (): void => {
  storage.clear()
  router = { params: {}, path: '/pages/home/index' }
  pages = [{ route: 'pages/home/index' }]
  for (const part of [...Object.values(Taro), ...Object.values(Taro.cloud)])
    if (jest.isMockFunction(part)) part.mockClear()
  Taro.request.mockReset()
  Taro.cloud.callFunction.mockReset()
  Taro.login.mockReset()
  Taro.requestSubscribeMessage.mockReset()
}
