/** An invoice from the scan or the form to the reimbursement list, on a phone; on both builds. */
import assert from 'node:assert/strict'
import { fillList, HOLDER, keepInvoice, REGISTERED, UNKNOWN } from '../harness/browser/invoices.mjs'
import { pdfOfInvoice } from '../harness/browser/invoice-pdf.mjs'
import { journey } from '../harness/browser/journey.mjs'
import { enter } from '../harness/browser/people.mjs'
import { photoOfCode } from '../harness/browser/qr-photo.mjs'
import { KINDS, usePlace } from './place.mjs'
import { readQr, typeInvoice } from './steps.mjs'

const place = usePlace()
const HOME = '/packages/invoices/home/index'
const TYPE = '/packages/invoices/look/index?begin=type'
const other = '林小雨'

/** What the demonstration's registry has, as its codes say it. */
const CODE_OF_VOID = '01,32,,26322000000100000034,86.50,20261022,,8A43'
const UNREADABLE = 'https://u.wechat.com/abc'

/** The camera of a phone says what it sees; on the web a photo is chosen. */
const scanCode = async (phone, id, text) => {
  if (phone.kind === 'weapp') {
    await phone.page.evaluate((result) => (window.__mp.mock.scanCode = { result }), text)
    return phone.tap(id)
  }
  const chosen = phone.page.waitForEvent('filechooser')
  await phone.tap(id)
  await (await chosen).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: photoOfCode(text) })
}

/** In a browser alone: WeChat takes files out of a chat, which this runtime has none of. */
const choosePdf = async (phone, buffer) => {
  const chosen = phone.page.waitForEvent('filechooser')
  await phone.tap('pdf-choose')
  await (await chosen).setFiles({ name: '电子发票.pdf', mimeType: 'application/pdf', buffer })
}

const wallet = async ({ api }) => (await api('invoices', 'mine', {})).items

