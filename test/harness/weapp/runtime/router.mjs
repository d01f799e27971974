/** The page stack and its life cycles, with WeChat's refusals. */
import { createRoot } from './engine.mjs'
import { pagesElement, paint } from './frame.mjs'
import { markLoaded } from './loader.mjs'
import { allPages, packageOf, parseUrl, resolvePath, tabPages } from './packages.mjs'
import { app, bundle, noteError, phone } from './phone.mjs'

const STACK_LIMIT = 10
const REACH_BOTTOM = 50

phone.resolveUrl = (url) => (url.startsWith('/') ? url : `/${resolvePath(phone.top()?.path ?? '', url)}`)

const watchScroll = (page) => {
  const { element, instance, config } = page
  element.addEventListener('scroll', () => {
    instance.onPageScroll?.({ scrollTop: element.scrollTop })
    const low =
      element.scrollTop + element.clientHeight >=
      element.scrollHeight - (config.onReachBottomDistance ?? REACH_BOTTOM)
    if (low && !page.low) instance.onReachBottom?.()
    page.low = low
  })
}

const create = (path, query) => {
  const sub = packageOf(path)
  if (sub) markLoaded(sub)
  const config = { ...app.window, ...bundle.json[path] }
  const element = Object.assign(document.createElement('div'), { className: 'wx-page' })
  element.dataset.route = path
  const body = Object.assign(document.createElement('div'), { className: 'wx-page-body' })
  const placeholder = document.createElement('i')
  body.append(placeholder)
  element.append(body)
  pagesElement.append(element)
  const page = {
    path,
    query,
    config,
    element,
    title: config.navigationBarTitleText ?? '',
    ...createRoot({ path, query, body, placeholder }),
  }
  watchScroll(page)
  return page
}
const begin = ({ instance, query }) => {
  instance.onLoad?.(query)
  instance.onShow?.()
  instance.onReady?.()
}
const drop = (page) => {
  page.instance.onUnload?.()
  page.root.release()
  page.element.remove()
}
const push = (page) => {
  if (tabPages.includes(page.path)) phone.tabs.set(page.path, page)
  phone.stack.push(page)
  paint()
  begin(page)
}

const moves = {
  navigateTo: ({ path, query }) => {
    phone.top()?.instance.onHide?.()
    push(create(path, query))
  },
  redirectTo: ({ path, query }) => {
    const current = phone.stack.pop()
    if (current) {
      drop(current)
      phone.tabs.delete(current.path)
    }
    push(create(path, query))
  },
  reLaunch: ({ path, query }) => {
    for (const page of new Set([...phone.stack, ...phone.tabs.values()])) drop(page)
    phone.stack.length = 0
    phone.tabs.clear()
    push(create(path, query))
  },
  switchTab: ({ path, query }) => {
    if (phone.top()?.path === path) return
    phone.top()?.instance.onHide?.()
    while (phone.stack.length > 0) {
      const page = phone.stack.pop()
      if (!tabPages.includes(page.path)) drop(page)
    }
    const alive = phone.tabs.get(path)
    if (!alive) return void push(create(path, query))
    phone.stack.push(alive)
    paint()
    alive.instance.onShow?.()
  },
}

const refusal = (api, path) => {
  if (!allPages.includes(path)) return `page "${path}" is not found`
  if ((api === 'navigateTo' || api === 'redirectTo') && tabPages.includes(path))
    return `can not ${api} a tabbar page`
  if (api === 'switchTab' && !tabPages.includes(path)) return 'can not switch to no-tabBar page'
  if (api === 'navigateTo' && phone.stack.length >= STACK_LIMIT) return 'page stack limit exceeded'
  return undefined
}

const goBack = (delta = 1) => {
  const steps = Math.min(delta, phone.stack.length - 1)
  if (steps < 1) return 'cannot navigate back at first page.'
  for (let step = 0; step < steps; step += 1) drop(phone.stack.pop())
  paint()
  phone.top().instance.onShow?.()
  return undefined
}

const move = (api, options) => {
  if (api === 'navigateBack') return goBack(options.delta)
  const target = parseUrl(phone.resolveUrl(options.url))
  const refused = refusal(api, target.path)
  if (refused === undefined) moves[api](target)
  return refused
}

/** @param {'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' | 'navigateBack'} api */
phone.route = (api, options = {}) => {
  phone.calls.push({ api, url: options.url, delta: options.delta })
  const fail = (why) => {
    const answer = { errMsg: `${api}:fail ${why}` }
    options.fail?.(answer)
    options.complete?.(answer)
    return Promise.reject(answer)
  }
  try {
    const refused = move(api, options)
    if (refused !== undefined) return fail(refused)
  } catch (error) {
    noteError(error)
    return fail(error.message)
  }
  const answer = { errMsg: `${api}:ok`, eventChannel: { on() {}, once() {}, emit() {}, off() {} } }
  queueMicrotask(() => {
    options.success?.(answer)
    options.complete?.(answer)
  })
  return Promise.resolve(answer)
}
