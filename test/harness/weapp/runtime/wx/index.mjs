/** The `wx` object. A name that it lacks is noted in `phone.missing`, which every journey expects to stay empty. */
import { phone } from '../phone.mjs'
import { account } from './account.mjs'
import { cloud } from './cloud.mjs'
import { device } from './device.mjs'
import { network } from './network.mjs'
import { overlay } from './overlay.mjs'
import { page } from './page.mjs'
import { privacy } from './privacy.mjs'
import { storage } from './storage.mjs'

const EVENTS = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'NetworkStatusChange',
  'ThemeChange',
  'WindowResize',
  'MemoryWarning',
  'KeyboardHeightChange',
  'UserCaptureScreen',
  'AppRoute',
  'AppRouteDone',
  'BeforeAppRoute',
  'AudioInterruptionBegin',
  'AudioInterruptionEnd',
  'LocationChange',
  'Accelerometer',
  'NeedPrivacyAuthorization',
]
/** Names that bundlers and promises look for on any object. */
const NOT_AN_API = /^(webpackJsonp|subpackage_|__|then$|toJSON$|\$\$typeof$)/

export const createWx = () => {
  const events = EVENTS.flatMap((name) => [
    [`on${name}`, phone.on(name)],
    [`off${name}`, phone.off(name)],
  ])
  const api = {
    ...account,
    ...device,
    ...network,
    ...overlay,
    ...page,
    ...privacy,
    ...storage,
    ...Object.fromEntries(events),
    cloud,
  }
  api.canIUse = (name) => typeof api[String(name).split('.')[0]] === 'function'
  return new Proxy(api, {
    get: (target, name) => {
      if (name in target) return target[name]
      if (typeof name === 'string' && !NOT_AN_API.test(name)) phone.missing.add(name)
      return undefined
    },
  })
}
