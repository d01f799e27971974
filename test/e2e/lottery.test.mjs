/** From a scanned invoice into the lottery; last night's draw verified on the phone; what it won claimed and paid. On both builds. */
import assert from 'node:assert/strict'
import { HOLDER } from '../harness/browser/invoices.mjs'
import { journey } from '../harness/browser/journey.mjs'
import { photoOfCode } from '../harness/browser/qr-photo.mjs'
import { KINDS, usePlace } from './place.mjs'

const place = usePlace()
const CAMPAIGN = 'demo-invoices'

/** Today in China, as the demonstration's fresh invoices are dated (platform/demo/lottery.ts). */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')
const codeOf = (number, amount) => `01,32,,${number},${amount},${today()},,`
const FRESH = codeOf('26322000000300000101', '453.50')

const scanCode = async (phone, id, text) => {
  if (phone.kind === 'weapp') {
    await phone.page.evaluate((result) => (window.__mp.mock.scanCode = { result }), text)
    return phone.tap(id)
  }
  const chosen = phone.page.waitForEvent('filechooser')
  await phone.tap(id)
  await (await chosen).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: photoOfCode(text) })
}

for (const kind of KINDS) {
  const asHolder = { kind, place, person: HOLDER, taxpayer: false }

  journey('scans an invoice, finds it eligible and enters it, once', asHolder, async (phone) => {
    await phone.open('/packages/invoices/home/index')
    await scanCode(phone, 'scan', FRESH)
    await phone.tap('check')
    await phone.at('verdict-normal').waitFor()
    await phone.tap('enter-lottery')
    await phone.at('verdict').waitFor()
    assert.match(await phone.at('reasons').innerText(), /依据/)
    await phone.tap('enter-now')
    await phone.at('entered').waitFor()
    // Drawn at once, and told: one in ten has won.
    assert.match(await phone.at('at-once').innerText(), /中了|没有中/)
    await phone.tap('to-entry')
    await phone.at('way-instant').waitFor()
  })

  journey(
    'verifies its entry and the whole draw of last night on the phone',
    asHolder,
    async (phone, { person }) => {
      const { items } = await person.api('lottery', 'draws', { campaign: CAMPAIGN })
      const drawn = items.find(({ state }) => state === 'published')
      assert.ok(drawn, 'last night was drawn')
      await phone.open(`/packages/lottery/draw/index?id=${drawn.id}`)
      await phone.at('test-chain').waitFor()
      await phone.tap('verify-whole')
      await phone.at('whole-verdict').waitFor()
      assert.match(await phone.at('verify-draw').innerText(), /演练|测试随机源/)
      const { items: entries } = await person.api('lottery', 'mine', {})
      const mine = entries.find(({ draws }) => draws.some(({ id }) => id === drawn.id))
      assert.ok(mine, 'there is an entry of last night')
      await phone.open(`/packages/lottery/entry/index?id=${mine.id}`)
      await phone.tap(`verify-${drawn.id}-now`)
      await phone.at(`verify-${drawn.id}-verdict`).waitFor()
      assert.doesNotMatch(await phone.at(`verify-${drawn.id}`).innerText(), /不成立|不符/)
    },
  )

  journey('claims what it won, to its own name', asHolder, async (phone, { person }) => {
    const { items } = await person.api('lottery', 'prizes', {})
    const prize = items.find(({ state }) => state === 'confirmed')
    assert.ok(prize, 'something was won last night')
    await phone.open(`/packages/lottery/prize/index?id=${prize.id}`)
    await phone.tap('do-claim')
    await phone.at('claiming').waitFor()
    await phone.at('account-holder').getByText('陈').waitFor()
    await phone.type('account-bank', '示范银行')
    await phone.type('account-number', '6222020200112345678')
    await phone.tap('claim-send')
    await phone.at('done-claim').waitFor()
  })
}
