/** What WeChat draws around a page: title bar with the way back, pages, tab bar; in the theme's colours. */
import { tabPages } from './packages.mjs'
import { app, bundle, phone } from './phone.mjs'

document.body.innerHTML = `<div id="wx-app"><header class="wx-nav"><button type="button" hidden aria-label="返回">‹</button><span></span></header>
<main class="wx-pages"></main><nav class="wx-tabbar" hidden></nav></div>`
const find = (selector) => document.querySelector(selector)
const [title, back, tabBar] = [find('.wx-nav span'), find('.wx-nav button'), find('.wx-tabbar')]
export const pagesElement = find('.wx-pages')

/** A value like `@navBackground` is looked up in theme.json, where the app declares dark mode. */
const themed = (value) => {
  if (typeof value !== 'string' || !value.startsWith('@')) return value
  const file = (app.themeLocation ?? 'theme.json').replace(/\.json$/, '')
  return bundle.json[file]?.[phone.base.theme]?.[value.slice(1)]
}

back.onclick = () => window.wx.navigateBack({})
const tabs = app.tabBar?.list ?? []
const paintTabs = () => {
  tabBar.replaceChildren(
    ...tabs.map((tab, index) => {
      const button = document.createElement('button')
      const selected = phone.top()?.path === tab.pagePath
      const item = { ...tab, ...phone.tabItems[index] }
      const icon = themed(selected ? item.selectedIconPath : item.iconPath)
      button.dataset.tab = tab.pagePath
      button.textContent = item.text
      if (icon)
        button.prepend(
          Object.assign(document.createElement('img'), { src: `/${icon.replace(/^\//, '')}`, alt: '' }),
        )
      if (selected) button.setAttribute('aria-current', 'page')
      button.onclick = () => {
        window.wx.switchTab({ url: `/${tab.pagePath}` })
        phone.top()?.instance.onTabItemTap?.({ index, pagePath: tab.pagePath, text: tab.text })
      }
      return button
    }),
  )
}

const paintColours = (config) => {
  const set = (name, value) => {
    if (value) document.documentElement.style.setProperty(name, value)
  }
  set('--nav', phone.navColour?.backgroundColor ?? themed(config.navigationBarBackgroundColor))
  set(
    '--nav-text',
    phone.navColour?.frontColor ?? (themed(config.navigationBarTextStyle) === 'white' ? '#fff' : '#000'),
  )
  set('--window', themed(config.backgroundColor))
  const tabBarStyle = { ...app.tabBar, ...phone.tabStyle }
  set('--tab', themed(tabBarStyle.backgroundColor))
  set('--tab-text', themed(tabBarStyle.color))
  set('--tab-selected', themed(tabBarStyle.selectedColor))
}

export const tabVisible = () => tabPages.includes(phone.top()?.path)
export const paint = () => {
  const top = phone.top()
  if (!top) return
  for (const page of new Set([...phone.stack, ...phone.tabs.values()])) page.element.hidden = page !== top
  title.textContent = top.title
  back.hidden = phone.stack.length < 2
  tabBar.hidden = !tabVisible() || phone.tabBarHidden === true
  document.documentElement.dataset.route = top.path
  paintTabs()
  paintColours(top.config)
}

phone.tabVisible = tabVisible
phone.setTitle = (text) => {
  const top = phone.top()
  if (top) top.title = text
  title.textContent = text
}
phone.repaint = paint
/** The person switches the phone to dark or light; only an app that declares `darkmode` follows. */
phone.setTheme = (theme) => {
  if (!app.darkmode) return
  phone.base.theme = theme
  phone.emit('ThemeChange', { theme })
  paint()
}
