/** Opens `/api/docs` of the server at the address given, calls a procedure from it, and prints what happened as JSON. */
import { launch } from '../harness/browser/launch.mjs'

const [url] = process.argv.slice(2)
const browser = await launch()
try {
  const page = await browser.newPage()
  page.setDefaultTimeout(15_000)
  const requests = []
  const complaints = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico'))
      complaints.push(message.text())
  })
  await page.goto(`${url}/api/docs`)
  const functions = page.locator('.opblock-tag')
  await functions.first().waitFor()
  await page.locator('[data-tag="appointments"]').click()
  const operation = page.locator('.opblock', { has: page.locator('[data-path="/appointments/halls"]') })
  await operation.waitFor()
  const operations = await page.locator('.opblock').count()
  const tags = await functions.count()
  await operation.locator('.opblock-summary-control').click()
  await operation.locator('.try-out__btn').click()
  await operation.locator('textarea').first().fill('{}')
  await operation.locator('.execute').click()
  const status = await operation.locator('.live-responses-table .response-col_status').nth(1).innerText()
  process.stdout.write(JSON.stringify({ operations, tags, status, requests, complaints }))
} finally {
  await browser.close()
}
