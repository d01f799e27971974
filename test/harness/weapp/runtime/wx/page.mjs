/** Routing, title bar, tab bar, scrolling, sharing and drawing. */
import { paint, tabVisible } from '../frame.mjs'
import { phone } from '../phone.mjs'
import { createSelectorQuery } from '../selector.mjs'
import { done, succeeds } from './answer.mjs'

const route = (api) => (options) => phone.route(api, options)
const quiet = [
  'showNavigationBarLoading',
  'hideNavigationBarLoading',
  'startPullDownRefresh',
  'stopPullDownRefresh',
  'setTabBarBadge',
  'removeTabBarBadge',
  'showTabBarRedDot',
  'hideTabBarRedDot',
  'setBackgroundColor',
  'setBackgroundTextStyle',
  'loadFontFace',
  'showShareMenu',
  'hideShareMenu',
  'updateShareMenu',
  'hideHomeButton',
  'hideKeyboard',
  'enableAlertBeforeUnload',
  'disableAlertBeforeUnload',
]
const chainable = (result) =>
  new Proxy({}, { get: (_, name) => (name === 'export' ? () => result : () => chainable(result)) })
const given = (values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
/** WeChat refuses to dress the tab bar from a page that does not show it. */
const onTabBar = (name, change) => (options) => {
  if (!tabVisible()) return done(name, options, { errMsg: `${name}:fail not TabBar page` }, false)
  change(options)
  paint()
  return done(name, options)
}
const tabBarHidden = (name, hidden) => (options) => {
  phone.tabBarHidden = hidden
  paint()
  return done(name, options)
}

export const page = {
  ...Object.fromEntries(quiet.map((name) => [name, succeeds(name)])),
  navigateTo: route('navigateTo'),
  redirectTo: route('redirectTo'),
  reLaunch: route('reLaunch'),
  switchTab: route('switchTab'),
  navigateBack: route('navigateBack'),
  setNavigationBarTitle: (options) => {
    phone.setTitle(options.title)
    return done('setNavigationBarTitle', options)
  },
  setNavigationBarColor: (options) => {
    phone.navColour = options
    paint()
    return done('setNavigationBarColor', options)
  },
  setTabBarItem: onTabBar('setTabBarItem', ({ index, text, iconPath, selectedIconPath }) => {
    phone.tabItems[index] = { ...phone.tabItems[index], ...given({ text, iconPath, selectedIconPath }) }
  }),
  setTabBarStyle: onTabBar('setTabBarStyle', ({ color, selectedColor, backgroundColor }) => {
    phone.tabStyle = { ...phone.tabStyle, ...given({ color, selectedColor, backgroundColor }) }
  }),
  hideTabBar: tabBarHidden('hideTabBar', true),
  showTabBar: tabBarHidden('showTabBar', false),
  pageScrollTo: (options) => {
    const page = phone.top()?.element
    const shown = options.selector && page?.querySelector(options.selector)
    if (shown)
      page.scrollTop +=
        shown.getBoundingClientRect().top - page.getBoundingClientRect().top + (options.offsetTop ?? 0)
    else if (page && !options.selector) page.scrollTop = options.scrollTop ?? 0
    return done('pageScrollTo', options)
  },
  createAnimation: () => chainable({ actions: [] }),
  createSelectorQuery,
  createIntersectionObserver: (_component, options) =>
    phone.top()?.instance.createIntersectionObserver(options),
  createCanvasContext: () => chainable({ width: 10 }),
  createOffscreenCanvas: (options) => new OffscreenCanvas(options?.width ?? 300, options?.height ?? 150),
  canvasToTempFilePath: succeeds('canvasToTempFilePath', { tempFilePath: 'http://tmp/canvas.png' }),
  createVideoContext: () => ({}),
  createMapContext: () => ({}),
  createInnerAudioContext: () => ({
    play() {},
    pause() {},
    stop() {},
    destroy() {},
    onEnded() {},
    onError() {},
  }),
  nextTick: (work) => setTimeout(work, 0),
}
