/** The web page as it is served: policy, nothing from elsewhere, size of the first page; and what WeChat's bridge carries. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { BUDGETS } from '../../scripts/weapp/sizes.mjs'
import { openPhone } from '../harness/browser/driver.mjs'
import { journey } from '../harness/browser/journey.mjs'
import { usePlace } from './place.mjs'
import { chooseSeat } from './steps.mjs'

const place = usePlace()
/** Bytes of `setData` for any one action. */
const SET_DATA_BUDGET = 64_000

test('the page is served with a strict policy', async () => {
  const { url } = place().world.web
  const answer = await fetch(url)
  const policy = answer.headers.get('content-security-policy') ?? ''
  assert.equal(answer.status, 200)
  for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    assert.ok(policy.includes(part), `${part} in ${policy}`)
  assert.ok(!/script-src[^;]*unsafe-/.test(policy), 'no inline scripts, no eval')
  assert.ok(!/https?:/.test(policy), 'nothing from another host')
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  assert.ok(answer.headers.get('referrer-policy'))
  assert.equal(
    (await fetch(`${url}/../../etc/passwd`)).headers.get('content-type')?.includes('html'),
    true,
    'paths outside the page fall back to it',
  )
})

test('the first page stays inside its budget and asks no other host', async () => {
  const { browser, world } = place()
  const phone = await openPhone('web', browser, world, { start: undefined })
  const sizes = []
  const strangers = []
  phone.page.on('request', (request) => {
    if (!request.url().startsWith(world.web.url) && !request.url().startsWith('data:'))
      strangers.push(request.url())
  })
  phone.page.on('response', (answer) => {
    if (answer.url().startsWith(world.web.url) && !answer.url().includes('/api/'))
      sizes.push(
        answer.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      )
  })
  await phone.page.reload()
  await phone.at('deadlines').waitFor()
  await phone.page.waitForLoadState('networkidle')
  const total = (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0)
  assert.deepEqual(strangers, [])
  assert.ok(
    total > 20_000 && total <= BUDGETS.webFirstPage,
    `${total} bytes of ${BUDGETS.webFirstPage}, gzip`,
  )
  assert.deepEqual(await phone.close(), [])
})

test('the API documents open without another host', async () => {
  const { browser, world } = place()
  const context = await browser.newContext()
  const page = await context.newPage()
  const strangers = []
  page.on('request', (request) => {
    if (!request.url().startsWith(world.web.url) && !request.url().startsWith('data:'))
      strangers.push(request.url())
  })
  await page.goto(`${world.web.url}/api/docs`)
  await page.locator('[data-tag="appointments"]').click({ timeout: 15_000 })
  await page
    .locator('#operations-appointments-appointments-book, [data-path="/appointments/book"]')
    .first()
    .waitFor({ timeout: 15_000 })
  await context.close()
  assert.deepEqual(strangers, [])
})

journey(
  'no action hands more than 64 kB to the view',
  { kind: 'weapp', place, openid: 'openid-of-the-meter' },
  async (phone) => {
    const biggest = async (action) => {
      await phone.page.evaluate(() => window.__mp.reset())
      await action()
      return phone.page.evaluate(() => window.__mp.setDataMax)
    }
    const start = await biggest(async () => {
      await phone.open('/pages/me/index')
      await phone.at('taxpayers').waitFor()
      await phone.open('/pages/home/index')
      await phone.at('next-book').waitFor()
    })
    const choose = await biggest(async () => {
      await phone.tap('next-book')
      await chooseSeat(phone)
      await phone.tap('confirm')
      await phone.at('book').waitFor()
    })
    const book = await biggest(async () => {
      await phone.tap('book')
      await phone.at('ticket-qr').waitFor()
    })
    for (const [name, bytes] of Object.entries({ start, choose, book }))
      assert.ok(bytes > 0 && bytes <= SET_DATA_BUDGET, `${name}: ${bytes} bytes`)
  },
)

journey("WeChat's hidden names are hidden from the mini-program", { kind: 'weapp', place }, async (phone) => {
  const seen = await phone.page.evaluate(() => {
    const factory = window.__BUNDLE.modules['app.js']
    return factory.toString().slice(0, 2000)
  })
  for (const name of ['window', 'document', 'fetch', 'Intl', 'AbortController', 'localStorage'])
    assert.ok(new RegExp(`\\b${name}\\b`).test(seen.split('\n')[0]), name)
})

journey('the theme follows the phone', { kind: 'weapp', place }, async (phone) => {
  const background = () =>
    phone.page
      .locator('.sb:visible')
      .first()
      .evaluate((screen) => getComputedStyle(screen).backgroundColor)
  await phone.at('home').waitFor()
  const light = await background()
  await phone.page.emulateMedia({ colorScheme: 'dark' })
  await phone.page.evaluate(() => window.__mp.setTheme('dark'))
  await phone.page.waitForTimeout(100)
  assert.notEqual(await background(), light)
})

journey(
  'a share card carries the ticket page and leads back into it',
  { kind: 'weapp', place, person: '分享的人' },
  async (phone) => {
    await phone.open('/pages/home/index')
    await phone.at('home').waitFor()
    const card = await phone.page.evaluate(() => window.__mp.share())
    assert.ok(card?.title && card.path.startsWith('/pages/'), JSON.stringify(card))
    await phone.open(card.path)
    await phone.at('home').waitFor()
  },
)
