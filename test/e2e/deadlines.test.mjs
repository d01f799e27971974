/** Filing deadlines: a company is described, a deadline explained and marked, taken along, and subscribed to; on both builds. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { KINDS, usePlace } from './place.mjs'

const place = usePlace()
const COMPANY = { kind: 'enterprise', name: '税帮演示商贸有限公司', number: '91320105MA1NDEMO3T' }

/** `YYYY-MM` in Shanghai, so many months from now. */
const monthOf = (months) => {
  const [year, month] = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7)
}

const calendarOf = (world, path) => fetch(`${world.web.url}${path}`)

/** Into the phone’s calendar: refused at first, with the way to allow it; then it is there. */
const takeToPhone = async (phone) => {
  await phone.page.evaluate(() => {
    window.__mp.mock.addPhoneCalendar = { __fail: { errMsg: 'addPhoneCalendar:fail auth deny' } }
  })
  await phone.tap('to-calendar')
  await phone.at('open-settings').waitFor()
  await phone.page.evaluate(() => {
    window.__mp.mock.addPhoneCalendar = undefined
  })
  await phone.tap('to-calendar')
  await phone.see('已加到手机日历')
}

/** As a file that a browser saves. */
const takeAsFile = async (phone) => {
  const [download] = await Promise.all([phone.page.waitForEvent('download'), phone.tap('download')])
  assert.match(download.suggestedFilename(), /^vat\.\d{4}-\d{2}\.ics$/)
}

for (const kind of KINDS) {
  journey(
    'a company says what it is, marks what it filed, and takes its days along',
    { kind, place, person: '管期限的人', taxpayer: false },
    async (phone, { world, person }) => {
      const { taxpayer } = await person.api('accounts', 'bind', COMPANY)
      const id = `vat.${monthOf(-1)}`
      await phone.open('/pages/services/index')
      await phone.tap('now-deadlines')
      await phone.tap('say-kind')
      await phone.tap('kind-general')
      await phone.tap('save-profile')
      await phone.see('已保存，期限已更新')
      await phone.tap('remind-3')
      await phone.page.locator('[id="remind-3"][aria-checked="true"]:visible').waitFor()

      await phone.back()
      await phone.tap(`due-${id}-${taxpayer.id}`)
      await phone.at('why').waitFor()
      await phone.tap('mark-filed')
      await phone.at('unmark-filed').waitFor()
      await (kind === 'weapp' ? takeToPhone(phone) : takeAsFile(phone))
      const { items } = await person.api('deadlines', 'mine', {
        from: `${monthOf(0)}-01`,
        to: `${monthOf(1)}-28`,
      })
      assert.equal(items.find((item) => item.id === id).filedBy, 'person')

      if (kind === 'weapp') return
      await phone.open(`/packages/deadlines/settings/index`)
      await phone.tap('make-feed')
      const address = await phone.at('feed-address').innerText()
      const { pathname } = new URL(address)
      const calendar = await calendarOf(world, pathname)
      assert.equal(calendar.headers.get('content-type'), 'text/calendar; charset=utf-8')
      assert.match(await calendar.text(), new RegExp(`UID:${id.replace('.', '\\.')}`))
      await phone.tap('revoke-feed')
      await phone.tap('revoke-sheet-confirm')
      await phone.at('make-feed').waitFor()
      assert.equal((await calendarOf(world, pathname)).status, 404)
    },
  )
}
