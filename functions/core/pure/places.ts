/** Divisions of GB/T 2260: do they exist, and what are they called? Pure. */
import { text, type Text } from './text'
import { divisions } from './divisions-data'
import { divisionStem } from './code-scope'

/** No city has this code but that of the demonstration (platform/demo), whose campaigns can be copied and edited. */
const MODEL_CITY = '9901'

/** By province and prefecture; a county is known by its prefecture. */
export const isDivision = (code: string): boolean => {
  if (!/^\d{2}(\d{2}){0,2}$/.test(code)) return false
  const stem = divisionStem(code)
  if (stem.startsWith(MODEL_CITY)) return true
  return stem.length <= 4 ? stem in divisions : stem.slice(0, 4) in divisions
}

/** What lies under a municipality, or directly under a province, has no name of its own. */
const NO_NAME = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/
/** Does a prefecture's entry name a place? */
export const isOwnPlace = (name: string): boolean => !NO_NAME.test(name)

/** The name of the nearest division that is known: 成都市. Undefined where none is. */
export const placeName = (code: string): string | undefined => {
  const stem = divisionStem(code)
  const [prefecture, province] = [divisions[stem.slice(0, 4)], divisions[stem.slice(0, 2)]]
  return stem.length >= 4 && prefecture && isOwnPlace(prefecture) ? prefecture : province
}

/** The same with the code: 成都市（510100）. */
export const placeText = (code: string): Text => {
  const own = placeName(code)
  return own ? text(`${own}（${code}）`, `${own} (${code})`) : text(`代码 ${code}`, `code ${code}`)
}
