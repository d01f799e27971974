/** One driver for both builds: the same journey runs on the WeChat output and on the web page. */
import { codeOf } from '../weapp/wechat-server.mjs'

const PHONE = { width: 375, height: 812 }
const TIMEOUT = 8000

/** Every call that the phone made, in order: `{ procedure, status }`. */
const hearHttp = (page, calls) =>
  page.on('response', (answer) => {
    const [, procedure] = /^\/api\/(\w+\/\w+)$/.exec(new URL(answer.url()).pathname) ?? []
    if (procedure) calls.push({ procedure, status: answer.status() })
  })

/** A phone whose clock is off: what runs on it is told another time. */
const shiftClock = (page, milliseconds) =>
  page.addInitScript((shift) => {
    const Right = Date
    globalThis.Date = class extends Right {
      constructor(...words) {
        if (words.length === 0) super(Right.now() + shift)
        else super(...words)
      }
      static now() {
        return Right.now() + shift
      }
    }
  }, milliseconds)

const openWeapp = async ({ page, calls, world, start, openid, theme, language, privacy }) => {
  await page.exposeFunction('__callFunction', async (name, text) => {
    const answer = await world.functions.call(name, text, openid)
    calls.push({ procedure: `${name}/${JSON.parse(text).procedure}`, status: JSON.parse(answer).status })
    return answer
  })
  await page.goto(world.weapp.url)
  await page.evaluate(
    ({ dark, name, needAuthorization, url, code }) => {
      Object.assign(window.__mp.base, { theme: dark ? 'dark' : 'light', language: name })
      window.__mp.mock.login = { code }
      window.__mp.privacy.needAuthorization = needAuthorization
      return window.__mp.launch(url)
    },
    {
      dark: theme === 'dark',
      name: language === 'en' ? 'en' : 'zh_CN',
      needAuthorization: privacy,
      url: start,
      code: codeOf(openid),
    },
  )
}

const keptOnTheWeb = (name, value) => ({
  name: `sb:${name}`,
  text: JSON.stringify({ data: JSON.stringify(value) }),
})

/**
 * Opens one phone. `person` is the demonstration person of the web page, `openid` the WeChat user of the mini-program.
 * @param {'weapp' | 'web'} kind
 */
export const openPhone = async (kind, browser, world, options = {}) => {
  const {
    start,
    openid = 'openid-of-nobody-yet',
    token,
    accountId,
    /** Milliseconds by which the phone's clock is ahead. */
    ahead = 0,
    theme = 'light',
    language = 'zh-CN',
    large = false,
    viewport = PHONE,
    privacy = false,
  } = options
  const context = await browser.newContext({
    viewport,
    locale: language,
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: viewport.width < 600,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(TIMEOUT)
  const errors = []
  const calls = []
  if (ahead !== 0) await shiftClock(page, ahead)
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      errors.push(message.text())
  })
  const preferences = { language, themeChoice: 'system', large }
  if (kind === 'weapp') {
    await page.addInitScript(
      (kept) => {
        window.__KEPT = kept
      },
      {
        'sb:preferences': JSON.stringify(preferences),
        ...(token ? { 'sb:session': JSON.stringify({ token, expiresAt: 0, accountId }) } : {}),
      },
    )
    await openWeapp({ page, calls, world, start, openid, theme, language, privacy })
  } else {
    const kept = [
      keptOnTheWeb('preferences', preferences),
      ...(token ? [keptOnTheWeb('session', { token, expiresAt: 0, accountId })] : []),
    ]
    await page.addInitScript((rows) => {
      for (const { name, text } of rows)
        if (localStorage.getItem(name) === null) localStorage.setItem(name, text)
    }, kept)
    hearHttp(page, calls)
    await page.goto(`${world.web.url}/${start ? `#${start}` : ''}`)
  }
  const shown = (selector) => page.locator(`${selector}:visible`)
  const at = (id) => shown(`[id="${id}"]`).first()
  return {
    kind,
    page,
    errors,
    calls,
    at,
    tap: (id) => at(id).click(),
    type: (id, value) =>
      page
        .locator(`[id="${id}"]:visible input, input[id="${id}"]:visible, [id="${id}"]:visible textarea`)
        .first()
        .fill(value),
    /** Taps what reads so. */
    press: (text) => page.getByRole('button', { name: text }).locator('visible=true').first().click(),
    see: (text) => page.getByText(text).locator('visible=true').first().waitFor(),
    /** Ids of the controls on screen that begin so, in order. */
    idsOf: (beginning) =>
      shown(`[id^="${beginning}"]`).evaluateAll((found) => found.map((element) => element.id)),
    back: () => (kind === 'weapp' ? page.locator('.wx-nav button').click() : page.goBack()),
    tab: (text) =>
      (kind === 'weapp'
        ? page.locator('.wx-tabbar button', { hasText: text })
        : page.locator('.taro-tabbar__tabbar a, taro-tabbar a', { hasText: text })
      )
        .first()
        .click(),
    /** Takes the phone off the network and brings it back. */
    offline: (off) =>
      kind === 'weapp'
        ? page.evaluate((type) => window.__mp.setNetwork(type), off ? 'none' : 'wifi')
        : context.setOffline(off),
    /** Opens an address as a deep link or a share card does, from a page that is there: a phone has no two first pages. */
    open: async (address) => {
      await shown('.sb').first().waitFor()
      await (kind === 'weapp'
        ? page.evaluate((url) => window.wx.reLaunch({ url }), address)
        : page.goto(`${world.web.url}/#${address}`))
    },
    /** The words of the problem that the screen shows instead of its content, without the number of the case. */
    problem: async () => (await shown('.sb-blank').first().innerText()).replace(/[0-9a-f-]{16,}/g, '').trim(),
    /** Ends the phone and answers everything that went wrong on it. */
    async close() {
      if (kind === 'weapp')
        errors.push(
          ...(await page.evaluate(() => [
            ...window.__mp.errors,
            ...[...window.__mp.missing].map((name) => `wx.${name} is missing`),
          ])),
        )
      await context.close()
      return errors
    },
  }
}
