/** What a chosen file is called among the attachments. Pure. */
import { shownText, tidyText } from '../../../../functions/core/pure/typed-text'
import { MOST } from '../../../../functions/policies/data/limits'

/** Of its end, so that one sees what it is. */
const ENDING = 8

/** As the platform calls it, its ending kept; `own` where that is nothing that can be read. */
export const nameFor = (given: string | undefined, own: string): string => {
  const characters = [...tidyText(shownText(given ?? ''))]
  if (characters.length === 0) return own
  if (characters.length <= MOST.fileName) return characters.join('')
  const head = characters.slice(0, MOST.fileName - ENDING - 1).join('')
  return `${head}…${characters.slice(-ENDING).join('')}`
}
