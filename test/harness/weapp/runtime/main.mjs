/** Starts the mini-program as WeChat does: app.js, launch and show, then the first page. */
import './engine.mjs'
import './frame.mjs'
import './router.mjs'
import { load } from './loader.mjs'
import { parseUrl } from './packages.mjs'
import { app, phone } from './phone.mjs'
import { createWx } from './wx/index.mjs'

let instance
window.App = (definition) => {
  instance = definition
}
window.getApp = () => instance
window.getCurrentPages = () => phone.stack.map((page) => page.instance)
window.wx = createWx()

/** What the share menu or a share button would put on the card. */
phone.share = (button) => {
  const target = button && { id: button.__wxElement.id, dataset: { ...button.__wxElement.dataset } }
  phone.lastShare = phone.top().instance.onShareAppMessage?.({ from: button ? 'button' : 'menu', target })
  return phone.lastShare
}

phone.launch = (url = `/${app.pages[0]}`, scene = 1001) => {
  Object.assign(phone.launchOptions, { ...parseUrl(url), scene })
  load('app')
  instance?.onLaunch?.call(instance, phone.launchOptions)
  instance?.onShow?.call(instance, phone.launchOptions)
  return phone.route('reLaunch', { url })
}
/** To the background and back, as with the phone's home button. */
phone.hide = () => {
  phone.top()?.instance.onHide?.()
  instance?.onHide?.()
  phone.emit('AppHide', {})
}
phone.show = () => {
  instance?.onShow?.(phone.launchOptions)
  phone.emit('AppShow', phone.launchOptions)
  phone.top()?.instance.onShow?.()
}
