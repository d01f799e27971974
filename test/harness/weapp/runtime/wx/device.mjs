/** The phone itself: sizes, versions, camera, clipboard, position, calls. */
import { tabVisible } from '../frame.mjs'
import { app, phone } from '../phone.mjs'
import { done, mocked, succeeds } from './answer.mjs'
import { guarded } from './privacy.mjs'

const NAV_HEIGHT = 44
const TAB_HEIGHT = 50
const model = {
  abi: 'arm64',
  brand: 'harness',
  model: 'harness',
  system: 'iOS 17.0',
  platform: 'ios',
  benchmarkLevel: 1,
  memorySize: 4096,
}
const windowInfo = () => ({
  pixelRatio: devicePixelRatio,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: innerHeight - NAV_HEIGHT - (tabVisible() ? TAB_HEIGHT : 0),
  statusBarHeight: 0,
  screenTop: NAV_HEIGHT,
  safeArea: {
    left: 0,
    right: innerWidth,
    top: 0,
    bottom: innerHeight,
    width: innerWidth,
    height: innerHeight,
  },
})
/** Without `darkmode` in app.json WeChat does not tell the theme. */
const appBase = () => {
  const { theme, ...rest } = phone.base
  return app.darkmode ? { ...rest, theme } : rest
}
const systemInfo = () => ({ ...model, ...appBase(), ...windowInfo() })
const picture = 'http://tmp/picture.png'
/** What the album holds: bytes that begin as a PNG does, of two upload parts. */
const album = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31) % 251)
album.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52])
const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

export const device = {
  getSystemInfoSync: systemInfo,
  getSystemInfo: (options) => done('getSystemInfo', options, systemInfo()),
  getSystemInfoAsync: (options) => done('getSystemInfoAsync', options, systemInfo()),
  getWindowInfo: windowInfo,
  getDeviceInfo: () => model,
  getAppBaseInfo: appBase,
  getSystemSetting: () => ({ deviceOrientation: 'portrait' }),
  getAppAuthorizeSetting: () => ({}),
  getMenuButtonBoundingClientRect: () => ({
    width: 87,
    height: 32,
    left: innerWidth - 97,
    right: innerWidth - 10,
    top: 6,
    bottom: 38,
  }),
  scanCode: guarded('scanCode', { result: 'MOCK-QR', scanType: 'QR_CODE', charSet: 'utf-8', path: '' }),
  chooseImage: guarded('chooseImage', { tempFilePaths: [picture], tempFiles: [{ path: picture, size: 10 }] }),
  chooseMedia: guarded('chooseMedia', {
    type: 'image',
    tempFiles: [{ tempFilePath: picture, size: album.length, fileType: 'image' }],
  }),
  getFileSystemManager: () => ({
    readFile: ({ position = 0, length = album.length, success, complete }) => {
      const read = { data: base64(album.subarray(position, position + length)), errMsg: 'readFile:ok' }
      success?.(read)
      complete?.(read)
    },
    writeFile: mocked('writeFile'),
    readFileSync: () => '',
    writeFileSync() {},
    accessSync() {},
    readdirSync: () => [],
    unlinkSync() {},
  }),
  previewImage: succeeds('previewImage'),
  saveImageToPhotosAlbum: guarded('saveImageToPhotosAlbum', {}),
  getImageInfo: mocked('getImageInfo', { width: 10, height: 10, path: picture }),
  compressImage: mocked('compressImage', { tempFilePath: picture }),
  makePhoneCall: succeeds('makePhoneCall'),
  setClipboardData: (options) => {
    phone.clipboard = options.data
    phone.calls.push({ api: 'setClipboardData', data: options.data })
    return done('setClipboardData', options)
  },
  getClipboardData: (options) => done('getClipboardData', options, { data: phone.clipboard }),
  getLocation: guarded('getLocation', { latitude: 32.04, longitude: 118.78, accuracy: 30 }),
  chooseLocation: guarded('chooseLocation', { name: '', address: '', latitude: 0, longitude: 0 }),
  openLocation: succeeds('openLocation'),
  openDocument: succeeds('openDocument'),
  setKeepScreenOn: succeeds('setKeepScreenOn'),
  setScreenBrightness: succeeds('setScreenBrightness'),
  getScreenBrightness: succeeds('getScreenBrightness', { value: 0.5 }),
  setVisualEffectOnCapture: succeeds('setVisualEffectOnCapture'),
  vibrateShort: succeeds('vibrateShort'),
  vibrateLong: succeeds('vibrateLong'),
  addPhoneCalendar: mocked('addPhoneCalendar'),
}
