/**
 * The phone that the mini-program believes to run on. Tests reach it as `window.__mp`: they set what WeChat would answer
 * (`mock`, `privacy`, `setTheme`) and read what happened (`calls`, `errors`, `missing`, `setDataMax`).
 */
export const bundle = window.__BUNDLE
export const app = bundle.json.app

const emitter = () => {
  const listeners = new Map()
  const of = (name) => listeners.get(name) ?? listeners.set(name, new Set()).get(name)
  return {
    on: (name) => (listener) => {
      of(name).add(listener)
    },
    off: (name) => (listener) => {
      if (listener) of(name).delete(listener)
      else of(name).clear()
    },
    emit: (name, ...values) => of(name).forEach((listener) => listener(...values)),
    has: (name) => of(name).size > 0,
  }
}

export const phone = {
  ...emitter(),
  calls: [],
  missing: new Set(),
  errors: [],
  warnings: [],
  /** What a test wants kept from before the first launch. */
  storage: new Map(Object.entries(window.__KEPT ?? {}).map(([key, value]) => [key, JSON.stringify(value)])),
  /** By API name: a value, a function of the options, or `{ __fail: {...} }`. */
  mock: {},
  /** What the app base says; a test may set `language`, `fontSizeSetting`, `SDKVersion`. */
  base: {
    SDKVersion: '3.8.0',
    enableDebug: false,
    host: { env: 'WeChat' },
    language: 'zh_CN',
    version: '8.0.50',
    theme: 'light',
    fontSizeSetting: 16,
    fontSizeScaleFactor: 1,
  },
  privacy: { needAuthorization: false },
  network: 'wifi',
  clipboard: '',
  stack: [],
  /** What `setTabBarItem` and `setTabBarStyle` changed. */
  tabItems: {},
  tabStyle: {},
  /** Tab pages stay alive behind each other. */
  tabs: new Map(),
  setDataCount: 0,
  setDataBytes: 0,
  setDataMax: 0,
  launchOptions: { path: app.pages[0], query: {}, scene: 1001, referrerInfo: {} },
  top: () => phone.stack.at(-1),
  data: () => phone.top().instance.data,
  pullDown: () => phone.top().instance.onPullDownRefresh?.(),
  reset: () => {
    phone.setDataCount = 0
    phone.setDataBytes = 0
    phone.setDataMax = 0
    phone.calls.length = 0
  },
}
window.__mp = phone

const note = (error) => {
  phone.errors.push(String(error?.stack ?? error?.errMsg ?? error))
}
export const noteError = (error) => {
  note(error)
  console.error(error)
}
window.addEventListener('error', (event) => phone.errors.push(event.message))
window.addEventListener('unhandledrejection', (event) => {
  note(event.reason)
  phone.emit('UnhandledRejection', { reason: event.reason })
})
