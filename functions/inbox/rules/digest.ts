/** Several notices in one message. */
import type { TemplateUse } from '../../core/pure/delivery/templates'
import type { Language } from '../../core/pure/errors'
import { say, text } from '../../core/pure/text'
import { fillPlaces } from '../../core/pure/notices'

const TITLE = text('您有 {count} 条新消息', 'You have {count} new notices')
const ONE = text('您有 1 条新消息', 'You have one new notice')
const MORE = text(
  '……还有 {more} 条，请到小程序的消息里看',
  '… and {more} more, in the mini-program’s notices',
)

/** Told by their titles; beyond these by how many there are. */
const TITLES = 10

export const digestWords = (
  titles: readonly string[],
  count: number,
  language: Language,
): { readonly title: string; readonly body: string } => {
  const more = count - Math.min(titles.length, TITLES)
  const lines = titles.slice(0, TITLES)
  if (more > 0) lines.push(fillPlaces(say(MORE, language), () => String(more)))
  const title = count === 1 ? ONE : TITLE
  return { title: fillPlaces(say(title, language), () => String(count)), body: lines.join('\n') }
}

/** The same in the fields of WeChat’s template. */
export const digestUse = ([first = '']: readonly string[], count: number): TemplateUse => ({
  name: 'digest',
  fields: { summary: count > 1 ? `${first}等` : first, count: String(count) },
})
