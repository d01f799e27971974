/** A refund from the question whether it may be claimed to the money, on a phone; the office's steps by calls. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { enter } from '../harness/browser/people.mjs'
import { ACCOUNT, approve, CLAIMANT, handIn, pay, REVIEWER, saveClaim } from '../harness/browser/refunds.mjs'
import { KINDS, usePlace } from './place.mjs'

const place = usePlace()
/** Bytes that begin as a PNG does. */
const PNG = Buffer.alloc(70_000, 7)
Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(PNG)
const OVERPAID = '332026110700015201'
const TOO_OLD = '332023030600010042'
const HOME = '/packages/refunds/home/index'
const CASE = /^rf_[0-9a-z]{26}$/

const voucherOf = async ({ api }, number) =>
  (await api('refunds', 'vouchers', {})).items.find((one) => one.number === number)
const latest = async ({ api }) => (await api('refunds', 'mine', { limit: 1 })).items[0]

const choosePicture = async (phone, need) => {
  if (phone.kind === 'weapp') return phone.tap(`${need}-add-photo`)
  const chosen = phone.page.waitForEvent('filechooser')
  await phone.tap(`${need}-add-file`)
  await (await chosen).setFiles({ name: '契税完税证明.png', mimeType: 'image/png', buffer: PNG })
}

/** Of the account: typed as it stands on the card. */
const typeAccount = async (phone) => {
  await phone.type('account-bank', ACCOUNT.bank)
  await phone.type('account-holder', ACCOUNT.holder)
  await phone.type('account-number', ACCOUNT.number)
}

/** From the kinds of refund to the review. */
const fillIn = async (phone) => {
  await phone.open(HOME)
  await phone.tap('kind-overpaid')
  await phone.tap(`voucher-${OVERPAID}`)
  await phone.tap('apply-next')
  await phone.tap('form-cause-cause-overpaid')
  await phone.at('findings-arrears').waitFor()
  await phone.tap('apply-next')
  await phone.type('form-claim-claimed', '3000')
  await phone.tap('form-claim-direction-refund')
  await phone.tap('form-claim-originalAccount-yes')
  await phone.type('form-claim-reason', '同一套房的契税缴了两次')
  await phone.tap('apply-next')
  await phone.type('form-contact-contactName', '陈建国')
  await phone.type('form-contact-contactPhone', '13800000000')
  await phone.tap('form-contact-handledBy-self')
  await phone.tap('apply-next')
  await choosePicture(phone, 'materials-proofOfOverpayment')
  await phone.page.locator('[id^="materials-proofOfOverpayment-mt_"]:visible').first().waitFor()
  await phone.tap('apply-next')
  await typeAccount(phone)
  await phone.tap('apply-next')
  await phone.tap('office-chengdong-1')
  await phone.tap('apply-next')
  await phone.at('preview-lines').waitFor()
}

