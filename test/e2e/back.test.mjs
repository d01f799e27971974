/** Going back as soon as a page is there: what one came from is there too, and stays. */
import { journey } from '../harness/browser/journey.mjs'
import { KINDS, usePlace } from './place.mjs'

const place = usePlace()
/** As fast as a thumb. */
const AT_ONCE_MS = 100
/** Longer than any router's slide. */
const A_MOMENT_MS = 800

for (const kind of KINDS)
  journey('back at once, three times', { kind, place, person: '急着回去的人' }, async (phone) => {
    await phone.open('/pages/me/index')
    for (let round = 0; round < 3; round += 1) {
      await phone.tap('settings')
      await phone.at('language').waitFor()
      await phone.page.waitForTimeout(AT_ONCE_MS)
      await phone.back()
      await phone.at('settings').waitFor()
      await phone.page.waitForTimeout(A_MOMENT_MS)
      await phone.at('settings').waitFor()
    }
  })