for (const kind of KINDS) {
  const asHolder = { kind, place, person: HOLDER, taxpayer: false }

  journey(
    'types an invoice, checks it, keeps it, and hands it in',
    asHolder,
    async (phone, { person, world }) => {
      await phone.open(HOME)
      await phone.tap('type')
      // Everything that is missing, at once.
      await phone.tap('entry-look')
      await phone.at('entry-faults').waitFor()
      assert.equal((await phone.idsOf('entry-faults-')).length, 4)
      await typeInvoice(phone, { ...REGISTERED.meal, amount: REGISTERED.meal.amount + 100 })
      assert.match(await phone.at('facts-number').innerText(), /2632 2000 0001 0000 0018/)
      assert.match(await phone.at('findings').innerText(), /依据/)
      await phone.at('check-left').waitFor()
      assert.match(await phone.at('check-left').innerText(), /还可以查验 5 次/)
      // One yuan too much: the figures differ, which makes it no fake.
      await phone.tap('check')
      await phone.at('verdict-mismatch').waitFor()
      assert.match(await phone.at('verdict-mismatch').innerText(), /不等于假发票/)
      await phone.tap('check-edit')
      await phone.type('entry-amount', '128')
      await phone.tap('entry-look')
      await phone.tap('check')
      await phone.at('verdict-normal').waitFor()
      assert.match(await phone.at('checking').innerText(), /示范市城东家常菜餐饮店/)
      assert.match(await phone.at('checking').innerText(), /是您本人/)
      // By its seller it is for dining.
      assert.equal(await phone.at('category-dining').getAttribute('aria-checked'), 'true')
      await phone.type('note', '客户来访')
      await phone.tap('keep')
      await phone.tap('kept-open')
      await phone.tap('put')
      await phone.type('list-title', '11 月报销')
      await phone.tap('list-make')
      await phone.tap('on-list')
      assert.match(await phone.at('list-total').innerText(), /128\.00 元/)
      await phone.tap('hand-in')
      await phone.tap('handIn-sheet-confirm')
      await phone.at('done-handIn').waitFor()
      const { items } = await person.api('invoices', 'lists', {})
      assert.equal(items[0].state, 'handedIn')
      // Whoever has the same invoice cannot hand it in again.
      const somebody = await enter(world, kind, other)
      const theirs = await keepInvoice(somebody, REGISTERED.meal)
      const list = await fillList(somebody, '重复', [theirs])
      await assert.rejects(somebody.api('invoices', 'handIn', { id: list }), /REIMBURSED_BEFORE/)
      await phone.tap('take-back')
      await phone.tap('takeBack-sheet-confirm')
      await phone.at('done-takeBack').waitFor()
    },
  )

  journey('scans a void invoice, and what is no invoice at all', asHolder, async (phone, { person }) => {
    await phone.open(HOME)
    await scanCode(phone, 'scan', UNREADABLE)
    await phone.at('other-wechat').waitFor()
    await scanCode(phone, 'other-scan', CODE_OF_VOID)
    await phone.at('facts').waitFor()
    assert.match(await phone.at('findings-crc').innerText(), /读取无误/)
    await phone.tap('check')
    await phone.at('verdict-void').waitFor()
    await phone.tap('keep')
    await phone.at('kept').waitFor()
    const [kept] = (await wallet(person)).filter(({ facts }) => facts.number === REGISTERED.void.number)
    assert.equal(kept.state, 'void')
    assert.equal(kept.source, kind === 'web' ? 'photo' : 'scan')
  })

  journey('is told when to ask again for an invoice that is not there yet', asHolder, async (phone) => {
    await phone.open(TYPE)
    await typeInvoice(phone, UNKNOWN)
    await phone.tap('check')
    await phone.at('verdict-notFound').waitFor()
    assert.match(await phone.at('verdict-notFound').innerText(), /还没有进入数据库[\s\S]*\d:\d\d 后再查/)
    assert.match(await phone.at('checking').innerText(), /还可以查验 4 次/)
  })

  journey(
    'is shown which invoice was handed in before, and hands in the rest',
    { ...asHolder, person: '王会芳' },
    async (phone, { person, world }) => {
      const somebody = await enter(world, kind, other)
      const theirs = await keepInvoice(somebody, REGISTERED.taxi, { category: 'travel' })
      await somebody.api('invoices', 'handIn', { id: await fillList(somebody, '打车', [theirs]) })
      const taxi = await keepInvoice(person, REGISTERED.taxi, { category: 'travel' })
      const hotel = await keepInvoice(person, REGISTERED.hotel, { category: 'lodging' })
      const { list } = await person.api('invoices', 'makeList', { title: '出差' })
      await phone.open(`/packages/invoices/list/index?id=${list.id}`)
      await phone.tap('add')
      await phone.tap(`add-${taxi}`)
      await phone.tap(`add-${hotel}`)
      await phone.tap('add-send')
      await phone.at(`item-${hotel}`).waitFor()
      await phone.tap('hand-in')
      await phone.tap('handIn-sheet-confirm')
      await phone.at(`taken-${taxi}`).waitFor()
      assert.match(await phone.at(`taken-${taxi}`).innerText(), /别人/)
      assert.deepEqual(await phone.idsOf('taken-wi_'), [`taken-${taxi}`])
      await phone.tap('taken-off')
      await phone.page.locator(`[id="item-${taxi}"]:visible`).waitFor({ state: 'detached' })
      await phone.tap('hand-in')
      await phone.tap('handIn-sheet-confirm')
      await phone.at('done-handIn').waitFor()
    },
  )

  journey(
    'keeps a title with everything wrong told at once, and shows its code',
    { ...asHolder, person: '赵明理' },
    async (phone) => {
      await phone.open('/packages/invoices/titles/index')
      await phone.tap('title-add')
      await phone.type('title-taxNumber', '123')
      await phone.tap('title-save')
      await phone.at('title-faults').waitFor()
      assert.equal((await phone.idsOf('title-faults-')).length, 2)
      await phone.type('title-name', '城东示范商贸有限公司')
      await phone.type('title-taxNumber', '91990102MA0DEM005F')
      await phone.tap('title-save')
      await phone.page.locator('[id^="qr-ti_"]:visible').first().click()
      await phone.at('title-code').waitFor()
      const text = await readQr(phone, 'title-code')
      assert.match(text, /^\$01.+\$$/)
      assert.match(
        Buffer.from(text.slice(3, -1), 'base64').toString('utf8'),
        /^城东示范商贸有限公司<\/>91990102MA0DEM005F/,
      )
    },
  )
}

journey(
  'imports a PDF, looks over what was read, and keeps it with its file',
  { kind: 'web', place, person: HOLDER, taxpayer: false },
  async (phone, { person }) => {
    await phone.open(HOME)
    await phone.tap('pdf')
    await choosePdf(phone, pdfOfInvoice(REGISTERED.hotel))
    await phone.at('entry-number').waitFor()
    const shown = (id) => phone.page.locator(`[id="${id}"]:visible input, input[id="${id}"]:visible`).first()
    assert.equal(await shown('entry-number').inputValue(), REGISTERED.hotel.number)
    assert.equal(await shown('entry-issuedOn').inputValue(), REGISTERED.hotel.issuedOn)
    assert.equal(await shown('entry-amount').inputValue(), '560.00')
    await phone.tap('entry-look')
    // By what it says was sold.
    assert.equal(await phone.at('category-dining').getAttribute('aria-checked'), 'true')
    await phone.tap('keep')
    await phone.tap('kept-open')
    await phone.at('file').waitFor()
    const [kept] = (await wallet(person)).filter(({ source }) => source === 'pdf')
    assert.equal(kept.facts.number, REGISTERED.hotel.number)
    const { bytes } = await person.api('invoices', 'file', { id: kept.id, place: 0 })
    assert.equal(Buffer.from(bytes, 'base64').subarray(0, 5).toString(), '%PDF-')
  },
)