for (const kind of KINDS) {
  const asClaimant = { kind, place, person: CLAIMANT, taxpayer: false }

  journey(
    'claims overpaid tax from the check to the money, and follows it',
    asClaimant,
    async (phone, { world, person }) => {
      await fillIn(phone)
      assert.match(await phone.at('preview').innerText(), /3,00\d\.\d\d 元/)
      await phone.tap('form-declaration-declared')
      await phone.tap('apply-next')
      await phone.at('done-submitted').waitFor()
      const { id, state } = await latest(person)
      assert.match(id, CASE)
      assert.equal(state, 'submitted')
      assert.match(await phone.at('way-now').innerText(), /还有 30 天/)

      await approve(world, kind, id, 250_000, ['lessOverpaid'])
      await phone.open(`/packages/refunds/case/index?id=${id}`)
      await phone.at('paper-decision').waitFor()
      assert.match(await phone.at('way-now').innerText(), /已批准/)
      assert.match(await phone.at('money').innerText(), /2,500\.00 元/)

      const { money } = await pay(world, kind, person, id)
      await phone.open(`/packages/refunds/case/index?id=${id}`)
      await phone.at('outcome').waitFor()
      const amount = `2,${Math.floor(money.payable / 100) % 1000}.`
      assert.ok((await phone.at('outcome').innerText()).includes(amount), amount)
    },
  )

  journey('is told at once that a payment is too old, and what is left to do', asClaimant, async (phone) => {
    await phone.open(HOME)
    await phone.tap('kind-overpaid')
    await phone.tap(`voucher-${TOO_OLD}`)
    await phone.tap('apply-next')
    await phone.at('shut').waitFor()
    assert.match(await phone.at('shut').innerText(), /三年内/)
    await phone.tap('way-voucher')
    await phone.at('vouchers').waitFor()
    // What was chosen is a draft by now: thrown away in words.
    await phone.open(HOME)
    const [draft] = await phone.idsOf('draft-rd_')
    await phone.tap(`${draft}-drop`)
    await phone.tap('draft-gone-confirm')
    await phone.page.locator('[id="drafts"]:visible').waitFor({ state: 'detached' })
  })

  journey(
    'goes on with a draft where it was left, on another phone',
    asClaimant,
    async (phone, { person }) => {
      const voucher = await voucherOf(person, OVERPAID)
      const draft = await saveClaim(person, { voucher, claimed: 150_000 })
      await phone.open(HOME)
      await phone.tap(`draft-${draft}-go`)
      await phone.at('preview-lines').waitFor()
      assert.match(await phone.at('review-account').innerText(), /\*{4} 5678/)
      await phone.tap('edit-claim')
      await phone.type('form-claim-claimed', '1600')
      await phone.tap('apply-next')
      await phone.at('saved').waitFor()
      await phone.page.waitForTimeout(500)
      const { draft: kept } = await person.api('refunds', 'draft', { draftId: draft })
      assert.equal(kept.values.claimed, 160_000)
      assert.equal(kept.step, 'contact')
      await person.api('refunds', 'dropDraft', { draftId: draft })
    },
  )

  journey(
    'sees on Home what the office asks for, supplies it, and withdraws in words',
    asClaimant,
    async (phone, { world, person }) => {
      const id = await handIn(world, kind, { claimed: 120_000 })
      const officer = await enter(world, kind, REVIEWER)
      await officer.api('refunds', 'askCorrection', {
        id,
        list: [{ code: 'bankReceipt', said: '请补充银行回单' }],
      })
      await phone.open(HOME)
      await phone.at('kinds').waitFor()
      await phone.open('/pages/home/index')
      await phone.tap('next-refund-go')
      await phone.at('asked').waitFor()
      await phone.tap('do-supply')
      await choosePicture(phone, 'supplied-bankReceipt')
      await phone.page.locator('[id^="supplied-bankReceipt-mt_"]:visible').first().waitFor()
      await phone.type('supply-said', '已补充银行回单')
      await phone.tap('supply-send')
      await phone.at('done-supply').waitFor()
      const { case: supplied } = await person.api('refunds', 'get', { id })
      assert.equal(supplied.state, 'submitted')
      assert.ok(supplied.materials.some(({ code }) => code === 'bankReceipt'))

      await phone.tap('do-withdraw')
      await phone.tap('withdraw-confirm')
      await phone.at('done-withdraw').waitFor()
      assert.equal((await person.api('refunds', 'get', { id })).case.state, 'withdrawn')
    },
  )

  journey('opens the application as a paper', asClaimant, async (phone, { world, person }) => {
    const id = await handIn(world, kind, { claimed: 110_000 })
    await phone.open(`/packages/refunds/case/index?id=${id}`)
    await phone.at('paper-application').waitFor()
    if (kind === 'web') {
      const download = phone.page.waitForEvent('download')
      await phone.tap('paper-application')
      assert.match((await download).suggestedFilename(), /\.pdf$/)
    } else {
      await phone.tap('paper-application')
      await phone.page.waitForFunction(() =>
        window.__mp.calls.some(({ api, fileType }) => api === 'openDocument' && fileType === 'pdf'),
      )
    }
    await person.api('refunds', 'withdraw', { id })
  })
}
