/** A departure refund in English from the check to the money: a traveller's phone, customs and the agency; on both builds. */
import assert from 'node:assert/strict'
import { openPhone } from '../harness/browser/driver.mjs'
import {
  AGENCY,
  CUSTOMS,
  dayFromNow,
  freshInvoice,
  issueForm,
  TRAVELLER,
  verifyForm,
} from '../harness/browser/departure.mjs'
import { journey } from '../harness/browser/journey.mjs'
import { enter } from '../harness/browser/people.mjs'
import { KINDS, usePlace } from './place.mjs'
import { chooseDay, readQr } from './steps.mjs'

const place = usePlace()
const HOME = '/packages/departure/home/index'
const formAt = (id) => `/packages/departure/form/index?id=${id}`
const english = { language: 'en', person: TRAVELLER, taxpayer: false }

const chooseNationality = async (phone) => {
  if (phone.kind === 'web') return phone.at('form-nationality').selectOption('GBR')
  await phone.tap('form-nationality')
  await phone.page.evaluate(() => {
    const picker = window.__mp.lastPicker
    const words = picker.__wxElement.getAttribute('range')
    picker.choose(words.findIndex((one) => one.includes('(GBR)')))
  })
}

const fillTraveller = async (phone) => {
  await phone.tap('form-documentType-passport')
  await chooseNationality(phone)
  await phone.type('form-travellerName', TRAVELLER)
  await phone.type('form-documentNo', '533401372')
  await chooseDay(phone, 'form-documentUntil', dayFromNow(900))
  await phone.tap('form-entryShown-yes')
  await chooseDay(phone, 'form-lastEntryOn', dayFromNow(-20))
  await phone.tap('apply-next')
}

const fillPurchase = async (phone, amount) => {
  await phone.type('form-shopCode', '3101150001')
  await chooseDay(phone, 'form-purchasedOn', dayFromNow(-10))
  await phone.tap('form-invoiceKind-ordinary')
  await phone.type('form-invoiceNo', freshInvoice())
  await phone.type('form-amount13', amount)
  await phone.type('form-amount9', '0')
  await phone.tap('form-goodsKind-personal')
  await phone.tap('form-goodsUnused-yes')
  await phone.tap('form-goodsCarried-yes')
  await phone.tap('apply-next')
}

const fillLeaving = async (phone) => {
  await chooseDay(phone, 'form-departOn', dayFromNow(14))
  await phone.tap('form-mode-cash')
  await phone.tap('port-chengdong-1')
  await phone.tap('apply-next')
}

/** A phone of somebody else, for as long as `walk` takes. */
const withPhone = async ({ browser, world }, kind, name, walk, options = {}) => {
  const { openid, token, accountId } = await enter(world, kind, name)
  const phone = await openPhone(kind, browser, world, { openid, token, accountId, ...options })
  try {
    return await walk(phone)
  } finally {
    assert.deepEqual(await phone.close(), [])
  }
}

for (const kind of KINDS) {
  journey(
    'a traveller from the check to cash at the counter, in English',
    { kind, place, ...english },
    async (phone, here) => {
      await phone.open('/pages/services/index')
      await phone.tap('now-departure')
      await phone.tap('departure-start')
      await fillTraveller(phone)
      await fillPurchase(phone, '1130')
      await fillLeaving(phone)
      assert.match(await phone.at('net').innerText(), /CNY 101\.70/)
      assert.match(await phone.at('days').innerText(), /80 days left/)
      await phone.tap('form-declared')
      await phone.tap('apply-next')
      await phone.at('done-fresh').waitFor()
      const shown = await readQr(phone, 'form-qr')
      assert.match(shown, /^SBTF1:[0-9A-Z]{12}:[\w-]{16}$/)
      const code = await phone.at('form-code').innerText()

      await withPhone(here, kind, CUSTOMS, async (customs) => {
        await customs.open('/packages/departure/customs/index')
        await customs.type('code', code)
        await customs.tap('look')
        assert.match(await customs.at('desk-traveller').innerText(), /E\*\*\* C\*\*\*/)
        await customs.tap('verify')
        await customs.tap('verify-sheet-confirm')
        await customs.at('desk-done').waitFor()
      })
      await withPhone(here, kind, AGENCY, async (agency) => {
        await agency.open('/packages/departure/agency/index')
        await agency.type('code', code)
        await agency.tap('look')
        await agency.tap('step-audited')
        await agency.tap('agency-sheet-confirm')
        await agency.tap('step-paidCash')
        await agency.tap('agency-sheet-confirm')
        await agency.at('desk-done').waitFor()
      })
      await phone.open(HOME)
      await phone.page.locator('[id^="form-df_"]:visible').first().click()
      await phone.page.locator('[id^="way-past-"]:visible', { hasText: 'Paid in cash' }).first().waitFor()
      assert.equal(await phone.page.locator('[id="form-qr"]:visible').count(), 0)
    },
  )

  journey(
    'what stands against it is told before anything is handed in',
    { kind, place, ...english },
    async (phone) => {
      await phone.open('/packages/departure/apply/index')
      await fillTraveller(phone)
      await fillPurchase(phone, '199.99')
      await fillLeaving(phone)
      assert.match(await phone.at('verdict').innerText(), /Not as it stands/)
      assert.match(await phone.at('rules-minimumReached').innerText(), /CNY 199\.99/)
      assert.equal(await phone.at('apply-next').getAttribute('aria-disabled'), 'true')
    },
  )

  journey(
    'the form opens without network, and customs still read it',
    { kind, place, ...english },
    async (phone, { world }) => {
      const id = await issueForm(world, kind)
      // Both pages were seen with network: what is not in the cache of a browser cannot be opened without it.
      await phone.open(HOME)
      await phone.at('departure-start').waitFor()
      await phone.open(formAt(id))
      await phone.at('form-qr').waitFor()
      await phone.offline(true)
      await phone.open(HOME)
      await phone.open(formAt(id))
      assert.match(await readQr(phone, 'form-qr'), /^SBTF1:/)
      await phone.offline(false)
    },
  )

  journey(
    'customs work from the officers’ work to the agency',
    { kind, place, person: AGENCY, taxpayer: false },
    async (phone, { world }) => {
      const id = await issueForm(world, kind)
      await verifyForm(world, kind, id)
      await phone.open(`/packages/departure/agency/index?id=${id}`)
      await phone.tap('reject')
      await phone.tap('refuse-yes')
      await phone.at('reasons-problem').waitFor()
      await phone.tap('reason-invoiceVoid')
      await phone.tap('refuse-yes')
      await phone.at('desk-done').waitFor()
    },
  )
}
