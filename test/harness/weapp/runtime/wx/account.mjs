/** Sign-in, launch, updates, messages, logs: what the app asks of WeChat about itself. */
import { phone } from '../phone.mjs'
import { mocked, succeeds } from './answer.mjs'

const user = { nickName: '微信用户', avatarUrl: '' }
const accept = (options) =>
  Object.fromEntries((options.tmplIds ?? []).map((template) => [template, 'accept']))

export const account = {
  login: mocked('login', { code: 'mock-login-code' }),
  checkSession: mocked('checkSession'),
  getUserProfile: mocked('getUserProfile', { userInfo: user }),
  getUserInfo: mocked('getUserInfo', { userInfo: user }),
  getAccountInfoSync: () => ({
    miniProgram: { appId: 'touristappid', envVersion: phone.mock.envVersion ?? 'develop', version: '' },
    plugin: {},
  }),
  requestPayment: mocked('requestPayment'),
  requestSubscribeMessage: (options) => mocked('requestSubscribeMessage', accept(options))(options),
  getLaunchOptionsSync: () => phone.launchOptions,
  getEnterOptionsSync: () => phone.launchOptions,
  getUpdateManager: () => ({
    onCheckForUpdate() {},
    onUpdateReady() {},
    onUpdateFailed() {},
    applyUpdate() {},
  }),
  navigateToMiniProgram: succeeds('navigateToMiniProgram'),
  exitMiniProgram: succeeds('exitMiniProgram'),
  loadSubpackage: succeeds('loadSubpackage'),
  preloadSubpackage: succeeds('preloadSubpackage'),
  setEnableDebug: succeeds('setEnableDebug'),
  reportEvent() {},
  reportAnalytics() {},
  reportPerformance() {},
  getPerformance: () => performance,
  getLogManager: () => console,
  getRealtimeLogManager: () => console,
  getExptInfoSync: () => ({}),
  arrayBufferToBase64: (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))),
  base64ToArrayBuffer: (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer,
  env: { USER_DATA_PATH: 'http://usr' },
}
