/** A sheet on a page with tabs: all of its buttons can be pressed, also where the tabs stand. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { KINDS, usePlace } from './place.mjs'

const place = usePlace()

/** Is the middle of the element what a finger there would meet? */
const onTop = (phone, id) =>
  phone.at(id).evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const met = document.elementFromPoint(left + width / 2, top + height / 2)
    return met !== null && (element.contains(met) || met.contains(element)) && met !== document.body
  })

for (const kind of KINDS) {
  journey(
    'a taxpayer’s sheet on Me stands above the tabs',
    { kind, place, person: '看面板的人' },
    async (phone) => {
      await phone.open('/pages/me/index')
      await phone.at('taxpayers').locator('.sb-num').first().click()
      await phone.at('remove').waitFor()
      await phone.page.waitForTimeout(400)
      if (process.env.PICTURE) await phone.page.screenshot({ path: `${process.env.PICTURE}-${kind}.png` })
      assert.equal(await onTop(phone, 'remove'), true)
      await phone.tap('remove')
      await phone.at('remove-sheet').waitFor()
    },
  )
}
