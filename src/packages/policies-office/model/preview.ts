/** What is written, as its readers will see it in either language. Pure. */
import { INTERESTS, namedIn, valueText } from '../../../../functions/core/pure/tags'
import { say } from '../../../../functions/core/pure/text'
import type { Language } from '../../../messages'
import type { ReadPolicy } from '../../../ui/policy-text'
import type { Written } from './answers'

const sayBoth = ({ zh, en }: { readonly zh: string; readonly en: string }, language: Language): string =>
  language === 'en' && en !== '' ? en : zh

export const previewOf = (text: Written, language: Language): ReadPolicy => {
  const { title, summary, body, audience, category } = text
  return {
    ...text,
    title: sayBoth(title, language),
    summary: sayBoth(summary, language),
    body: language === 'en' && body.en.length > 0 ? body.en : body.zh,
    categoryName: say(INTERESTS[category], language),
    audience: namedIn(audience).map((dimension) => ({
      dimension,
      values: (audience[dimension] ?? []).map((value) => say(valueText(dimension, value), language)),
    })),
  }
}

/** Nothing of it is in English. */
export const isChineseAlone = ({ title, summary, body }: Written): boolean =>
  title.en === '' && summary.en === '' && body.en.length === 0
