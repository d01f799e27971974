/** The steps that journeys share, named as a person would tell them. */
import jsqr from 'jsqr'

/** The sample number of GB 11643-1999: its check digit is right. */
export const SAMPLE_NUMBER = '11010519491231002X'
export const HALL = 'chengdong-1'
export const MATTER = 'DJ01'

const LEFT = /余|left/

/** The first day or time on screen that says how many seats it has left. */
export const firstFree = async (phone, beginning) => {
  const free = phone.page.locator(`[id^="${beginning}"]:not(.off):visible`, { hasText: LEFT }).first()
  await free.waitFor()
  return free.getAttribute('id')
}

/** On the web as a fresh demonstration person; inside WeChat its user is signed in from the start. */
export const signInAsNew = async (phone) => {
  if (phone.kind === 'weapp') return
  await phone.tap('next-sign-in')
  await phone.tap('person-new')
}

/** Days are the platform's own pickers: WeChat's says what was chosen, a browser's is filled in. */
export const chooseDay = async (phone, id, day) => {
  if (phone.kind === 'web') return phone.at(id).fill(day)
  await phone.tap(id)
  await phone.page.evaluate((chosen) => window.__mp.lastPicker.choose(chosen), day)
}

/** Typed as it stands on the paper, up to the result. */
export const typeInvoice = async (phone, { number, issuedOn, amount }) => {
  await phone.tap('entry-kind-32')
  await phone.type('entry-number', number)
  await chooseDay(phone, 'entry-issuedOn', issuedOn)
  await phone.type('entry-amount', (amount / 100).toFixed(2))
  await phone.tap('entry-look')
  await phone.at('facts').waitFor()
}

const BACK = /^(返回|Back)$/

/** On the page for it: fills in whom one acts for, and goes back to where one came from. */
export const fillTaxpayer = async (phone, { name = '欧阳示范', number = SAMPLE_NUMBER } = {}) => {
  await phone.type('name', name)
  await phone.type('number', number)
  await phone.tap('add')
  await phone.page.locator('[id="taxpayer-page"]:visible').getByRole('button', { name: BACK }).first().click()
}

/** Takes a free time; an account that acts for nobody yet is asked for whom, and comes back to the same times. */
export const takeSlot = async (phone) => {
  const slot = await firstFree(phone, 'slot-')
  await phone.tap(slot)
  const outcome = await Promise.race([
    phone.page
      .locator('[id="confirm"]:visible:not([aria-disabled="true"])')
      .first()
      .waitFor()
      .then(() => 'held'),
    phone
      .at('way-addTaxpayer')
      .waitFor()
      .then(() => 'asked'),
  ])
  if (outcome === 'held') return slot
  await phone.tap('way-addTaxpayer')
  await fillTaxpayer(phone)
  return takeSlot(phone)
}

/** From the halls: hall, matter, then the first free day and time, which is then held. */
export const chooseSeat = async (phone, { hall = HALL, matter = MATTER } = {}) => {
  await phone.tap(`hall-${hall}`)
  await phone.tap(`matter-${matter}`)
  const day = await firstFree(phone, 'day-')
  await phone.tap(day)
  const slot = await takeSlot(phone)
  return { day: day.slice('day-'.length), start: Number(slot.slice('slot-'.length)) }
}

export const digitsOf = async (phone, id) => (await phone.at(id).innerText()).replace(/\D/g, '')

/** The pixels of a PNG, drawn in a page of its own: the product's content policy holds for tests too. */
const pixelsOf = async (browser, png) => {
  const page = await browser.newPage()
  try {
    return await page.evaluate(
      async (source) => {
        const bitmap = await createImageBitmap(await (await fetch(source)).blob())
        const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
        drawing.drawImage(bitmap, 0, 0)
        return {
          width: bitmap.width,
          height: bitmap.height,
          data: [...drawing.getImageData(0, 0, bitmap.width, bitmap.height).data],
        }
      },
      `data:image/png;base64,${png.toString('base64')}`,
    )
  } finally {
    await page.close()
  }
}

/** What a camera reads from the QR code as it is drawn on the screen. */
export const readQr = async (phone, id) => {
  await phone.at(id).scrollIntoViewIfNeeded()
  const { width, height, data } = await pixelsOf(
    phone.page.context().browser(),
    await phone.at(id).screenshot({ type: 'png' }),
  )
  return (jsqr.default ?? jsqr)(Uint8ClampedArray.from(data), width, height)?.data
}
