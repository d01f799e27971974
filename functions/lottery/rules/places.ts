/** Divisions of GB/T 2260: do they exist, and what are they called? Pure. */
import { text, type Text } from '../../core/pure/text'
import { divisions } from '../data/divisions'
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

/** A municipality has no prefecture of its own name. */
const OWN_NAME = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/

/** The name of the nearest division that is known, with the code: 成都市（510100）. */
export const placeText = (code: string): Text => {
  const stem = divisionStem(code)
  const [prefecture, province] = [divisions[stem.slice(0, 4)], divisions[stem.slice(0, 2)]]
  const own = stem.length >= 4 && prefecture && !OWN_NAME.test(prefecture) ? prefecture : province
  return own ? text(`${own}（${code}）`, `${own} (${code})`) : text(`代码 ${code}`, `code ${code}`)
}
