/** glass-easel, set up as WeChat does: templates, style sheets, and the registration of pages and components. */
import * as glassEasel from 'glass-easel'
import * as adapter from 'glass-easel-miniprogram-adapter'
import { builtinTags, defineBuiltins } from './builtins/index.mjs'
import { wrapHandlers } from './events.mjs'
import { load } from './loader.mjs'
import { resolvePath } from './packages.mjs'
import { app, bundle, noteError, phone } from './phone.mjs'

defineBuiltins()
glassEasel.globalOptions.writeExtraInfoToAttr = true
glassEasel.globalOptions.throwGlobalError = false
glassEasel.addGlobalErrorListener(noteError)
glassEasel.addGlobalWarningListener((warning) => {
  phone.warnings.push(String(warning?.message ?? warning))
  return false
})

const environment = new adapter.MiniProgramEnv()
const windowContext = new glassEasel.CurrentWindowBackendContext()
const backend = environment.associateBackend(windowContext)
windowContext.onEvent((target, type, detail, options) => {
  const event = new glassEasel.Event(type, detail, options)
  glassEasel.Event.dispatchEvent(target, event)
  return event.getEventBubbleStatus()
})

const space = environment.createCodeSpace('main', true)
const globalSpace = environment.getGlobalCodeSpace().getComponentSpace()
for (const tag of builtinTags) {
  globalSpace.setGlobalUsingComponent(tag, `wx-${tag}`)
  space.getComponentSpace().setGlobalUsingComponent(tag, `wx-${tag}`)
}
const isStaticConfig = ([path, value]) =>
  path !== 'app' && value !== null && typeof value === 'object' && !/(config|theme|sitemap)$/.test(path)
for (const [path, value] of Object.entries(bundle.json).filter(isStaticConfig))
  space.addComponentStaticConfig(path, value)
for (const [path, content] of Object.entries(bundle.templates)) {
  space.addCompiledTemplate(path, {
    groupList: bundle.templates,
    content,
    fallbackListenerOnNativeNode: true,
  })
}

export const addStyle = (path) => {
  const css = bundle.css[path]
  if (!css || document.querySelector(`style[data-wxss="${path}"]`)) return
  const style = document.createElement('style')
  style.dataset.wxss = path
  style.textContent = css
  document.head.append(style)
}

const registered = new Set()
const registerUsed = (path) => {
  const used = [
    [app, 'app'],
    [bundle.json[path], path],
  ]
  for (const [config, base] of used) {
    for (const url of Object.values(config?.usingComponents ?? {}))
      if (!/^(plugin|dynamicLib|ext):/.test(url)) register(resolvePath(base, url))
  }
}

/** Runs the file of a page or component with `Page`, `Component` and `Behavior` bound to that path. */
export const register = (path) => {
  if (registered.has(path)) return
  registered.add(path)
  registerUsed(path)
  const before = [window.Component, window.Page, window.Behavior]
  space.componentEnv(path, (scope) => {
    window.Behavior = scope.Behavior
    window.Component = (definition) => {
      wrapHandlers(definition.methods)
      addStyle(path)
      return scope.Component(definition)
    }
    window.Page = (definition) => scope.Page(wrapHandlers({ ...definition }))
    try {
      load(path)
    } finally {
      ;[window.Component, window.Page, window.Behavior] = before
    }
  })
}

/** Counts what crosses to the view layer, which is what a phone is slow at. */
const meterSetData = (instance) => {
  const setData = instance.setData
  instance.setData = function (data, done) {
    const bytes = new TextEncoder().encode(JSON.stringify(data) ?? '').length
    phone.setDataCount += 1
    phone.setDataBytes += bytes
    phone.setDataMax = Math.max(phone.setDataMax, bytes)
    return setData.call(this, data, done)
  }
}

/** Creates the page's root inside `body`, in place of `placeholder`. */
export const createRoot = ({ path, query, body, placeholder }) => {
  register(path)
  addStyle('app')
  addStyle(path)
  const root = backend.createRoot('page-root', space, `/${path}`)
  const instance = root.get()
  Object.assign(instance, { route: path, __route__: path, options: query, __wxWebviewId__: Math.random() })
  meterSetData(instance)
  root.attach(body, placeholder)
  return { root, instance }
}
